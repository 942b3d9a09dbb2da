package org.industrialmind.learning.backtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * How an arm would have served: how often it would have called, and what of the known events it would have told.
 *
 * <p>An alarm meets an event if they share a moment and it was raised before the event's end; one that meets none is false as
 * far as the record goes - and only as far: an unrecorded fault counts as a false alarm here.
 *
 * @param alarms episodes raised
 * @param alarmsPerDay of the whole fleet
 * @param alarmsPerAssetMonth of 30 days
 * @param hits events that an alarm met
 * @param missed events that none met, in order of time
 * @param falseAlarms alarms that met no event
 * @param delays of the hits, from the first sign to the first alarm, in hours; 0 for an alarm that came before the sign
 * @param leads of the hits, from the first alarm to the end of the event, in hours; an alarm that stood before the first
 *     sign counts from there, for it may have been about something else
 */
public record Scorecard(
        int alarms,
        double alarmsPerDay,
        double alarmsPerAssetMonth,
        int hits,
        List<KnownEvent> missed,
        int falseAlarms,
        List<Double> delays,
        List<Double> leads) {
    private static final double HOUR = Duration.ofHours(1).toNanos();
    private static final double DAY = Duration.ofDays(1).toNanos();
    private static final double MONTH = Duration.ofDays(30).toNanos();

    public Scorecard {
        missed = List.copyOf(missed);
        delays = List.copyOf(delays);
        leads = List.copyOf(leads);
    }

    /**
     * Scores a record.
     *
     * @param events those of the replayed machines in the replayed span; may be empty
     * @param assets how many machines were replayed
     * @throws IllegalArgumentException if no machine or no time was replayed
     */
    public static Scorecard of(ArmRecord record, List<KnownEvent> events, int assets, Duration span) {
        if (assets < 1 || !span.isPositive()) {
            throw new IllegalArgumentException("a score over " + assets + " machines and " + span
                    + ": expected at least one machine and a positive time");
        }
        List<KnownEvent> missed = new ArrayList<>();
        List<Double> delays = new ArrayList<>();
        List<Double> leads = new ArrayList<>();
        for (KnownEvent event : events) {
            record.episodes().stream()
                    .filter(event::metBy)
                    .mapToLong(ReplayedEpisode::raisedNanos)
                    .min()
                    .ifPresentOrElse(
                            raised -> {
                                delays.add(Math.max(0, raised - event.fromNanos()) / HOUR);
                                leads.add((event.untilNanos() - Math.max(raised, event.fromNanos())) / HOUR);
                            },
                            () -> missed.add(event));
        }
        int alarms = record.episodes().size();
        long right = record.episodes().stream()
                .filter(episode -> events.stream().anyMatch(event -> event.metBy(episode)))
                .count();
        return new Scorecard(
                alarms,
                alarms / (span.toNanos() / DAY),
                alarms / (assets * (span.toNanos() / MONTH)),
                delays.size(),
                missed,
                (int) (alarms - right),
                delays,
                leads);
    }

    /** Returns the median time left when the first alarm came, in hours; empty if nothing was hit. */
    public OptionalDouble medianLeadHours() {
        return median(leads);
    }

    /** Returns the median time from the first sign to the first alarm, in hours; empty if nothing was hit. */
    public OptionalDouble medianDelayHours() {
        return median(delays);
    }

    private static OptionalDouble median(List<Double> hours) {
        return hours.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Quantiles.median(
                        hours.stream().mapToDouble(hour -> hour).toArray()));
    }
}

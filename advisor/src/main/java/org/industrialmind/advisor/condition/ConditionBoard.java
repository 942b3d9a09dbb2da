package org.industrialmind.advisor.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.industrialmind.advisor.advice.Advice;
import org.industrialmind.advisor.advice.Urgency;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmState;
import org.industrialmind.learning.vibration.severity.Zone;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;

/**
 * Keeps the newest assessment of each machine and ranks the machines by how urgently they need a person.
 *
 * <p>Urgency is 0 to 100 and made of four parts that a person can follow: whether there is an alarm and how far people
 * have dealt with it (up to 60; without one, up to 20 for silence or a vibration that asks for a remedy), how much the
 * machine matters (its criticality, up to 20), how far it is from its own normal behaviour (up to 10), and how soon somebody
 * has to decide about it (up to 10). A machine without an alarm never ranks above one with an alarm that nobody has seen.
 */
public final class ConditionBoard {
    /**
     * A machine is called silent when its newest assessment is older than this, measured against the newest of all; and all
     * of them are when nothing at all has arrived for so long by the clock. Arrivals count there and not event times, so a
     * replay of an old recording is as loud as the plant of today.
     */
    static final Duration SILENCE = Duration.ofMinutes(5);

    private static final int GAPS = 3; // a machine whose windows are far apart is silent after so many of them

    private final Map<AssetId, Assessment> newest = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final VibrationWatch vibration;

    /** The fewest nanoseconds between two windows of a machine. */
    private final Map<AssetId, Long> gaps = new ConcurrentHashMap<>();

    private volatile Instant arrived = Instant.MAX;

    public ConditionBoard(InstantSource clock, VibrationWatch vibration) {
        this.clock = clock;
        this.vibration = vibration;
    }

    /** How a machine is doing. */
    public enum Condition {
        NORMAL,
        ABNORMAL,
        UNKNOWN,
        SILENT
    }

    /**
     * One machine on the board.
     *
     * @param urgency 0 to 100
     * @param headline what a person should know, in a few words
     * @param score relative to the limit, or {@code NaN} where it was not judged
     * @param lastSeen the end of the newest window, or empty if there was none
     * @param vibration empty before the first window, while the machine is silent, and where {@link VibrationWatch} tells
     *     nothing
     */
    public record Standing(
            Asset asset,
            Condition condition,
            int urgency,
            String headline,
            double score,
            Optional<Instant> lastSeen,
            Optional<Assessment> assessment,
            Optional<Alarm> alarm,
            Optional<Advice> advice,
            Optional<VibrationSeverity> vibration) {}

    /** Takes an assessment in; an older one than is known of that machine changes nothing. */
    public void on(Assessment assessment) {
        arrived = clock.instant();
        newest.merge(assessment.asset(), assessment, (known, come) -> {
            long gap = come.windowEndNanos() - known.windowEndNanos();
            if (gap > 0) {
                gaps.merge(come.asset(), gap, Math::min);
            }
            return gap >= 0 ? come : known;
        });
    }

    /** Returns the standings of all assets, most urgent first; equals by criticality, then by tag. */
    public List<Standing> ranked(List<Asset> assets, List<Alarm> openAlarms, List<Advice> pressing) {
        Map<AssetId, List<Alarm>> alarms = openAlarms.stream().collect(Collectors.groupingBy(Alarm::asset));
        Map<AssetId, Advice> advice = pressing.stream().collect(Collectors.toMap(Advice::asset, Function.identity()));
        return assets.stream()
                .map(asset -> standing(
                        asset, alarms.getOrDefault(asset.id(), List.of()), Optional.ofNullable(advice.get(asset.id()))))
                .sorted(Comparator.comparingInt(Standing::urgency)
                        .reversed()
                        .thenComparing(standing -> -standing.asset().criticality())
                        .thenComparing(standing -> standing.asset().id()))
                .toList();
    }

    /** Returns the standing of one asset with all its open alarms, of which the gravest is shown. */
    public Standing standing(Asset asset, List<Alarm> openAlarms, Optional<Advice> advice) {
        Optional<Alarm> alarm = openAlarms.stream().reduce(ConditionBoard::graver);
        Optional<Assessment> assessment = Optional.ofNullable(newest.get(asset.id()));
        Condition condition = condition(assessment, alarm);
        double score = assessment.map(ConditionBoard::score).orElse(Double.NaN);
        Optional<VibrationSeverity> severity =
                assessment.filter(seen -> condition != Condition.SILENT).flatMap(seen -> vibration.of(asset));
        Optional<Zone> zone = severity.map(VibrationSeverity::zone);
        return new Standing(
                asset,
                condition,
                urgency(asset, condition, score, alarm, zone, advice),
                headline(condition, assessment, alarm, zone),
                score,
                assessment.map(seen -> Instant.EPOCH.plusNanos(seen.windowEndNanos())),
                assessment,
                alarm,
                advice,
                severity);
    }

    private Condition condition(Optional<Assessment> assessment, Optional<Alarm> alarm) {
        if (assessment.isEmpty()) {
            return Condition.UNKNOWN;
        }
        Assessment seen = assessment.get();
        if (seen.windowEndNanos() + patience(seen.asset()).toNanos() < newestOfAll() || nothingArrives()) {
            return Condition.SILENT;
        }
        if (alarm.map(Alarm::episode).map(episode -> episode.open()).orElse(false)) {
            return Condition.ABNORMAL; // one normal window in an open episode is not yet a return to normal
        }
        return switch (seen) {
            case Assessment.Normal normal -> Condition.NORMAL;
            case Assessment.Abnormal abnormal -> Condition.NORMAL; // not persistent enough to be an episode
            case Assessment.NotAssessable not ->
                switch (not.reason()) {
                    case TRANSIENT, STANDSTILL -> Condition.NORMAL; // as it should be now and then
                    case NO_MODEL, TOO_FEW_READINGS, UNKNOWN_REGIME, OTHER_SCHEMA, SCORER_FAILED -> Condition.UNKNOWN;
                };
        };
    }

    private boolean nothingArrives() {
        Duration patience = gaps.keySet().stream()
                .map(this::patience)
                .min(Comparator.naturalOrder())
                .orElse(SILENCE);
        return !arrived.equals(Instant.MAX) && arrived.plus(patience).isBefore(clock.instant());
    }

    private Duration patience(AssetId machine) {
        Duration usual = Duration.ofNanos(gaps.getOrDefault(machine, 0L)).multipliedBy(GAPS);
        return usual.compareTo(SILENCE) > 0 ? usual : SILENCE;
    }

    private long newestOfAll() {
        return newest.values().stream()
                .mapToLong(Assessment::windowEndNanos)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static int urgency(
            Asset asset,
            Condition condition,
            double score,
            Optional<Alarm> alarm,
            Optional<Zone> zone,
            Optional<Advice> advice) {
        int attention = alarm.map(ConditionBoard::attention)
                .orElse(
                        condition == Condition.SILENT
                                ? 20
                                : zone.map(ConditionBoard::attention).orElse(0));
        if (attention == 0) {
            return 0;
        }
        double distance =
                Double.isNaN(score) ? 0 : Math.min(10, 2.5 * Math.max(0, Math.log(Math.max(score, 1)) / Math.log(2)));
        return (int) Math.min(100, Math.round(attention + 4.0 * asset.criticality() + distance + haste(advice)));
    }

    private static int haste(Optional<Advice> advice) {
        return advice.filter(known -> known.actBy().isPresent())
                .map(known -> switch (Urgency.of(known)) {
                    case NOW -> 10;
                    case SOON -> 7;
                    case PLANNED -> 4;
                })
                .orElse(0);
    }

    private static int attention(Alarm alarm) {
        return switch (alarm.state()) {
            case UNACKNOWLEDGED -> 60;
            case ACKNOWLEDGED -> 40;
            case RETURNED -> 25;
            case SHELVED, SUPPRESSED, OUT_OF_SERVICE -> 5;
            case NORMAL -> 0;
        };
    }

    private static int attention(Zone zone) {
        return switch (zone) {
            case A, B -> 0;
            case C -> 10;
            case D -> 20;
        };
    }

    private static String headline(
            Condition condition, Optional<Assessment> assessment, Optional<Alarm> alarm, Optional<Zone> zone) {
        if (alarm.isPresent() && alarm.get().state() != AlarmState.NORMAL) {
            return alarm.get().message();
        }
        return running(condition, assessment)
                + zone.map(ConditionBoard::severely).orElse("");
    }

    private static String severely(Zone zone) {
        return switch (zone) {
            case A, B -> "";
            case C -> "; vibrates in zone C, not for long operation";
            case D -> "; vibrates in zone D, enough to cause damage";
        };
    }

    private static String running(Condition condition, Optional<Assessment> assessment) {
        return switch (condition) {
            case NORMAL -> assessment.map(ConditionBoard::whenNormal).orElse("Running as it usually does");
            case ABNORMAL -> "Behaves abnormally";
            case SILENT -> "No readings for a while";
            case UNKNOWN -> assessment.map(ConditionBoard::whyUnknown).orElse("Waiting for its first readings");
        };
    }

    private static String whenNormal(Assessment assessment) {
        return assessment instanceof Assessment.NotAssessable ? whyUnknown(assessment) : "Running as it usually does";
    }

    private static String whyUnknown(Assessment assessment) {
        if (!(assessment instanceof Assessment.NotAssessable not)) {
            return "Not judged yet";
        }
        return switch (not.reason()) {
            case NO_MODEL -> "Not judged: no model has learned yet what is normal";
            case TOO_FEW_READINGS -> "Too few good readings to judge";
            case UNKNOWN_REGIME -> "Runs in a way that training has not seen";
            case TRANSIENT -> "Changing over";
            case STANDSTILL -> "Stopped";
            case OTHER_SCHEMA -> "Its channels have changed since training";
            case SCORER_FAILED -> "The model failed on its readings; see the log";
        };
    }

    private static double score(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Normal normal -> normal.score();
            case Assessment.Abnormal abnormal -> abnormal.score();
            case Assessment.NotAssessable not -> Double.NaN;
        };
    }

    private static Alarm graver(Alarm one, Alarm other) {
        return attention(one) >= attention(other) ? one : other;
    }
}

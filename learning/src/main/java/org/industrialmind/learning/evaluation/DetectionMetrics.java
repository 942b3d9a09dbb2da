package org.industrialmind.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Compares what was alarmed with what was true, point by point and event by event.
 *
 * <p>Both are needed. Points say how much of the time the detector was right, events how often it was worth listening to:
 * a detector that calls every fault once and briefly is excellent by events and poor by points, one that never stops
 * calling the other way round. Nothing here adjusts points: counting a whole fault as found because one of its points was
 * hit makes random scores look like the state of the art [1].
 *
 * <ol>
 *   <li>Kim et al. 2022, Towards a rigorous evaluation of time-series anomaly detection, AAAI 36(7).
 * </ol>
 */
public final class DetectionMetrics {
    private DetectionMetrics() {}

    /**
     * How many points were what they were called; a ratio with nothing to divide by is 0.
     *
     * @param hits abnormal and alarmed
     * @param falseAlarms normal and alarmed
     * @param misses abnormal and not alarmed
     * @param rests normal and not alarmed
     */
    public record Points(long hits, long falseAlarms, long misses, long rests) {
        /** Returns the share of alarms that were right. */
        public double precision() {
            return ratio(hits, hits + falseAlarms);
        }

        /** Returns the share of abnormal points that were alarmed. */
        public double recall() {
            return ratio(hits, hits + misses);
        }

        /** Returns the harmonic mean of precision and recall. */
        public double f1() {
            return ratio(2.0 * hits, 2.0 * hits + falseAlarms + misses);
        }

        /** Returns the share of normal points that were alarmed (FAR). */
        public double falseAlarmRate() {
            return ratio(falseAlarms, falseAlarms + rests);
        }

        /** Returns the share of abnormal points that were not alarmed (MAR). */
        public double missedAlarmRate() {
            return ratio(misses, hits + misses);
        }

        /** Returns the counts of both together, as of several series. */
        public Points plus(Points other) {
            return new Points(
                    hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses, rests + other.rests);
        }
    }

    /** A stretch of time in nanoseconds since the epoch, end excluded. */
    public record Span(long startNanos, long endNanos) {
        /** @throws IllegalArgumentException if it does not end after its start */
        public Span {
            if (endNanos <= startNanos) {
                throw new IllegalArgumentException(
                        "span from " + startNanos + " to " + endNanos + " is empty: expected an end after the start");
            }
        }

        boolean meets(Span other) {
            return startNanos < other.endNanos && other.startNanos < endNanos;
        }
    }

    /**
     * How events were met.
     *
     * @param recall share of true events that an alarm met
     * @param precision share of alarms that met a true event; 0 if there was none
     * @param delaysNanos from the start of each event that was met to the first alarm that met it, ascending; an alarm that
     *     was on already counts as 0
     */
    public record Events(double recall, double precision, List<Long> delaysNanos) {
        public Events {
            delaysNanos = List.copyOf(delaysNanos);
        }

        /** Returns the harmonic mean of recall and precision. */
        public double f1() {
            return ratio(2 * recall * precision, recall + precision);
        }

        /** Returns the median delay in nanoseconds, or empty if no event was met. */
        public OptionalDouble medianDelayNanos() {
            double[] delays = delaysNanos.stream().mapToDouble(delay -> delay).toArray();
            return delays.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.median(delays));
        }
    }

    /**
     * Compares points.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Points points(boolean[] abnormal, boolean[] alarmed) {
        if (abnormal.length != alarmed.length) {
            throw new IllegalArgumentException(abnormal.length + " labels and " + alarmed.length
                    + " alarms cannot be compared: expected one of each per point");
        }
        long[] counts = new long[4];
        for (int i = 0; i < abnormal.length; i++) {
            counts[(abnormal[i] ? 2 : 0) + (alarmed[i] ? 1 : 0)]++;
        }
        return new Points(counts[3], counts[1], counts[2], counts[0]);
    }

    /** Compares events; neither list need be in order. */
    public static Events events(List<Span> truth, List<Span> alarms) {
        List<Long> delays = new ArrayList<>();
        for (Span event : truth) {
            alarms.stream()
                    .filter(event::meets)
                    .mapToLong(Span::startNanos)
                    .min()
                    .ifPresent(first -> delays.add(Math.max(0, first - event.startNanos())));
        }
        delays.sort(null);
        long right = alarms.stream()
                .filter(alarm -> truth.stream().anyMatch(alarm::meets))
                .count();
        return new Events(ratio(delays.size(), truth.size()), ratio(right, alarms.size()), delays);
    }

    /**
     * Returns the area under the precision-recall curve as average precision: the mean, over the abnormal points, of the
     * precision at the threshold that just takes each in.
     *
     * <p>Points of equal score are taken in together. A score without any information gives the share of abnormal points.
     *
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or no point is abnormal
     */
    public static double averagePrecision(boolean[] abnormal, double[] scores) {
        if (abnormal.length != scores.length) {
            throw new IllegalArgumentException(abnormal.length + " labels and " + scores.length
                    + " scores cannot be compared: expected one of each per point");
        }
        Integer[] order = new Integer[scores.length];
        int positives = 0;
        for (int i = 0; i < order.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("the score at position " + i + " is no number");
            }
            order[i] = i;
            positives += abnormal[i] ? 1 : 0;
        }
        if (positives == 0) {
            throw new IllegalArgumentException("no point is abnormal: expected at least one to find");
        }
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        double sum = 0;
        int hits = 0;
        for (int from = 0, to; from < order.length; from = to) {
            int before = hits;
            for (to = from; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
                hits += abnormal[order[to]] ? 1 : 0;
            }
            sum += (hits - before) * ((double) hits / to);
        }
        return sum / positives;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}

package org.industrialmind.foundations.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Precision and recall that forgive an alarm for being a little off, by how little chance would be.
 *
 * <p>Time is split into zones, each holding what is nearer to one event than to another. Within a zone an alarmed moment is
 * worth the probability that a moment drawn at random there lies no nearer to the event: 1 within the event, falling with
 * the distance. Precision is the mean over alarmed moments, then over zones with alarms. Recall looks from the event: each
 * of its moments is worth the probability that a random moment of the zone lies no nearer to it than the nearest alarm; a
 * zone without an alarm is worth 0. No parameter has to be chosen.
 *
 * <p>Keep in mind that alarms at random reach about 0.5 in precision, not the share of abnormal rows.
 *
 * <p>Row i takes the time from i to i + 1. All functions are piecewise linear, so the integrals are exact sums of
 * trapezoids between the kinks. Complexity: O(n + events alarms).
 *
 * <ol>
 *   <li>Huet, Navarro and Rossi 2022, Local evaluation of time series anomaly detection algorithms, KDD.
 * </ol>
 *
 * @param precision 0 if nothing was alarmed
 * @param recall 0 if nothing was alarmed
 */
public record Affiliation(double precision, double recall) {
    /** @throws IllegalArgumentException if the lengths differ or no row is abnormal */
    public static Affiliation of(boolean[] abnormal, boolean[] alarmed) {
        MetricChecks.requireSameLength("alarms", alarmed.length, "labels", abnormal.length);
        List<Stretch> events = Stretch.ofAbnormal(abnormal);
        List<Stretch> alarms = Stretch.of(alarmed);
        double precision = 0;
        double recall = 0;
        int alarmedZones = 0;
        for (int j = 0; j < events.size(); j++) {
            double from = j == 0 ? 0 : middle(events.get(j - 1), events.get(j));
            double to = j == events.size() - 1 ? abnormal.length : middle(events.get(j), events.get(j + 1));
            Zone zone = Zone.of(from, to, events.get(j), alarms);
            if (zone.alarms.length > 0) {
                alarmedZones++;
                precision += zone.precision();
                recall += zone.recall();
            }
        }
        return new Affiliation(MetricChecks.ratio(precision, alarmedZones), recall / events.size());
    }

    /** Returns the harmonic mean of precision and recall; 0 where both are 0. */
    public double f1() {
        return MetricChecks.ratio(2 * precision * recall, precision + recall);
    }

    private static double middle(Stretch before, Stretch after) {
        return (before.end() + after.start()) / 2.0;
    }

    /** The time from..to around the event start..end, with the alarms cut to it: [alarm] -> {from, to}. */
    private record Zone(double from, double to, double start, double end, double[][] alarms) {
        static Zone of(double from, double to, Stretch event, List<Stretch> alarms) {
            List<double[]> inside = new ArrayList<>();
            for (Stretch alarm : alarms) {
                double low = Math.max(from, alarm.start());
                double high = Math.min(to, alarm.end());
                if (low < high) {
                    inside.add(new double[] {low, high});
                }
            }
            return new Zone(from, to, event.start(), event.end(), inside.toArray(new double[0][]));
        }

        double precision() {
            double worth = 0;
            double length = 0;
            for (double[] alarm : alarms) {
                double within = Math.max(0, Math.min(alarm[1], end) - Math.max(alarm[0], start));
                double before = worthUpTo(start - alarm[0]) - worthUpTo(start - alarm[1]);
                double after = worthUpTo(alarm[1] - end) - worthUpTo(alarm[0] - end);
                worth += within + before + after;
                length += alarm[1] - alarm[0];
            }
            return worth / length;
        }

        /** Returns the integral, over distances from 0 to d, of the chance to lie further from the event than that. */
        private double worthUpTo(double d) {
            double distance = Math.max(0, d);
            double outside = to - from - (end - start);
            return (outside * distance - nearUpTo(distance, start - from) - nearUpTo(distance, to - end)) / (to - from);
        }

        /** Returns the integral of min(t, side) for t from 0 to d. */
        private static double nearUpTo(double d, double side) {
            return d <= side ? d * d / 2 : side * side / 2 + side * (d - side);
        }

        double recall() {
            double[] kinks = kinks();
            double worth = 0;
            for (int i = 1; i < kinks.length; i++) {
                worth += (kinks[i] - kinks[i - 1]) * (worthAt(kinks[i]) + worthAt(kinks[i - 1])) / 2;
            }
            return worth / (end - start);
        }

        /** Returns where the worth of a moment of the event bends, as seen from the event, in order. */
        private double[] kinks() {
            double[] all = new double[5 * alarms.length + 2];
            int size = 0;
            all[size++] = start;
            all[size++] = end;
            for (int i = 0; i < alarms.length; i++) {
                all[size++] = alarms[i][0];
                all[size++] = alarms[i][1];
                all[size++] = (alarms[i][0] + from) / 2; // from here on the start of the zone is further than the alarm
                all[size++] = (alarms[i][1] + to) / 2;
                all[size++] = i == 0 ? start : (alarms[i - 1][1] + alarms[i][0]) / 2;
            }
            for (int i = 0; i < size; i++) {
                all[i] = Math.clamp(all[i], start, end);
            }
            Arrays.sort(all);
            return all;
        }

        private double worthAt(double moment) {
            double distance = distanceToAlarm(moment);
            return 1 - (Math.min(distance, moment - from) + Math.min(distance, to - moment)) / (to - from);
        }

        private double distanceToAlarm(double moment) {
            int low = 0;
            int high = alarms.length; // first alarm that ends at or after the moment
            while (low < high) {
                int half = (low + high) >>> 1;
                if (alarms[half][1] < moment) {
                    low = half + 1;
                } else {
                    high = half;
                }
            }
            double before = low == 0 ? Double.POSITIVE_INFINITY : moment - alarms[low - 1][1];
            double after = low == alarms.length ? Double.POSITIVE_INFINITY : Math.max(0, alarms[low][0] - moment);
            return Math.min(before, after);
        }
    }
}

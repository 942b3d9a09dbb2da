package org.industrialmind.app.evaluate.plant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.Quantiles;

/** Counts of what was right and wrong, of one machine or of many together, and the metrics that follow from them. */
final class Tally {
    /** What is counted. */
    enum Count {
        /** Machine faults that run to failure and could be noticed, and those that an episode about a machine found. */
        FAULTS,
        FOUND,
        /** Machine faults that stay at an early stage but could be noticed, and those found. */
        INCIPIENT,
        INCIPIENT_FOUND,
        /** Episodes about a machine, those while one was at fault, and those while only a sensor or an order was unusual. */
        EPISODES,
        RIGHT,
        FALSE_AT_SENSOR_FAULT,
        FALSE_AT_NUISANCE,
        /** Episodes about a sensor, and those while one was at fault. */
        SENSOR_EPISODES,
        SENSOR_RIGHT,
        /** Sensors off by five standard deviations, those for which anything was told, and those told as sensors. */
        BIASES,
        BIASES_TOLD,
        BIASES_AS_SENSOR,
        /** Faults that run to failure for which anything was told, those told as a machine's first. */
        FAULTS_TOLD,
        FAULTS_AS_MACHINE,
        /** Found faults whose own channel, or the one that speaks up first, was among the three foremost. */
        TOP3,
        TOP3_FIRST,
        /** Months of all machines, months in which nothing was wrong, and those of them in alarm. */
        MONTHS,
        NORMAL_MONTHS,
        ALARM_MONTHS_ON_NORMAL
    }

    private final Map<Count, Double> counts = new EnumMap<>(Count.class);
    private final List<Double> delays = new ArrayList<>(); // seconds
    private final Map<Double, int[]> levels = new TreeMap<>(); // by severity: faults, found

    void add(Count what, double amount) {
        counts.merge(what, amount, Double::sum);
    }

    void addDelay(double seconds) {
        delays.add(seconds);
    }

    /** Counts a fault that grows no further than that level of damage; 1 is failure. */
    void addFault(double level, boolean found) {
        int[] counted = levels.computeIfAbsent(level, key -> new int[2]);
        counted[0]++;
        counted[1] += found ? 1 : 0;
    }

    /** Returns the share of faults found by the level of damage that they reach; 1 is failure. */
    Map<Double, Double> recallByLevel() {
        Map<Double, Double> recall = new TreeMap<>();
        levels.forEach((level, counted) -> recall.put(level, (double) counted[1] / counted[0]));
        return recall;
    }

    double of(Count what) {
        return counts.getOrDefault(what, 0.0);
    }

    /** Returns the counts of all together. */
    static Tally sum(List<Tally> parts) {
        Tally sum = new Tally();
        for (Tally part : parts) {
            part.counts.forEach(sum::add);
            sum.delays.addAll(part.delays);
            part.levels.forEach((level, counted) -> {
                int[] all = sum.levels.computeIfAbsent(level, key -> new int[2]);
                all[0] += counted[0];
                all[1] += counted[1];
            });
        }
        return sum;
    }

    double recall() {
        return ratio(Count.FOUND, Count.FAULTS);
    }

    double precision() {
        return of(Count.EPISODES) == 0 ? 0 : ratio(Count.RIGHT, Count.EPISODES);
    }

    double f1() {
        double recall = recall();
        double precision = precision();
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }

    /** Returns how many episodes told something wrong, be it of a machine or of a sensor, per machine and month. */
    double falseEpisodesPerAssetMonth() {
        double wrong = of(Count.EPISODES) - of(Count.RIGHT) + of(Count.SENSOR_EPISODES) - of(Count.SENSOR_RIGHT);
        return wrong / of(Count.MONTHS);
    }

    /** Returns the mean of the share of biased sensors told as such and of machine faults told as such. */
    double sensorProcessSplit() {
        return (ratio(Count.BIASES_AS_SENSOR, Count.BIASES_TOLD) + ratio(Count.FAULTS_AS_MACHINE, Count.FAULTS_TOLD))
                / 2;
    }

    /** Returns the metrics by their names in reports; one that could not be measured is NaN. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("event_f1", f1());
        metrics.put("event_recall", recall());
        metrics.put("event_precision", precision());
        metrics.put("event_recall_incipient", ratio(Count.INCIPIENT_FOUND, Count.INCIPIENT));
        metrics.put("false_episodes_per_asset_month", falseEpisodesPerAssetMonth());
        metrics.put("false_at_sensor_fault", of(Count.FALSE_AT_SENSOR_FAULT));
        metrics.put("false_at_nuisance", of(Count.FALSE_AT_NUISANCE));
        metrics.put("false_at_nothing", falseAtNothing());
        metrics.put("false_sensor_episodes", of(Count.SENSOR_EPISODES) - of(Count.SENSOR_RIGHT));
        metrics.put("delay_s_median", delays.isEmpty() ? Double.NaN : Quantiles.median(delays()));
        metrics.put("top3_contribution", ratio(Count.TOP3, Count.FOUND));
        metrics.put("top3_first_symptom", ratio(Count.TOP3_FIRST, Count.FOUND));
        metrics.put("sensor_process_split", sensorProcessSplit());
        metrics.put("bias_told", ratio(Count.BIASES_TOLD, Count.BIASES));
        metrics.put("bias_told_as_sensor", ratio(Count.BIASES_AS_SENSOR, Count.BIASES_TOLD));
        metrics.put("fault_told_as_machine", ratio(Count.FAULTS_AS_MACHINE, Count.FAULTS_TOLD));
        metrics.put("alarm_time_on_normal", ratio(Count.ALARM_MONTHS_ON_NORMAL, Count.NORMAL_MONTHS));
        metrics.put("faults", of(Count.FAULTS));
        metrics.put("episodes", of(Count.EPISODES));
        return metrics;
    }

    private double falseAtNothing() {
        return of(Count.EPISODES) - of(Count.RIGHT) - of(Count.FALSE_AT_SENSOR_FAULT) - of(Count.FALSE_AT_NUISANCE);
    }

    private double[] delays() {
        return delays.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double ratio(Count part, Count whole) {
        return of(whole) == 0 ? Double.NaN : of(part) / of(whole);
    }
}

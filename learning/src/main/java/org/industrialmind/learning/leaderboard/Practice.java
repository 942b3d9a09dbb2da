package org.industrialmind.learning.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.evaluation.DetectionMetrics;

/** What one candidate of a {@link Selection} gives practice rows, untouched and with faults, before its limit is known. */
final class Practice {
    private final Watch watch;
    private final List<double[]> untouched = new ArrayList<>(); // of each series
    private final Map<Integer, List<Look>> bySeed = new HashMap<>();

    /** The scores of one series with a fault in it, as 32-bit floats, since there are many; and which rows are faulty. */
    private static final class Look {
        private final float[] scores;
        private final boolean[] abnormal;

        Look(double[] scores, boolean[] abnormal) {
            this.scores = new float[scores.length];
            for (int row = 0; row < scores.length; row++) {
                this.scores[row] = (float) scores[row];
            }
            this.abnormal = abnormal;
        }

        DetectionMetrics.Points at(AlarmLimit limit) {
            double[] wide = new double[scores.length];
            for (int row = 0; row < wide.length; row++) {
                wide[row] = scores[row];
            }
            return DetectionMetrics.points(abnormal, limit.alarms(wide));
        }
    }

    Practice(Watch watch) {
        this.watch = watch;
    }

    List<RowMethod> methods() {
        return watch.methods();
    }

    /** Takes up the next series. */
    OnSeries begin(Map<RowMethod, double[]> heldOut, Map<RowMethod, double[]> scores) {
        Watch.Usual usual = watch.usual(own(heldOut));
        untouched.add(usual.scores(own(scores)));
        return new OnSeries(usual);
    }

    /** The candidate on one series. */
    final class OnSeries {
        private final Watch.Usual usual;

        private OnSeries(Watch.Usual usual) {
            this.usual = usual;
        }

        /** Looks at the series with a fault in it. */
        void look(int seed, Map<RowMethod, double[]> scores, boolean[] abnormal) {
            bySeed.computeIfAbsent(seed, _ -> new ArrayList<>()).add(new Look(usual.scores(own(scores)), abnormal));
        }
    }

    private List<double[]> own(Map<RowMethod, double[]> ofAll) {
        return watch.methods().stream()
                .map(method -> Objects.requireNonNull(ofAll.get(method)))
                .toList();
    }

    /**
     * Returns how the candidate did.
     *
     * @param share of the untouched rows that it may alarm in the typical series
     */
    Selection.Trial trial(double share, int seed) {
        double deviations = typical(scores -> lowest(scores, share));
        AlarmLimit limit = AlarmLimit.withDeadband(deviations);
        DetectionMetrics.Points points = bySeed.getOrDefault(seed, List.of()).stream()
                .map(look -> look.at(limit))
                .reduce(new DetectionMetrics.Points(0, 0, 0, 0), DetectionMetrics.Points::plus);
        return new Selection.Trial(
                watch.withDeviations(deviations), points.f1(), points.recall(), typical(limit::alarmTime));
    }

    /**
     * Returns the lowest limit whose alarms, deadband and all, take no more than the share of the rows, and of held-out rows
     * if their scores are normally distributed: however quiet the practice rows are.
     */
    private static double lowest(double[] scores, double share) {
        double least = Normal.quantile(1 - share);
        double[] limits =
                Arrays.stream(scores).filter(score -> score > least).sorted().toArray();
        if (AlarmLimit.withDeadband(least).alarmTime(scores) <= share) {
            return least;
        }
        int low = 0;
        int high = limits.length - 1; // the largest score alarms nothing
        while (low < high) {
            int middle = (low + high) / 2;
            if (AlarmLimit.withDeadband(limits[middle]).alarmTime(scores) <= share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return limits[low];
    }

    private double typical(ToDoubleFunction<double[]> figure) {
        return Quantiles.median(untouched.stream().mapToDouble(figure).toArray());
    }
}

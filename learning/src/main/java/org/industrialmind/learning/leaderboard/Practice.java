package org.industrialmind.learning.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.statistics.Quantiles;

/** What one candidate of a {@link Selection} gives practice rows, untouched and with faults, before its limit is known. */
final class Practice {
    private static final double LEAST_LIMIT = 3; // deviations of held-out rows, however quiet the practice rows are

    private final Watch watch;
    private final List<double[]> untouched = new ArrayList<>(); // of each series
    private final Map<Integer, List<Look>> bySeed = new HashMap<>();

    /** Scores of one series with a fault in it: those of its faulty rows, and of the others. */
    private record Look(Scores faulty, Scores sound) {}

    /** Some scores as 32-bit floats: there are many. */
    private static final class Scores {
        private final float[] values;

        Scores(double[] scores, boolean[] abnormal, boolean which) {
            float[] some = new float[scores.length];
            int count = 0;
            for (int row = 0; row < scores.length; row++) {
                if (abnormal[row] == which) {
                    some[count++] = (float) scores[row];
                }
            }
            values = Arrays.copyOf(some, count);
        }

        int above(double limit) {
            int above = 0;
            for (float value : values) {
                above += value > limit ? 1 : 0;
            }
            return above;
        }

        int count() {
            return values.length;
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
            double[] smoothed = usual.scores(own(scores));
            bySeed.computeIfAbsent(seed, _ -> new ArrayList<>())
                    .add(new Look(new Scores(smoothed, abnormal, true), new Scores(smoothed, abnormal, false)));
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
     * @param share of the untouched rows that its limit leaves above it in the typical series
     */
    Selection.Trial trial(double share, int seed) {
        double limit = Math.max(LEAST_LIMIT, typical(scores -> Quantiles.quantile(scores, 1 - share)));
        double alarmTime = typical(scores -> Arrays.stream(scores)
                .map(score -> score > limit ? 1 : 0)
                .average()
                .orElse(0));
        long faulty = 0;
        long found = 0;
        long falsely = 0;
        for (Look look : bySeed.getOrDefault(seed, List.of())) {
            faulty += look.faulty().count();
            found += look.faulty().above(limit);
            falsely += look.sound().above(limit);
        }
        double f1 = 2.0 * found / (faulty + found + falsely);
        return new Selection.Trial(watch.withDeviations(limit), f1, (double) found / faulty, alarmTime);
    }

    private double typical(ToDoubleFunction<double[]> figure) {
        return Quantiles.median(untouched.stream().mapToDouble(figure).toArray());
    }
}

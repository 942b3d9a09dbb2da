package org.industrialmind.learning.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Chooses a watch for a data set without a look at its test rows.
 *
 * <p>The rule, the same for every data set. Normal series are parted in time into rows to learn from and rows to practise
 * on. The limit of each candidate is what leaves the budgeted share of the untouched practice rows above it, and at least
 * three deviations of the held-out rows: practice rows come later in time than what was learned, and drift that held-out
 * blocks do not show is in them. Then {@linkplain RowFaults made-up faults} are put into the practice rows, and the candidate
 * that alarms the largest share of the faulty rows is taken. A candidate whose scale differs from series to series needs a
 * high limit and pays for it.
 *
 * @param falseAlarmShare the share of normal rows that may be alarmed, in (0, 1)
 */
public record Selection(double falseAlarmShare) {
    private static final double LEAST_LIMIT = 3; // deviations of held-out rows, however quiet the practice rows are
    private static final int COPIES = 3 * RowFaults.kinds(); // three faults of each kind a series
    private static final int MOST_SERIES = 12; // spread over the data set: enough to rank a handful of candidates

    /** @throws IllegalArgumentException if the share is outside (0, 1) */
    public Selection {
        if (!(falseAlarmShare > 0 && falseAlarmShare < 1)) {
            throw new IllegalArgumentException(
                    "share " + falseAlarmShare + " of normal rows to be alarmed: expected one in (0, 1)");
        }
    }

    /**
     * How a candidate did.
     *
     * @param found share of the faulty rows that it alarms
     * @param alarmTime share of the untouched practice rows that are alarmed at its limit
     */
    public record Trial(Watch watch, double found, double alarmTime) {}

    /**
     * Tries the candidates and returns them with their limits, the best first.
     *
     * @param practice normal series, their test rows those to practise on
     */
    public List<Trial> trials(List<Watch> candidates, List<LabelledSeries> practice, long seed) {
        List<LabelledSeries> some = spread(practice);
        return candidates.stream()
                .map(candidate -> trial(candidate, some, seed))
                .sorted(Comparator.comparingDouble(Trial::found).reversed())
                .toList();
    }

    private static List<LabelledSeries> spread(List<LabelledSeries> all) {
        int count = Math.min(MOST_SERIES, all.size());
        List<LabelledSeries> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get(i * all.size() / count));
        }
        return some;
    }

    private Trial trial(Watch watch, List<LabelledSeries> practice, long seed) {
        List<double[]> untouched = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        List<boolean[]> labels = new ArrayList<>();
        for (LabelledSeries sound : practice) {
            Watch.Learned learned = watch.learn(sound.train(), seed);
            untouched.add(learned.scores(sound));
            for (int copy = 0; copy < COPIES; copy++) {
                LabelledSeries faulty = RowFaults.into(sound, copy % RowFaults.kinds(), seed * COPIES + copy);
                scores.add(learned.scores(faulty));
                labels.add(faulty.abnormal());
            }
        }
        double[] normal = joined(untouched);
        double limit = Math.max(LEAST_LIMIT, Quantiles.quantile(normal, 1 - falseAlarmShare));
        double above = Arrays.stream(normal).filter(score -> score > limit).count() / (double) normal.length;
        return new Trial(watch.withDeviations(limit), shareFound(labels, scores, limit), above);
    }

    private static double[] joined(List<double[]> all) {
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double shareFound(List<boolean[]> labels, List<double[]> scores, double limit) {
        long faulty = 0;
        long found = 0;
        for (int i = 0; i < labels.size(); i++) {
            for (int row = 0; row < labels.get(i).length; row++) {
                if (labels.get(i)[row]) {
                    faulty++;
                    found += scores.get(i)[row] > limit ? 1 : 0;
                }
            }
        }
        return (double) found / faulty;
    }
}

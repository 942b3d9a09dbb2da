package org.industrialmind.learning.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Chooses a watch for a data set without a look at its test rows.
 *
 * <p>The rule, the same for every data set. Normal series are parted in time into rows to learn from and rows to practise
 * on. The limit of each candidate is what leaves the budgeted share of the untouched practice rows above it in the typical
 * series, which is the median over them, and at least three deviations of the held-out rows. Practice rows come later in
 * time than what was learned, and drift that held-out blocks do not show is in them; the median, so that one recording which
 * changes its habits between its two parts does not make all others deaf. Then {@linkplain RowFaults made-up faults} are put
 * into the practice rows, and the candidate that alarms the largest share of the faulty rows is taken.
 *
 * @param falseAlarmShare the share of normal rows that may be alarmed, in (0, 1)
 */
public record Selection(double falseAlarmShare) {
    private static final double LEAST_LIMIT = 3; // deviations of held-out rows, however quiet the practice rows are
    private static final int COPIES = 2 * RowFaults.kinds(); // two faults of each kind a series
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
     * @param alarmTime share of the untouched practice rows that are alarmed at its limit, in the typical series
     */
    public record Trial(Watch watch, double found, double alarmTime) {}

    /**
     * Tries the candidates and returns the best one for each seed, with its limit.
     *
     * @param practice normal series, their test rows those to practise on
     * @param seeds of the made-up faults; whatever a method draws is drawn by the first
     */
    public List<Trial> best(List<Watch> candidates, List<LabelledSeries> practice, List<Long> seeds) {
        List<LabelledSeries> some = spread(practice);
        List<List<Trial>> byCandidate = candidates.stream()
                .map(candidate -> trials(candidate, some, seeds))
                .toList();
        return IntStream.range(0, seeds.size())
                .mapToObj(seed -> byCandidate.stream()
                        .map(trials -> trials.get(seed))
                        .max(Comparator.comparingDouble(Trial::found))
                        .orElseThrow(() -> new IllegalArgumentException("no candidate to choose: expected one")))
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

    private List<Trial> trials(Watch watch, List<LabelledSeries> practice, List<Long> seeds) {
        List<Watch.Learned> learned = practice.stream()
                .map(sound -> watch.learn(sound.train(), seeds.getFirst()))
                .toList();
        List<double[]> untouched = IntStream.range(0, practice.size())
                .mapToObj(i -> learned.get(i).scores(practice.get(i)))
                .toList();
        double limit =
                Math.max(LEAST_LIMIT, typical(untouched, scores -> Quantiles.quantile(scores, 1 - falseAlarmShare)));
        double alarmTime = typical(untouched, scores -> (double) above(scores, limit) / scores.length);
        return seeds.stream()
                .map(seed ->
                        new Trial(watch.withDeviations(limit), shareFound(learned, practice, limit, seed), alarmTime))
                .toList();
    }

    private static double typical(List<double[]> series, ToDoubleFunction<double[]> figure) {
        return Quantiles.median(series.stream().mapToDouble(figure).toArray());
    }

    private static long above(double[] scores, double limit) {
        return Arrays.stream(scores).filter(score -> score > limit).count();
    }

    private static double shareFound(
            List<Watch.Learned> learned, List<LabelledSeries> practice, double limit, long seed) {
        long faulty = 0;
        long found = 0;
        for (int i = 0; i < practice.size(); i++) {
            for (int copy = 0; copy < COPIES; copy++) {
                LabelledSeries broken = RowFaults.into(practice.get(i), copy % RowFaults.kinds(), seed * COPIES + copy);
                double[] scores = learned.get(i).scores(broken);
                boolean[] abnormal = broken.abnormal();
                for (int row = 0; row < scores.length; row++) {
                    faulty += abnormal[row] ? 1 : 0;
                    found += abnormal[row] && scores[row] > limit ? 1 : 0;
                }
            }
        }
        return (double) found / faulty;
    }
}

package org.industrialmind.learning.tabular.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.metrics.Reliability;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Compares what a classifier does to groups, and says how sure the comparison is.
 *
 * <p>The intervals are percentiles of the bootstrap [1]: the rows of each group are redrawn with replacement, as many as there
 * are. A difference of the largest and the smallest of several rates is never negative and so biased upwards, the more the
 * smaller the groups: an interval that nearly touches 0 says little, and of groups that are too small only that they are.
 *
 * <ol>
 *   <li>Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
 *   <li>Barocas, Hardt and Narayanan 2023, Fairness and Machine Learning, chapter 3: what the rates mean, and what not.
 * </ol>
 *
 * @param smallest a group with fewer rows, or fewer than a third of it positive or negative ones, is warned of
 * @param draws of the bootstrap; at least 100
 * @param confidence of the intervals, in (0, 1)
 */
public record FairnessAudit(int smallest, int draws, double confidence) {
    private static final int BINS = 10;

    public FairnessAudit {
        if (smallest < 1 || draws < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("seen a smallest group of " + smallest + ", " + draws
                    + " draws and a confidence of " + confidence + ": expected at least 1, at least 100, and (0, 1)");
        }
    }

    /** Returns a warning below 30 rows, a thousand draws, and 95 % confidence. */
    public static FairnessAudit defaults() {
        return new FairnessAudit(30, 1000, 0.95);
    }

    /** Returns the rates of each group and their gaps. */
    public FairnessReport of(JudgedRows rows, GroupThresholds thresholds, long seed) {
        int[] groups = rows.groups();
        List<GroupRates> rates = Arrays.stream(groups)
                .mapToObj(group -> rates(rows, group, thresholds.of(group)))
                .toList();
        int[][] cells = Arrays.stream(groups)
                .mapToObj(group -> cells(rows, group, thresholds.of(group)))
                .toArray(int[][]::new);
        return new FairnessReport(rates, gaps(cells, new SplittableRandom(seed)), warnings(rates));
    }

    private static GroupRates rates(JudgedRows rows, int group, double threshold) {
        int[] of = rowsOf(rows, group);
        double[] counts = counts(cells(rows, group, threshold));
        boolean[] positive = new boolean[of.length];
        double[] probabilities = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            positive[i] = rows.positive(of[i]);
            probabilities[i] = rows.probability(of[i]);
        }
        return new GroupRates(
                group,
                of.length,
                (int) (counts[0] + counts[2]),
                rate(Gap.Rate.SELECTION, counts),
                rate(Gap.Rate.RECALL, counts),
                rate(Gap.Rate.FALSE_ALARM, counts),
                rate(Gap.Rate.PRECISION, counts),
                (counts[0] + counts[2]) / of.length,
                Arrays.stream(probabilities).average().orElseThrow(),
                Reliability.of(positive, probabilities, BINS).expectedError());
    }

    private static int[] rowsOf(JudgedRows rows, int group) {
        return IntStream.range(0, rows.size())
                .filter(r -> rows.group(r) == group)
                .toArray();
    }

    /** Returns where each row of a group falls: 0 hit, 1 false alarm, 2 miss, 3 rest. */
    private static int[] cells(JudgedRows rows, int group, double threshold) {
        return Arrays.stream(rowsOf(rows, group))
                .map(r -> (rows.positive(r) ? 0 : 1) + (rows.probability(r) >= threshold ? 0 : 2))
                .toArray();
    }

    private static double[] counts(int[] cells) {
        double[] counts = new double[4];
        for (int cell : cells) {
            counts[cell]++;
        }
        return counts;
    }

    private static double rate(Gap.Rate rate, double[] counts) {
        return rate.of(counts[0], counts[1], counts[0] + counts[2], counts[1] + counts[3]);
    }

    private Map<Gap.Rate, Gap> gaps(int[][] cells, SplittableRandom random) {
        Map<Gap.Rate, double[][]> drawn = new EnumMap<>(Gap.Rate.class);
        for (Gap.Rate rate : Gap.Rate.values()) {
            drawn.put(rate, new double[2][draws]);
        }
        for (int draw = 0; draw < draws; draw++) {
            double[][] counts = new double[cells.length][];
            for (int g = 0; g < cells.length; g++) {
                counts[g] = redrawn(cells[g], random);
            }
            for (Map.Entry<Gap.Rate, double[][]> entry : drawn.entrySet()) {
                double[] apart = apart(entry.getKey(), counts);
                entry.getValue()[0][draw] = apart[0];
                entry.getValue()[1][draw] = apart[1];
            }
        }
        double[][] seen = Arrays.stream(cells).map(FairnessAudit::counts).toArray(double[][]::new);
        Map<Gap.Rate, Gap> gaps = new EnumMap<>(Gap.Rate.class);
        drawn.forEach((rate, values) -> {
            double[] apart = apart(rate, seen);
            gaps.put(rate, new Gap(rate, apart[0], apart[1], interval(values[0]), interval(values[1])));
        });
        return gaps;
    }

    private static double[] redrawn(int[] cells, SplittableRandom random) {
        double[] counts = new double[4];
        for (int i = 0; i < cells.length; i++) {
            counts[cells[random.nextInt(cells.length)]]++;
        }
        return counts;
    }

    /** Returns the difference and the ratio of the outermost rates that are defined. */
    private static double[] apart(Gap.Rate rate, double[][] counts) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int defined = 0;
        for (double[] group : counts) {
            double value = rate(rate, group);
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                defined++;
            }
        }
        return defined < 2 ? new double[] {Double.NaN, Double.NaN} : new double[] {high - low, low / high};
    }

    private Gap.Interval interval(double[] drawn) {
        double[] ascending = Arrays.stream(drawn)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (ascending.length == 0) {
            return new Gap.Interval(Double.NaN, Double.NaN);
        }
        double outside = (1 - confidence) / 2;
        return new Gap.Interval(Quantiles.ofSorted(ascending, outside), Quantiles.ofSorted(ascending, 1 - outside));
    }

    private List<String> warnings(List<GroupRates> rates) {
        List<String> warnings = new ArrayList<>();
        for (GroupRates group : rates) {
            int negatives = group.rows() - group.positives();
            int rarer = Math.min(group.positives(), negatives);
            if (group.rows() < smallest) {
                warnings.add("group " + group.group() + " has " + group.rows() + " rows, fewer than " + smallest
                        + ": its rates are mostly luck");
            } else if (3 * rarer < smallest) {
                warnings.add("group " + group.group() + " has " + group.positives() + " positive and " + negatives
                        + " negative rows: its recall or false alarm rate is mostly luck");
            }
        }
        return warnings;
    }
}

package org.industrialmind.learning.tabular.explain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.SymmetricEigen;

/**
 * Shapley values: the fair shares of the columns in the score of a row [1].
 *
 * <p>A coalition of columns is worth the mean score of the background rows with those columns taken from the row explained.
 * A column's share is what it adds to a coalition, averaged over all orders of joining. It is the only rule by which the
 * shares sum to score minus base (efficiency), columns that do the same get the same (symmetry), one that does nothing gets
 * nothing (dummy), and shares of a sum of models are sums of shares (linearity).
 *
 * <p>Up to {@code exactUpTo} columns all 2^p coalitions are asked and the shares are exact. Beyond, coalitions are drawn with
 * the kernel's weights, always with their complement, and a weighted regression whose shares must sum up finds the shares
 * [2]; its error falls with the root of the number drawn. Columns may be given as groups that join together: one-hot codes of
 * one word, lags of one sensor.
 *
 * <p>Shares are of the model's answer, not of causes in the world; mixing columns of row and background asks about rows that
 * may not exist. Trees have an exact method of their own that is far faster.
 *
 * <p>Complexity: coalitions x background rows x one score.
 *
 * <ol>
 *   <li>Shapley 1953, A value for n-person games, Contributions to the Theory of Games II.
 *   <li>Lundberg and Lee 2017, A unified approach to interpreting model predictions, NeurIPS 30.
 *   <li>Covert and Lee 2021, Improving KernelSHAP: practical Shapley value estimation, AISTATS: paired coalitions.
 * </ol>
 */
public final class KernelShap {
    private static final int MOST_EXACT = 20; // a million coalitions

    private final RowScore model;
    private final Matrix background;
    private final List<List<Integer>> groups;
    private final Settings settings;

    /**
     * How the coalitions are asked.
     *
     * @param exactUpTo so many groups are answered exactly, from 0 to 20
     * @param coalitions drawn where there are more groups, rounded up to pairs; at least 2
     */
    public record Settings(int exactUpTo, int coalitions) {
        public Settings {
            if (exactUpTo < 0 || exactUpTo > MOST_EXACT || coalitions < 2) {
                throw new IllegalArgumentException("seen exact answers up to " + exactUpTo + " groups and " + coalitions
                        + " coalitions: expected 0 to " + MOST_EXACT + ", and at least 2");
            }
        }

        public static Settings defaults() {
            return new Settings(11, 2048); // 2^11: as many coalitions one way as the other
        }
    }

    private KernelShap(RowScore model, Matrix background, List<List<Integer>> groups, Settings settings) {
        this.model = model;
        this.background = background;
        this.groups = groups;
        this.settings = settings;
    }

    /** Explains by single columns. Shape: background [row, column], some dozens of typical rows. */
    public static KernelShap of(RowScore model, Matrix background) {
        List<List<Integer>> alone =
                IntStream.range(0, background.columns()).mapToObj(List::of).toList();
        return of(model, background, alone, Settings.defaults());
    }

    /**
     * Explains by groups of columns.
     *
     * @throws IllegalArgumentException unless each column is in exactly one group
     */
    public static KernelShap of(RowScore model, Matrix background, List<List<Integer>> groups, Settings settings) {
        int[] all = groups.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (!Arrays.equals(all, IntStream.range(0, background.columns()).toArray())) {
            throw new IllegalArgumentException("the groups hold the columns " + Arrays.toString(all)
                    + ": expected each of 0 to " + (background.columns() - 1) + " in exactly one group");
        }
        return new KernelShap(
                model, background, groups.stream().map(List::copyOf).toList(), settings);
    }

    /** Returns the share of each group in the score of the row. */
    public Attribution explain(double[] row, long seed) {
        if (row.length != background.columns()) {
            throw new IllegalArgumentException("the row has " + row.length + " values: expected " + background.columns()
                    + ", as the background has");
        }
        int p = groups.size();
        return p <= settings.exactUpTo() || p < 3 ? exact(row) : sampled(row, new SplittableRandom(seed));
    }

    /** Returns the mean score of the background with the coalition's columns taken from the row. */
    private double worth(double[] row, BitSet coalition) {
        double[] values = background.toArray();
        for (int g = coalition.nextSetBit(0); g >= 0; g = coalition.nextSetBit(g + 1)) {
            for (int column : groups.get(g)) {
                for (int r = 0; r < background.rows(); r++) {
                    values[r * row.length + column] = row[column];
                }
            }
        }
        double[] scores = model.of(Matrix.of(background.rows(), row.length, values));
        return Arrays.stream(scores).average().orElseThrow();
    }

    private Attribution exact(double[] row) {
        int p = groups.size();
        double[] worths = new double[1 << p];
        for (int set = 0; set < worths.length; set++) {
            worths[set] = worth(row, BitSet.valueOf(new long[] {set}));
        }
        double[] weights = new double[p]; // by the size of the coalition joined: size! (p - 1 - size)! / p!
        weights[0] = 1.0 / p;
        for (int size = 1; size < p; size++) {
            weights[size] = weights[size - 1] * size / (p - size);
        }
        Double[] shares = new Double[p];
        for (int g = 0; g < p; g++) {
            double share = 0;
            for (int set = 0; set < worths.length; set++) {
                if ((set >> g & 1) == 0) {
                    share += weights[Integer.bitCount(set)] * (worths[set | 1 << g] - worths[set]);
                }
            }
            shares[g] = share;
        }
        return new Attribution(worths[0], List.of(shares));
    }

    /** Solves the kernel's least squares over drawn coalitions; the last share is what the others leave of the total. */
    private Attribution sampled(double[] row, SplittableRandom random) {
        int p = groups.size();
        double base = worth(row, new BitSet());
        double total = worth(row, first(p)) - base;
        double[] square = new double[(p - 1) * (p - 1)];
        double[] right = new double[p - 1];
        drawPairs(p, random).forEach((coalition, times) -> {
            double last = coalition.get(p - 1) ? 1 : 0;
            double y = worth(row, coalition) - base - last * total;
            for (int g = 0; g < p - 1; g++) {
                double x = (coalition.get(g) ? 1 : 0) - last;
                right[g] += times * x * y;
                for (int h = 0; h < p - 1; h++) {
                    square[g * (p - 1) + h] += times * x * ((coalition.get(h) ? 1 : 0) - last);
                }
            }
        });
        double[] shares = Arrays.copyOf(solve(Matrix.of(p - 1, p - 1, square), right), p);
        shares[p - 1] = total - Arrays.stream(shares).sum();
        return new Attribution(base, Arrays.stream(shares).boxed().toList());
    }

    private static BitSet first(int count) {
        BitSet set = new BitSet(count);
        set.set(0, count);
        return set;
    }

    /** Returns how often each coalition was drawn, its complement drawn with it. */
    private Map<BitSet, Integer> drawPairs(int p, SplittableRandom random) {
        Map<BitSet, Integer> drawn = new LinkedHashMap<>(); // in the order of drawing, so that sums are reproducible
        for (int i = 0; i < settings.coalitions(); i += 2) {
            BitSet coalition = draw(p, random);
            BitSet complement = first(p);
            complement.andNot(coalition);
            drawn.merge(coalition, 1, Integer::sum);
            drawn.merge(complement, 1, Integer::sum);
        }
        return drawn;
    }

    /** Draws a coalition with the probability of the kernel: its size by 1 / (size (p - size)), then any of that size. */
    private static BitSet draw(int p, SplittableRandom random) {
        double sum = 0;
        for (int size = 1; size < p; size++) {
            sum += 1.0 / (size * (p - size));
        }
        double left = random.nextDouble() * sum;
        int size = 1;
        while (size < p - 1 && (left -= 1.0 / (size * (p - size))) >= 0) {
            size++;
        }
        BitSet coalition = new BitSet(p);
        int missing = size;
        for (int g = 0; g < p; g++) {
            if (random.nextInt(p - g) < missing) {
                coalition.set(g);
                missing--;
            }
        }
        return coalition;
    }

    /** Returns the shortest solution of the normal equations; too few coalitions leave directions open, which stay 0. */
    private static double[] solve(Matrix square, double[] right) {
        SymmetricEigen eigen = SymmetricEigen.of(square);
        double[] values = eigen.values();
        Matrix vectors = eigen.vectors();
        double[] along = vectors.transposed().times(right);
        for (int i = 0; i < along.length; i++) {
            along[i] = values[i] > 1e-10 * values[0] ? along[i] / values[i] : 0;
        }
        return vectors.times(along);
    }
}

package org.industrialmind.foundations.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * The support vector machine: of all surfaces between two classes, the one with the widest margin, where rows inside the
 * margin or beyond it pay.
 *
 * <p>In its dual form [1] only likenesses of rows count, so that a kernel can stand for a space of more columns, and the
 * solution leans on the few rows at the margin. {@link SequentialMinimal} solves it. More than two classes: one machine for
 * each pair, and they vote [2]. The machine draws a boundary, not probabilities: without folds, the probability of a class
 * is its share of the votes. With folds, each machine's decisions on rows it did not see are fitted by a logistic curve
 * [3], and the curves of all pairs are coupled into probabilities [4]. Columns should be of like scale.
 *
 * <p>Complexity: between O(n^2 p) and O(n^3); memory for kernel rows is bounded.
 *
 * <ol>
 *   <li>Cortes and Vapnik 1995, Support-vector networks, Machine Learning 20.
 *   <li>Hsu and Lin 2002, A comparison of methods for multiclass support vector machines, IEEE Transactions on Neural
 *       Networks 13(2).
 *   <li>Platt 1999, Probabilistic outputs for support vector machines, Advances in Large Margin Classifiers.
 *   <li>Wu, Lin and Weng 2004, Probability estimates for multi-class classification by pairwise coupling, JMLR 5.
 * </ol>
 *
 * @param cost what a row pays for each unit that it lies on the wrong side of its margin, times its weight; above 0
 * @param balanced whether the cost is shared so that all classes pay alike, however many rows they have
 * @param folds into how many parts the rows are divided to learn probabilities; 0 for votes
 * @param tolerance of the optimality conditions
 */
public record SupportVectorClassification(Kernel kernel, double cost, boolean balanced, int folds, double tolerance)
        implements ClassifierTrainer {
    static final long ITERATIONS = 10_000_000;

    /** @throws IllegalArgumentException if a setting is outside its range */
    public SupportVectorClassification {
        requirePositive(cost, tolerance);
        if (folds != 0 && folds < 2) {
            throw new IllegalArgumentException(folds + " folds: expected 2 or more, or 0 for votes");
        }
    }

    static void requirePositive(double cost, double tolerance) {
        if (!(cost > 0 && tolerance > 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException("support vectors at cost " + cost + " and tolerance " + tolerance
                    + ": expected finite numbers above 0");
        }
    }

    /** A radial kernel of suggested reach at cost 1; votes. */
    public static SupportVectorClassification defaults() {
        return new SupportVectorClassification(Kernel.AUTOMATIC, 1, false, 0, 1e-3);
    }

    public SupportVectorClassification withKernel(Kernel other) {
        return new SupportVectorClassification(other, cost, balanced, folds, tolerance);
    }

    public SupportVectorClassification withCost(double other) {
        return new SupportVectorClassification(kernel, other, balanced, folds, tolerance);
    }

    /** Learns probabilities on five folds. */
    public SupportVectorClassification withProbabilities() {
        return new SupportVectorClassification(kernel, cost, balanced, 5, tolerance);
    }

    /** {@inheritDoc} The seed draws the folds; rows of weight 0 are left out. */
    @Override
    public SupportVectorModel fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        Likeness all = Likeness.of(Likeness.settled(kernel, rows.rows()), rows.rows());
        double[] costs = costs(rows);
        List<SupportVectorModel.Pair> pairs = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int first = 0; first < rows.classes(); first++) {
            for (int second = first + 1; second < rows.classes(); second++) {
                int[] places = places(rows, first, second);
                double[] signs = signs(rows, places, second);
                if (Arrays.stream(signs).distinct().count() == 2) {
                    SupportVectors machine = machine(all, places, signs, costs);
                    Sigmoid sigmoid = folds == 0
                            ? Sigmoid.NONE
                            : Sigmoid.of(heldOut(all, places, signs, costs, random), signs, weights(rows, places));
                    pairs.add(new SupportVectorModel.Pair(first, second, machine, sigmoid));
                }
            }
        }
        return SupportVectorModel.of(all, rows.classWeights(), pairs, folds > 0);
    }

    private double[] costs(LabelledRows rows) {
        double[] costs = rows.weights();
        double[] classWeights = rows.classWeights();
        double total = Arrays.stream(classWeights).sum();
        long present = Arrays.stream(classWeights).filter(w -> w > 0).count();
        for (int r = 0; r < costs.length; r++) {
            double share = balanced ? total / (present * classWeights[rows.label(r)]) : 1;
            costs[r] *= costs[r] == 0 ? 0 : cost * share;
        }
        return costs;
    }

    private static int[] places(LabelledRows rows, int first, int second) {
        return IntStream.range(0, rows.size())
                .filter(r -> rows.weight(r) > 0 && (rows.label(r) == first || rows.label(r) == second))
                .toArray();
    }

    private static double[] signs(LabelledRows rows, int[] places, int second) {
        return Arrays.stream(places)
                .mapToDouble(r -> rows.label(r) == second ? 1 : -1)
                .toArray();
    }

    private static double[] weights(LabelledRows rows, int[] places) {
        return Arrays.stream(places).mapToDouble(rows::weight).toArray();
    }

    private SupportVectors machine(Likeness all, int[] places, double[] signs, double[] costs) {
        int n = places.length;
        double[] low = new double[n];
        double[] high = new double[n];
        for (int k = 0; k < n; k++) {
            low[k] = signs[k] > 0 ? 0 : -costs[places[k]];
            high[k] = signs[k] > 0 ? costs[places[k]] : 0;
        }
        SequentialMinimal solved = new SequentialMinimal(
                        new KernelCache(all.select(places)),
                        SequentialMinimal.ascending(n),
                        signs,
                        low,
                        high,
                        new double[n])
                .solve(tolerance, ITERATIONS);
        return SupportVectors.of(solved, solved.solution, places);
    }

    /** Returns the decision on each row by a machine that did not see it. */
    private double[] heldOut(Likeness all, int[] places, double[] signs, double[] costs, SplittableRandom random) {
        int n = places.length;
        int[] fold = new int[n];
        int[] dealt = new int[2]; // each class is dealt out evenly
        int[] order = SequentialMinimal.ascending(n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        for (int k : order) {
            fold[k] = dealt[signs[k] > 0 ? 1 : 0]++ % folds;
        }
        double[] decisions = new double[n];
        for (int f = 0; f < folds; f++) {
            int held = f;
            int[] kept = IntStream.range(0, n).filter(k -> fold[k] != held).toArray();
            double[] keptSigns = Arrays.stream(kept).mapToDouble(k -> signs[k]).toArray();
            int[] keptPlaces = Arrays.stream(kept).map(k -> places[k]).toArray();
            long sides = Arrays.stream(keptSigns).distinct().count();
            SupportVectors machine = sides == 2 ? machine(all, keptPlaces, keptSigns, costs) : null;
            for (int k = 0; k < n; k++) {
                if (fold[k] == held) {
                    decisions[k] =
                            machine != null ? machine.decision(all.ofRow(places[k])) : (sides == 0 ? 0 : keptSigns[0]);
                }
            }
        }
        return decisions;
    }
}

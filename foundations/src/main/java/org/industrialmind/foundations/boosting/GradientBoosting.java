package org.industrialmind.foundations.boosting;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Gradient boosting on histograms: a sum of small trees, each a step down the slope of the loss.
 *
 * <p>The model stands at raw scores F. Each round takes gradient g and curvature h of the loss at every row and grows a tree
 * whose leaves are Newton steps, -sum g / (sum h + lambda) [1, 2], shrunk by the learning rate. What made this the method to
 * beat on tables is the histogram [3]: values are binned once, a split is sought among 255 sums in place of all rows, a
 * leaf's histogram is its parent's less its sibling's, and the leaf that gains most grows next. Missing values go to the
 * better side; a column of categories is cut in the order of its gradients; a monotone column bounds the leaves on either
 * side of each of its cuts.
 *
 * <p>The trade: smooth functions are approximated by stairs, and nothing is known beyond the range of the rows. Small data
 * want fewer leaves, larger ones more rounds; a lower learning rate with early stopping rarely loses.
 *
 * <p>Shape: [row, column]. Complexity: O(rows x columns) for each level of each tree; a row of the table costs a byte a
 * column. The same rows, settings and seed give the same model on any number of threads.
 *
 * <ol>
 *   <li>Friedman 2001, Greedy function approximation: a gradient boosting machine, The Annals of Statistics 29(5).
 *   <li>Chen and Guestrin 2016, XGBoost: a scalable tree boosting system, KDD.
 *   <li>Ke et al. 2017, LightGBM: a highly efficient gradient boosting decision tree, NIPS.
 * </ol>
 *
 * @param loss what a wrong number costs; labels always have the log loss
 * @param rounds the most trees (times classes, where there are more than two), at least 1
 * @param learningRate the share of a Newton step that is taken, in (0, 1]
 * @param tree how far each tree may grow
 * @param bins the most bins of a column of numbers, 2 to 255; missing values have one of their own
 * @param rowShare the share of the rows, drawn anew for each round, that its trees are grown on, in (0, 1]
 * @param columnShare the share of the columns, drawn anew for each tree, that it may ask, in (0, 1]
 * @param categorical the columns whose values are names, at most 255 each; any numbers may stand for them
 * @param monotone the columns along which predictions may go one way only; not for more than two classes
 * @param stopping whether to stop when held-out rows are predicted no better
 */
public record GradientBoosting(
        RegressionLoss loss,
        int rounds,
        double learningRate,
        TreeShape tree,
        int bins,
        double rowShare,
        double columnShare,
        Set<Integer> categorical,
        Map<Integer, Direction> monotone,
        Optional<EarlyStopping> stopping)
        implements ClassifierTrainer, RegressorTrainer {
    public GradientBoosting {
        Settings.require(rounds >= 1, "rounds", rounds, "at least 1");
        Settings.require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "above 0 and at most 1");
        Settings.require(bins >= 2 && bins <= 255, "bins", bins, "2 to 255");
        Settings.require(rowShare > 0 && rowShare <= 1, "rowShare", rowShare, "above 0 and at most 1");
        Settings.require(columnShare > 0 && columnShare <= 1, "columnShare", columnShare, "above 0 and at most 1");
        categorical = Set.copyOf(categorical);
        monotone = Map.copyOf(monotone);
        for (int column : monotone.keySet()) {
            if (categorical.contains(column)) {
                throw new IllegalArgumentException(
                        "column " + column + " is categorical and monotone: expected one of both, names have no order");
            }
        }
    }

    /** Returns 100 rounds of 31 leaves at a learning rate of 0.1 on all rows and columns, without early stopping. */
    public static GradientBoosting defaults() {
        return new GradientBoosting(
                new RegressionLoss.Squared(),
                100,
                0.1,
                TreeShape.defaults(),
                255,
                1,
                1,
                Set.of(),
                Map.of(),
                Optional.empty());
    }

    /** @throws IllegalArgumentException if a setting names a column that is not there, or does not suit the classes */
    @Override
    public BoostedClassifier fit(LabelledRows rows, long seed) {
        requireMonotoneSuits(rows);
        return new BoostedClassifier(train(Sample.of(rows), objective(rows.classes()), seed), rows.classes());
    }

    /** Learns with early stopping by rows of one's own; {@link EarlyStopping#defaults()} where none is set. */
    public BoostedClassifier fit(LabelledRows rows, LabelledRows validation, long seed) {
        requireMonotoneSuits(rows);
        requireSame("classes", rows.classes(), validation.classes());
        return new BoostedClassifier(
                train(Sample.of(rows), Sample.of(validation), objective(rows.classes()), seed), rows.classes());
    }

    /**
     * @throws IllegalArgumentException if a setting names a column that is not there, or a target is negative under the
     *     Poisson loss
     */
    @Override
    public BoostedRegressor fit(TargetRows rows, long seed) {
        return new BoostedRegressor(train(Sample.of(rows), this::objective, seed), loss);
    }

    /** Learns with early stopping by rows of one's own; {@link EarlyStopping#defaults()} where none is set. */
    public BoostedRegressor fit(TargetRows rows, TargetRows validation, long seed) {
        return new BoostedRegressor(train(Sample.of(rows), Sample.of(validation), this::objective, seed), loss);
    }

    private BoostedTrees train(Sample sample, Function<Sample, Objective> objective, long seed) {
        if (stopping.isEmpty()) {
            return run(sample, objective, Optional.empty(), seed);
        }
        Sample.Parts parts = sample.split(stopping.get().share(), seed);
        return train(parts.learned(), parts.held(), objective, seed);
    }

    private BoostedTrees train(Sample sample, Sample held, Function<Sample, Objective> objective, long seed) {
        requireSame("columns", sample.columns(), held.columns());
        EarlyStopping rule = stopping.orElseGet(EarlyStopping::defaults);
        return run(sample, objective, Optional.of(new BoostingRun.Watch(held, objective.apply(held), rule)), seed);
    }

    private BoostedTrees run(
            Sample sample, Function<Sample, Objective> objective, Optional<BoostingRun.Watch> watch, long seed) {
        return new BoostingRun(this, sample, objective.apply(sample), seed).train(watch);
    }

    private static void requireSame(String what, int learned, int held) {
        if (learned != held) {
            throw new IllegalArgumentException(
                    "the validation rows have " + held + " " + what + ": expected " + learned + ", as the others");
        }
    }

    private void requireMonotoneSuits(LabelledRows rows) {
        if (!monotone.isEmpty() && rows.classes() > 2) {
            throw new IllegalArgumentException("monotone columns are set for " + rows.classes()
                    + " classes: expected two, for a probability among more is not the sum of its own trees");
        }
    }

    private Function<Sample, Objective> objective(int classes) {
        return sample -> classes == 2 ? new LogisticObjective(sample) : new SoftmaxObjective(classes, sample);
    }

    private Objective objective(Sample sample) {
        return switch (loss) {
            case RegressionLoss.Squared _ -> new SquaredObjective(sample);
            case RegressionLoss.Quantile(double probability) -> new QuantileObjective(probability, sample);
            case RegressionLoss.Poisson _ -> new PoissonObjective(sample);
        };
    }

    /** Returns which way predictions may go along each column: 1, -1, or 0 for either. */
    int[] signs(int columns) {
        int[] signs = new int[columns];
        monotone.forEach((column, direction) -> signs[requireColumn(column, columns)] = direction.sign());
        categorical.forEach(column -> requireColumn(column, columns));
        return signs;
    }

    private static int requireColumn(int column, int columns) {
        if (column < 0 || column >= columns) {
            throw new IllegalArgumentException(
                    "a setting names column " + column + " of rows of " + columns + ": expected 0 to " + (columns - 1));
        }
        return column;
    }

    public GradientBoosting withLoss(RegressionLoss cost) {
        return new GradientBoosting(
                cost, rounds, learningRate, tree, bins, rowShare, columnShare, categorical, monotone, stopping);
    }

    public GradientBoosting withRounds(int most) {
        return new GradientBoosting(
                loss, most, learningRate, tree, bins, rowShare, columnShare, categorical, monotone, stopping);
    }

    public GradientBoosting withLearningRate(double rate) {
        return new GradientBoosting(
                loss, rounds, rate, tree, bins, rowShare, columnShare, categorical, monotone, stopping);
    }

    public GradientBoosting withTree(TreeShape shape) {
        return new GradientBoosting(
                loss, rounds, learningRate, shape, bins, rowShare, columnShare, categorical, monotone, stopping);
    }

    public GradientBoosting withBins(int most) {
        return new GradientBoosting(
                loss, rounds, learningRate, tree, most, rowShare, columnShare, categorical, monotone, stopping);
    }

    public GradientBoosting withRowShare(double share) {
        return new GradientBoosting(
                loss, rounds, learningRate, tree, bins, share, columnShare, categorical, monotone, stopping);
    }

    public GradientBoosting withColumnShare(double share) {
        return new GradientBoosting(
                loss, rounds, learningRate, tree, bins, rowShare, share, categorical, monotone, stopping);
    }

    public GradientBoosting withCategorical(int... names) {
        Set<Integer> columns = Arrays.stream(names).boxed().collect(Collectors.toUnmodifiableSet());
        return new GradientBoosting(
                loss, rounds, learningRate, tree, bins, rowShare, columnShare, columns, monotone, stopping);
    }

    public GradientBoosting withMonotone(Map<Integer, Direction> directions) {
        return new GradientBoosting(
                loss, rounds, learningRate, tree, bins, rowShare, columnShare, categorical, directions, stopping);
    }

    public GradientBoosting withStopping(EarlyStopping rule) {
        return new GradientBoosting(
                loss,
                rounds,
                learningRate,
                tree,
                bins,
                rowShare,
                columnShare,
                categorical,
                monotone,
                Optional.of(rule));
    }
}

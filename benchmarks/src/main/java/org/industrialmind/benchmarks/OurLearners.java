package org.industrialmind.benchmarks;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.foundations.tree.DecisionTree;
import org.industrialmind.foundations.tree.RandomForest;
import org.industrialmind.foundations.tree.TreeLimits;

/** Our own methods, on a pool of as many threads as asked. */
final class OurLearners implements LearnerProgram {
    private static final long SEED = 1;
    private static final TreeLimits LIMITS = TreeLimits.none().withRowsPerLeaf(LearnerTask.ROWS_OF_LEAF);

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public Optional<Measured> measure(LearnerTask task, LearnerTable table, int threads, double seconds) {
        Measured.Learning learning = learning(task, table);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) { // parallel streams stay in the pool that starts them
            return Optional.of(pool.submit(() -> Measured.of(task, table, seconds, learning))
                    .join());
        }
    }

    private static Measured.Learning learning(LearnerTask task, LearnerTable table) {
        return switch (task) {
            case BOOSTING ->
                classes(
                        table,
                        GradientBoosting.defaults()); // 100 rounds, 31 leaves of 20 rows, rate 0.1: those of the task
            case TREE -> classes(table, DecisionTree.defaults().withLimits(LIMITS));
            case NUMBERS -> numbers(table, DecisionTree.defaults().withLimits(LIMITS));
            case FOREST ->
                classes(
                        table,
                        RandomForest.defaults().withTrees(LearnerTask.TREES).withLimits(LIMITS));
            case LOGISTIC -> classes(table, LogisticRegression.defaults());
        };
    }

    private static Measured.Learning classes(LearnerTable table, ClassifierTrainer trainer) {
        LabelledRows rows = LabelledRows.of(matrix(table.trainRows, table.columns), table.trainLabels, 2);
        Matrix test = matrix(table.testRows, table.columns);
        return () -> {
            var model = trainer.fit(rows, SEED);
            return () -> Arrays.stream(model.predict(test)).asDoubleStream().toArray();
        };
    }

    private static Measured.Learning numbers(LearnerTable table, RegressorTrainer trainer) {
        TargetRows rows = TargetRows.of(matrix(table.trainRows, table.columns), table.trainNumbers);
        Matrix test = matrix(table.testRows, table.columns);
        return () -> {
            var model = trainer.fit(rows, SEED);
            return () -> model.predict(test);
        };
    }

    private static Matrix matrix(double[] rows, int columns) {
        return Matrix.of(rows.length / columns, columns, rows);
    }
}

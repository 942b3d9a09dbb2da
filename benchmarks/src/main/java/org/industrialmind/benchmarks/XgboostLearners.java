package org.industrialmind.benchmarks;

import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosting by XGBoost's histogram method, leaf by leaf as ours. The time to learn includes taking the rows over, as ours does. */
final class XgboostLearners implements LearnerProgram {
    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public Optional<Measured> measure(LearnerTask task, LearnerTable table, int threads, double seconds) {
        if (task != LearnerTask.BOOSTING) {
            return Optional.empty();
        }
        float[] rows = LearnerTable.floats(table.trainRows);
        float[] test = LearnerTable.floats(table.testRows);
        float[] labels = new float[table.trainLabels.length];
        for (int r = 0; r < labels.length; r++) {
            labels[r] = table.trainLabels[r];
        }
        return Optional.of(Measured.of(task, table, seconds, () -> {
            try {
                Booster booster = fit(rows, labels, table.columns, threads);
                return () -> answers(booster, test, table.columns);
            } catch (XGBoostError e) {
                throw new IllegalStateException("XGBoost does not learn from these rows", e);
            }
        }));
    }

    private static Booster fit(float[] rows, float[] labels, int columns, int threads) throws XGBoostError {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("objective", "binary:logistic"),
                Map.entry("tree_method", "hist"),
                Map.entry("grow_policy", "lossguide"),
                Map.entry("max_leaves", LearnerTask.LEAVES),
                Map.entry("max_depth", 0),
                Map.entry("max_bin", 256),
                Map.entry("eta", LearnerTask.LEARNING_RATE),
                Map.entry("lambda", 0),
                Map.entry("nthread", threads),
                Map.entry("verbosity", 0));
        DMatrix matrix = new DMatrix(rows, labels.length, columns, Float.NaN);
        try {
            matrix.setLabel(labels);
            return XGBoost.train(matrix, settings, LearnerTask.ROUNDS, Map.of(), null, null);
        } finally {
            matrix.dispose();
        }
    }

    private static double[] answers(Booster booster, float[] rows, int columns) {
        try {
            float[][] shares = booster.inplace_predict(rows, rows.length / columns, columns, Float.NaN);
            double[] answers = new double[shares.length];
            for (int r = 0; r < answers.length; r++) {
                answers[r] = shares[r][0] > 0.5 ? 1 : 0;
            }
            return answers;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost does not answer for these rows", e);
        }
    }
}

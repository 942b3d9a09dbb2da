package org.industrialmind.learning.tabular.explain;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.metrics.RegressionMetrics;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * A readable model that has learned to answer like another one: a small tree, a few coefficients.
 *
 * <p>It explains the other model only as far as it answers alike, which is why its fidelity comes with it. It says nothing
 * about the world that the other model does not say.
 *
 * @param fidelity the share of the variance of the other model's answers that it has on rows that neither was fitted to here;
 *     1 is perfect, below 0 worse than a constant
 */
public record GlobalSurrogate(Regressor model, double fidelity) {
    /**
     * Learns to answer like the model.
     *
     * @param learned rows to learn the answers from
     * @param judged other rows, to say how alike the answers are
     */
    public static GlobalSurrogate of(
            RegressorTrainer trainer, RowScore model, Matrix learned, Matrix judged, long seed) {
        Regressor readable = trainer.fit(TargetRows.of(learned, model.of(learned)), seed);
        double fidelity = RegressionMetrics.explained(model.of(judged), readable.predict(judged));
        return new GlobalSurrogate(readable, fidelity);
    }
}

package org.industrialmind.learning.prognosis.model;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LinearModel;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.feature.ColumnScale;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.learning.prognosis.feature.LifeRows;

/**
 * A weighted sum of the features, with the spread it had over the training rows around it everywhere.
 *
 * @param step rows from one moment that is learned to the next
 */
public record RidgeTrainer(LifeQuestion question, double penalty, int step) implements RemainingLifeTrainer {
    private static final int SHORTEST = 5; // rows: before, the features say nothing

    public static RidgeTrainer of(LifeQuestion question) {
        return new RidgeTrainer(question, 10, 3);
    }

    @Override
    public String name() {
        return "ridge";
    }

    @Override
    public RemainingLifeModel train(Fleet fleet, long seed) {
        LifeFeatures features = LifeFeatures.of(fleet, question, seed);
        LifeRows rows = LifeRows.of(Cut.every(fleet, question, SHORTEST, step, seed), features::along);
        ColumnScale scale = ColumnScale.of(rows.features());
        Matrix scaled = scale.scaled(rows.features());
        LinearModel mean = learned(scaled, rows.lives(question.longest()));
        LinearModel restricted = learned(scaled, rows.lives(question.horizon()));
        double[] predicted = mean.predict(scaled);
        double[] errors = new double[predicted.length];
        Arrays.setAll(errors, r -> rows.lives().get(r) - predicted[r]);
        List<Double> offsets = question.levels().stream()
                .map(level -> Quantiles.quantile(errors, level))
                .toList();
        return FeatureModel.of(
                features,
                question,
                new RidgeAnswers(question, scale, mean, restricted, offsets),
                TrainingNotes.of(this, fleet, seed));
    }

    private LinearModel learned(Matrix scaled, double[] lives) {
        return new Ridge(penalty).fit(TargetRows.of(scaled, lives), 0);
    }
}

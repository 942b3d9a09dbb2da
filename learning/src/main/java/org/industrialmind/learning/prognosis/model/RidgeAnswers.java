package org.industrialmind.learning.prognosis.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LinearModel;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.feature.ColumnScale;

/**
 * Weighted sums of scaled features.
 *
 * @param offsets by how much the life of each level exceeds the mean
 */
record RidgeAnswers(
        LifeQuestion question, ColumnScale scale, LinearModel mean, LinearModel restricted, List<Double> offsets)
        implements Answers {
    private static final String SCALE = "ridge.scale";
    private static final String MEAN = "ridge.mean";
    private static final String RESTRICTED = "ridge.restricted_mean";
    private static final String OFFSETS = "ridge.offsets";

    RidgeAnswers {
        offsets = List.copyOf(offsets);
    }

    static RidgeAnswers restore(LifeQuestion question, List<String> modes, int columns, NamedTensors tensors) {
        List<Double> offsets = new ArrayList<>();
        for (double offset : tensors.doubles(OFFSETS, question.levels().size())) {
            offsets.add(offset);
        }
        return new RidgeAnswers(
                question,
                ColumnScale.kept(SCALE, columns, tensors),
                LinearTensors.model(MEAN, columns, tensors),
                LinearTensors.model(RESTRICTED, columns, tensors),
                offsets);
    }

    @Override
    public FeatureMethod method() {
        return FeatureMethod.RIDGE;
    }

    @Override
    public List<LifeForecast> of(Matrix features) {
        Matrix scaled = scale.scaled(features);
        List<LifeForecast> answers = new ArrayList<>();
        for (int r = 0; r < scaled.rows(); r++) {
            double middle = mean.predict(scaled.row(r));
            double[] lives =
                    offsets.stream().mapToDouble(offset -> middle + offset).toArray();
            answers.add(LifeForecast.of(question, lives, middle, restricted.predict(scaled.row(r))));
        }
        return answers;
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>();
        scale.keep(SCALE, tensors);
        LinearTensors.keep(MEAN, mean, tensors);
        LinearTensors.keep(RESTRICTED, restricted, tensors);
        tensors.put(
                OFFSETS,
                Tensor.row(offsets.stream().mapToDouble(offset -> offset).toArray()));
        return tensors;
    }
}

package org.industrialmind.learning.prognosis.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.format.ForecastRows;

/** One forecast for every moment. */
record ConstantAnswers(LifeQuestion question, LifeForecast answer) implements Answers {
    private static final String ANSWER = "constant.answer";

    static ConstantAnswers restore(LifeQuestion question, List<String> modes, int columns, NamedTensors tensors) {
        List<LifeForecast> kept = ForecastRows.read(tensors, ANSWER, question);
        if (kept.size() != 1) {
            throw new IllegalArgumentException(kept.size() + " answers of a constant: expected one");
        }
        return new ConstantAnswers(question, kept.getFirst());
    }

    @Override
    public FeatureMethod method() {
        return FeatureMethod.CONSTANT;
    }

    @Override
    public List<LifeForecast> of(Matrix ages) {
        return Collections.nCopies(ages.rows(), answer);
    }

    @Override
    public Map<String, Tensor> tensors() {
        return Map.of(ANSWER, ForecastRows.of(List.of(answer), question));
    }
}

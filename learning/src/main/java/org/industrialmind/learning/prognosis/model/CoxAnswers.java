package org.industrialmind.learning.prognosis.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.CoxModel;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.feature.ColumnScale;

/** The fleet's survival from a landmark on, under the rate of failing that scaled features give. */
record CoxAnswers(LifeQuestion question, ColumnScale scale, CoxModel model) implements Answers {
    private static final String SCALE = "cox.scale";
    private static final String COEFFICIENTS = "cox.coefficients";
    private static final String CENTRE = "cox.centre";
    private static final String TIMES = "cox.times";
    private static final String RATES = "cox.rates";

    static CoxAnswers restore(LifeQuestion question, List<String> modes, int columns, NamedTensors tensors) {
        double[] times = tensors.allPositive(TIMES, NamedTensors.ANY);
        double[] rates = tensors.doubles(RATES, times.length);
        List<CoxModel.Step> steps = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            steps.add(new CoxModel.Step(times[i], rates[i]));
        }
        return new CoxAnswers(
                question,
                ColumnScale.kept(SCALE, columns, tensors),
                CoxModel.of(tensors.doubles(COEFFICIENTS, columns), tensors.doubles(CENTRE, columns), steps));
    }

    @Override
    public FeatureMethod method() {
        return FeatureMethod.COX;
    }

    @Override
    public List<LifeForecast> of(Matrix features) {
        Matrix rows = scale.scaled(features);
        double end = model.steps().getLast().time();
        List<LifeForecast> answers = new ArrayList<>();
        for (int r = 0; r < rows.rows(); r++) {
            double rate = model.relativeRate(rows.row(r));
            answers.add(LifeTable.forecast(question, time -> Math.exp(-rate * model.summedRate(time)), end));
        }
        return answers;
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>();
        scale.keep(SCALE, tensors);
        tensors.put(COEFFICIENTS, Tensor.row(model.coefficients()));
        tensors.put(CENTRE, Tensor.row(model.centre()));
        tensors.put(
                TIMES,
                Tensor.row(
                        model.steps().stream().mapToDouble(CoxModel.Step::time).toArray()));
        tensors.put(
                RATES,
                Tensor.row(
                        model.steps().stream().mapToDouble(CoxModel.Step::rate).toArray()));
        return tensors;
    }
}

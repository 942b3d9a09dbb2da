package org.industrialmind.learning.prognosis.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Weibull;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;

/** The life left of a unit of some age whose fleet's lives are Weibull distributed. */
record WeibullAnswers(LifeQuestion question, Weibull lives) implements Answers {
    private static final String LIVES = "weibull.shape_and_scale";
    private static final double NOBODY = 1e-3; // of new units live longer: the curve is not followed further

    static WeibullAnswers restore(LifeQuestion question, List<String> modes, int columns, NamedTensors tensors) {
        double[] kept = tensors.allPositive(LIVES, 2);
        return new WeibullAnswers(question, new Weibull(kept[0], kept[1]));
    }

    @Override
    public FeatureMethod method() {
        return FeatureMethod.WEIBULL;
    }

    @Override
    public List<LifeForecast> of(Matrix ages) {
        return Arrays.stream(ages.column(0)).mapToObj(this::atAge).toList();
    }

    private LifeForecast atAge(double age) {
        double end = Math.min(question.longest(), 1 + lives.quantile(1 - NOBODY));
        double beyond = outlives(age, end); // the share that outlives what is asked for
        return LifeTable.forecast(question, time -> (outlives(age, time) - beyond) / (1 - beyond), end);
    }

    /** Returns R(age + time) / R(age), by the summed rates, which do not run out of digits as R does. */
    private double outlives(double age, double time) {
        return Math.exp(summedRate(age) - summedRate(age + time));
    }

    private double summedRate(double age) {
        return Math.pow(age / lives.scale(), lives.shape());
    }

    @Override
    public Map<String, Tensor> tensors() {
        return Map.of(LIVES, Tensor.of(new double[] {lives.shape(), lives.scale()}, 2));
    }
}

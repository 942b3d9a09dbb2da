package org.industrialmind.learning.prognosis.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;

/** Turns a survival curve into the forecast that a question asks for. */
final class LifeTable {
    private static final int STEPS = 400;

    private LifeTable() {}

    /**
     * Reads quantiles and means off a survival curve by the trapezoidal rule.
     *
     * @param survival probability of living longer than a time; 1 at 0 and never rising
     * @param end time after which the curve is not looked at; what survives it counts as ending there
     */
    static LifeForecast forecast(LifeQuestion question, DoubleUnaryOperator survival, double end) {
        double[] lives = new double[question.levels().size()];
        Arrays.fill(lives, end);
        double step = end / STEPS;
        double mean = 0;
        double restricted = 0;
        double before = survival.applyAsDouble(0);
        for (int i = 1, level = 0; i <= STEPS; i++) {
            double time = i * step;
            double now = survival.applyAsDouble(time);
            double area = step * (before + now) / 2;
            mean += area;
            restricted += area * Math.clamp((question.horizon() - time + step) / step, 0, 1);
            while (level < lives.length && 1 - now >= question.levels().get(level)) {
                double missing = question.levels().get(level) - (1 - before);
                lives[level++] = time - step + (now < before ? step * Math.max(0, missing) / (before - now) : 0);
            }
            before = now;
        }
        return LifeForecast.of(question, lives, mean, restricted);
    }
}

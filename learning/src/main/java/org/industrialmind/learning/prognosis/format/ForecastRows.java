package org.industrialmind.learning.prognosis.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;

/**
 * Forecasts as rows of numbers: the life of each level, the mean and the restricted mean. Numbers come back exactly.
 *
 * <p>Shape: [forecast, number].
 */
public final class ForecastRows {
    private static final int MEANS = 2;

    private ForecastRows() {}

    public static Tensor of(List<LifeForecast> forecasts, LifeQuestion question) {
        int width = question.levels().size() + MEANS;
        double[] numbers = new double[forecasts.size() * width];
        for (int f = 0; f < forecasts.size(); f++) {
            double[] lives = forecasts.get(f).lives();
            System.arraycopy(lives, 0, numbers, f * width, lives.length);
            numbers[f * width + lives.length] = forecasts.get(f).mean();
            numbers[f * width + lives.length + 1] = forecasts.get(f).restrictedMean();
        }
        return Tensor.of(numbers, forecasts.size(), width);
    }

    /** @throws IllegalArgumentException if the tensor holds no forecasts that answer the question */
    public static List<LifeForecast> read(NamedTensors tensors, String name, LifeQuestion question) {
        int levels = question.levels().size();
        int width = levels + MEANS;
        double[] numbers = tensors.doubles(name, NamedTensors.ANY, width);
        List<LifeForecast> forecasts = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += width) {
            double[] lives = Arrays.copyOfRange(numbers, from, from + levels);
            forecasts.add(LifeForecast.of(question, lives, numbers[from + levels], numbers[from + levels + 1]));
        }
        return forecasts;
    }

    /**
     * Believes a model that says now what it said when it was saved.
     *
     * @param rounding by which a number may differ, of its size and 1
     * @throws IllegalArgumentException if it says something else
     */
    public static void requireSame(
            List<LifeForecast> now, NamedTensors tensors, String name, LifeQuestion question, double rounding) {
        List<LifeForecast> then = read(tensors, name, question);
        boolean same = now.size() == then.size();
        for (int f = 0; same && f < now.size(); f++) {
            same = close(now.get(f), then.get(f), rounding);
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "the model answers " + now + " where it answered " + then + " when it was saved: save it again");
        }
    }

    private static boolean close(LifeForecast a, LifeForecast b, double rounding) {
        double[] lives = a.lives();
        double[] others = b.lives();
        boolean close = close(a.mean(), b.mean(), rounding) && close(a.restrictedMean(), b.restrictedMean(), rounding);
        for (int q = 0; q < lives.length; q++) {
            close &= close(lives[q], others[q], rounding);
        }
        return close;
    }

    private static boolean close(double a, double b, double rounding) {
        return Math.abs(a - b) <= rounding * (1 + Math.abs(b));
    }
}

package org.industrialmind.app.evaluate.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Judges that know nothing of machines, to be printed beside every detector: a number for each window, in standard
 * deviations of the readings in the history, and as limit what all but one in {@value #WINDOWS} windows of the history stay
 * below, which is one false window in two months.
 */
enum TrivialSchool implements Judge.School {
    /** The mean over the channels of the variance within the window. */
    MOVING_VARIANCE {
        @Override
        ToDoubleFunction<Window> score(double[] deviations, long seed) {
            return window -> {
                double sum = 0;
                for (int c = 0; c < deviations.length; c++) {
                    Moments moments = Moments.NONE;
                    for (int row = 0; row < window.length(); row++) {
                        double value = window.get(row, c) / deviations[c];
                        moments = Double.isFinite(value) ? moments.with(value) : moments;
                    }
                    sum += moments.count() < 2 ? 0 : moments.variance();
                }
                return sum / deviations.length;
            };
        }
    },
    /** The mean over the channels of the step from one reading to the next. */
    DIFFERENCE {
        @Override
        ToDoubleFunction<Window> score(double[] deviations, long seed) {
            return window -> {
                double sum = 0;
                int count = 0;
                for (int row = 1; row < window.length(); row++) {
                    for (int c = 0; c < deviations.length; c++) {
                        double step = Math.abs(window.get(row, c) - window.get(row - 1, c)) / deviations[c];
                        if (Double.isFinite(step)) {
                            sum += step;
                            count++;
                        }
                    }
                }
                return count == 0 ? 0 : sum / count;
            };
        }
    },
    /** The toss of a coin. */
    RANDOM {
        @Override
        ToDoubleFunction<Window> score(double[] deviations, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            return window -> random.nextDouble();
        }
    };

    private static final int WINDOWS = 43_200;

    abstract ToDoubleFunction<Window> score(double[] deviations, long seed);

    @Override
    public Judge learn(WindowSet normal, long seed) {
        ToDoubleFunction<Window> score = score(deviations(normal), seed);
        double[] past = normal.windows().stream().mapToDouble(score).toArray();
        double limit = Math.max(Double.MIN_NORMAL, Quantiles.quantile(past, 1 - 1.0 / WINDOWS));
        return windows -> windows.stream()
                .<Verdict>map(window -> new Verdict.Scored(score.applyAsDouble(window) / limit, List.of()))
                .toList();
    }

    /** Returns the standard deviation of each channel over the first readings of the windows; 1 where it never varies. */
    private static double[] deviations(WindowSet normal) {
        FrameSchema schema = normal.schema();
        List<Moments> moments = new ArrayList<>();
        for (int c = 0; c < schema.width(); c++) {
            moments.add(Moments.NONE);
        }
        for (Window window : normal.windows()) {
            for (int c = 0; c < schema.width(); c++) {
                float value = window.get(0, c);
                moments.set(c, Float.isFinite(value) ? moments.get(c).with(value) : moments.get(c));
            }
        }
        double[] deviations = new double[schema.width()];
        Arrays.setAll(deviations, c -> {
            double deviation = moments.get(c).count() < 2 ? 0 : moments.get(c).deviation();
            return deviation > 0 ? deviation : 1;
        });
        return deviations;
    }
}

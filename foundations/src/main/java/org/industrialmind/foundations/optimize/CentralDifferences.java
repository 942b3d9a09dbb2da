package org.industrialmind.foundations.optimize;

import java.util.function.ToDoubleFunction;

/**
 * The slope of a function from values on both sides, {@code (f(x + h) - f(x - h)) / 2h}.
 *
 * <p>A short step loses digits to cancellation (error eps / h), a long one to the third derivative (error h^2): both
 * weigh the same at h = cbrt(eps), which leaves about two thirds of the digits.
 *
 * <ol>
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., section 8.1.
 * </ol>
 */
final class CentralDifferences {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    private CentralDifferences() {}

    static void write(ToDoubleFunction<double[]> function, double[] point, double[] gradient) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            double step = STEP * Math.max(1, Math.abs(point[i]));
            moved[i] = point[i] + step;
            double width = moved[i]; // as it is after rounding
            double above = function.applyAsDouble(moved);
            moved[i] = point[i] - step;
            width -= moved[i];
            double below = function.applyAsDouble(moved);
            moved[i] = point[i];
            gradient[i] = (above - below) / width;
        }
    }
}

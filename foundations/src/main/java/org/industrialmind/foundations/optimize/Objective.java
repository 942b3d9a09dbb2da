package org.industrialmind.foundations.optimize;

import java.util.function.ToDoubleFunction;

/** A smooth function of many numbers that knows its slope; what a {@link Minimizer} minimises. */
@FunctionalInterface
public interface Objective {
    /**
     * Returns the value at a point and writes its gradient. Shape: both arrays [number].
     *
     * <p>The point must not be changed, and the gradient must be overwritten, not added to. Infinity or NaN says that the
     * point lies outside the domain: a line search then turns back.
     */
    double evaluate(double[] point, double[] gradient);

    /**
     * Returns an objective whose gradient is measured by central differences: 2 n values for each gradient, and about ten
     * right digits of it where the function has all of its own.
     */
    static Objective byDifferences(ToDoubleFunction<double[]> function) {
        return (point, gradient) -> {
            CentralDifferences.write(function, point, gradient);
            return function.applyAsDouble(point.clone());
        };
    }
}

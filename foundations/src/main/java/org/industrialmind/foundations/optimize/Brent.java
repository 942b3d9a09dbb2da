package org.industrialmind.foundations.optimize;

import java.util.function.DoubleUnaryOperator;

/**
 * Brent's method: the minimum of a function of one number within bounds, by values alone.
 *
 * <p>Golden section search is safe and slow: each value shrinks the interval by 0.618. A parabola through the three best
 * points is fast near the minimum and reckless elsewhere. Brent takes the parabola's minimum while it falls inside and its
 * steps halve, and a golden section otherwise. With several minima within the bounds one of them is found.
 *
 * <ol>
 *   <li>Brent 1973, Algorithms for Minimization without Derivatives, chapter 5.
 * </ol>
 *
 * @param tolerance of the point, relative to it; below sqrt(eps) = 1.5e-8 values cannot tell points apart
 */
public record Brent(double tolerance, int evaluations) {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double ABSOLUTE = 1e-11; // so that a minimum at 0 can be reached

    public Brent {
        Settings.requirePositive("tolerance", tolerance);
        Settings.requirePositive("evaluations", evaluations);
    }

    public static Brent defaults() {
        return new Brent(1.5e-8, 500);
    }

    /** @throws IllegalArgumentException if the bounds are not finite or not in order */
    public Minimum minimize(DoubleUnaryOperator function, double low, double high) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "the bounds are " + low + " and " + high + ": expected finite numbers, the lower one first");
        }
        return new Bracket(function, low, high).narrow();
    }

    private final class Bracket {
        private final DoubleUnaryOperator function;
        private double a; // the minimum lies between a and b
        private double b;
        private double x; // the best point, then the second best, then the third
        private double w;
        private double v;
        private double fx;
        private double fw;
        private double fv;
        private double last; // the step before this one, and the one before that
        private double beforeLast;

        Bracket(DoubleUnaryOperator function, double low, double high) {
            this.function = function;
            a = low;
            b = high;
            x = w = v = low + GOLDEN * (high - low);
            fx = fw = fv = value(x);
        }

        private double value(double at) {
            double value = function.applyAsDouble(at);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }

        Minimum narrow() {
            for (int asked = 1; asked < evaluations; asked++) {
                double middle = (a + b) / 2;
                double near = tolerance * Math.abs(x) + ABSOLUTE;
                if (Math.abs(x - middle) <= 2 * near - (b - a) / 2) {
                    return minimum(asked, Minimum.Ending.SETTLED);
                }
                double step = parabola(near);
                if (Double.isNaN(step)) {
                    beforeLast = (x < middle ? b : a) - x;
                    step = GOLDEN * beforeLast;
                }
                last = step;
                double u = x + (Math.abs(step) >= near ? step : Math.copySign(near, step));
                keep(u, value(u));
            }
            return minimum(evaluations, Minimum.Ending.EXHAUSTED);
        }

        /** Returns the step to the minimum of the parabola through the three best points; NaN where it is not to be trusted. */
        private double parabola(double near) {
            double r = (x - w) * (fx - fv);
            double q = (x - v) * (fx - fw);
            double p = (x - v) * q - (x - w) * r;
            q = 2 * (q - r);
            p = q > 0 ? -p : p;
            q = Math.abs(q);
            double older = beforeLast;
            beforeLast = last;
            boolean trusted = Math.abs(older) > near
                    && Math.abs(p) < Math.abs(q * older / 2)
                    && p > q * (a - x)
                    && p < q * (b - x);
            if (!trusted) {
                return Double.NaN;
            }
            double step = p / q;
            boolean atTheEdge = x + step - a < 2 * near || b - x - step < 2 * near;
            return atTheEdge ? Math.copySign(near, (a + b) / 2 - x) : step;
        }

        private void keep(double u, double fu) {
            if (fu <= fx) {
                if (u < x) {
                    b = x;
                } else {
                    a = x;
                }
                third(w, fw);
                second(x, fx);
                x = u;
                fx = fu;
                return;
            }
            if (u < x) {
                a = u;
            } else {
                b = u;
            }
            if (fu <= fw || w == x) {
                third(w, fw);
                second(u, fu);
            } else if (fu <= fv || v == x || v == w) {
                third(u, fu);
            }
        }

        private void second(double at, double value) {
            w = at;
            fw = value;
        }

        private void third(double at, double value) {
            v = at;
            fv = value;
        }

        private Minimum minimum(int asked, Minimum.Ending ending) {
            return new Minimum(new double[] {x}, fx, asked, asked, ending);
        }
    }
}

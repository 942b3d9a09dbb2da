package org.industrialmind.foundations.linear;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Minimises a smooth loss plus a sum of absolute values, remembering only the last few gradients.
 *
 * <p>L-BFGS [1] builds its picture of the curvature from the last pairs of steps and gradient changes. With a penalty on
 * absolute values the loss has a kink wherever a coordinate is zero; OWL-QN [2] picks at each kink the slope that descends
 * (or rests there), and never lets a step cross an axis: a coordinate that would change its sign is set to zero. Without
 * penalty it is plain L-BFGS. Memory and time are linear in the dimensions.
 *
 * <ol>
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., section 7.2.
 *   <li>Andrew and Gao 2007, Scalable training of L1-regularized log-linear models, ICML.
 * </ol>
 */
final class QuasiNewton {
    private static final int REMEMBERED = 10;
    private static final double SUFFICIENT = 1e-4; // Armijo's share of the promised descent

    private record Pair(double[] step, double[] change, double product) {}

    private final SmoothLoss loss;
    private final double[] l1;
    private final int n;
    private final ArrayDeque<Pair> pairs = new ArrayDeque<>();

    private QuasiNewton(SmoothLoss loss, double[] l1) {
        this.loss = loss;
        this.l1 = l1;
        n = loss.dimensions();
    }

    /** Moves the point to the minimum; stops when no slope exceeds the tolerance, and returns whether it came so far. */
    static boolean minimise(SmoothLoss loss, double[] l1, double[] point, int iterations, double tolerance) {
        return new QuasiNewton(loss, l1).run(point, iterations, tolerance);
    }

    private boolean run(double[] point, int iterations, double tolerance) {
        double[] gradient = new double[n];
        double value = loss.at(point, gradient) + penalty(point);
        for (int i = 0; i < iterations; i++) {
            double[] slope = slope(point, gradient);
            if (largest(slope) <= tolerance) {
                return true;
            }
            double[] direction = direction(slope);
            double[] next = new double[n];
            double[] nextGradient = new double[n];
            double length = pairs.isEmpty() ? 1 / Math.max(1, norm(slope)) : 1;
            double nextValue = Double.NaN;
            boolean down = false;
            for (int halvings = 0; halvings < 50 && !down; halvings++) {
                stepTo(next, point, direction, slope, length);
                nextValue = loss.at(next, nextGradient) + penalty(next);
                double promised = 0;
                for (int j = 0; j < n; j++) {
                    promised += slope[j] * (next[j] - point[j]);
                }
                down = nextValue <= value + SUFFICIENT * promised && nextValue < value;
                length /= 2;
            }
            if (!down) {
                if (pairs.isEmpty()) {
                    return largest(slope) <= 1e3 * tolerance; // no descent left that rounding would let us see
                }
                pairs.clear();
                continue;
            }
            remember(point, next, gradient, nextGradient);
            System.arraycopy(next, 0, point, 0, n);
            gradient = nextGradient;
            value = nextValue;
        }
        return false;
    }

    private double penalty(double[] point) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += l1[j] * Math.abs(point[j]);
        }
        return sum;
    }

    /** The steepest of the slopes that the kinks allow; zero exactly at a minimum. */
    private double[] slope(double[] point, double[] gradient) {
        double[] slope = new double[n];
        for (int j = 0; j < n; j++) {
            double kink = l1[j];
            if (point[j] != 0) {
                slope[j] = gradient[j] + Math.copySign(kink, point[j]);
            } else {
                slope[j] = Math.copySign(Math.max(0, Math.abs(gradient[j]) - kink), gradient[j]);
            }
        }
        return slope;
    }

    private double[] direction(double[] slope) {
        double[] q = slope.clone();
        double[] shares = new double[pairs.size()];
        int at = 0;
        for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); at++) {
            Pair pair = newest.next();
            shares[at] = dot(pair.step, q) / pair.product;
            add(q, -shares[at], pair.change);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            scale(q, last.product / dot(last.change, last.change));
        }
        for (Pair pair : pairs) {
            at--;
            add(q, shares[at] - dot(pair.change, q) / pair.product, pair.step);
        }
        for (int j = 0; j < n; j++) {
            q[j] = -q[j];
            if (l1[j] > 0 && q[j] * slope[j] >= 0) {
                q[j] = 0; // the remembered curvature must not turn a coordinate uphill
            }
        }
        return q;
    }

    private void stepTo(double[] next, double[] point, double[] direction, double[] slope, double length) {
        for (int j = 0; j < n; j++) {
            next[j] = point[j] + length * direction[j];
            double side = point[j] != 0 ? point[j] : -slope[j];
            if (l1[j] > 0 && next[j] * side <= 0) {
                next[j] = 0;
            }
        }
    }

    private void remember(double[] point, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = next.clone();
        add(step, -1, point);
        double[] change = nextGradient.clone();
        add(change, -1, gradient);
        double product = dot(step, change);
        if (product > 1e-12 * dot(change, change)) { // else the pair would spoil the picture's positive curvature
            if (pairs.size() == REMEMBERED) {
                pairs.removeFirst();
            }
            pairs.addLast(new Pair(step, change, product));
        }
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * what[j];
        }
    }

    private static void scale(double[] values, double factor) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double largest(double[] a) {
        double largest = 0;
        for (double value : a) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}

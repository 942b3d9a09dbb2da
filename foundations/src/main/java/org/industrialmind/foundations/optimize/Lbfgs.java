package org.industrialmind.foundations.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The limited-memory quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno: the method of choice for a smooth
 * function of tens to millions of numbers whose gradient is cheap.
 *
 * <p>Newton's direction is -H^-1 g. Each step s that changed the gradient by y tells how curved the function is along s;
 * the last few such pairs suffice to multiply by an approximate inverse of H without ever forming it (two loops over the
 * pairs, O(memory n)). The line search ends where s'y > 0, which keeps that inverse positive and every direction downhill.
 *
 * <p>The search ends when the largest slope is at most {@code gradientTolerance}, or when a step gained at most
 * {@code valueTolerance}, relative to the value or to 1. With a measured gradient ({@link Objective#byDifferences}) ask
 * for no more than 1e-6 of slope.
 *
 * <ol>
 *   <li>Liu and Nocedal 1989, On the limited memory BFGS method for large scale optimization, Mathematical Programming 45.
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., algorithms 7.4 and 7.5.
 * </ol>
 *
 * @param memory how many steps are remembered; 3 to 20 are usual
 * @param iterations the most steps taken
 */
public record Lbfgs(int memory, double gradientTolerance, double valueTolerance, int iterations) implements Minimizer {
    public Lbfgs {
        Settings.requirePositive("memory", memory);
        Settings.requirePositive("iterations", iterations);
        Settings.requireNotNegative("gradientTolerance", gradientTolerance);
        Settings.requireNotNegative("valueTolerance", valueTolerance);
    }

    /** Ten remembered steps; ends at a slope of 1e-8, a gain of 1e-14 or 1000 steps. */
    public static Lbfgs defaults() {
        return new Lbfgs(10, 1e-8, 1e-14, 1000);
    }

    @Override
    public Minimum minimize(Objective objective, double[] start) {
        CountedObjective counted = new CountedObjective(objective);
        StrongWolfe search = StrongWolfe.defaults();
        Curvature curvature = new Curvature(memory);
        Position here = Position.start(counted, start);
        for (int i = 0; i < iterations; i++) {
            if (here.steepness() <= gradientTolerance) {
                return counted.minimum(here, i, Minimum.Ending.FLAT);
            }
            double[] direction = curvature.direction(here);
            // nothing is known of the scale before the first step: move by at most 1 in all
            double firstStep = curvature.isEmpty() ? Math.min(1, 1 / Math.sqrt(-here.slope(direction))) : 1;
            Optional<Position> next = search.search(counted, here, direction, firstStep);
            if (next.isEmpty() && curvature.isEmpty()) {
                return counted.minimum(here, i, Minimum.Ending.STALLED);
            }
            if (next.isEmpty()) {
                curvature.forget(); // what was learned misleads: try once more straight down
                continue;
            }
            Position there = next.get();
            curvature.learn(here, there);
            if (there.settledSince(here, valueTolerance)) {
                return counted.minimum(there, i + 1, Minimum.Ending.SETTLED);
            }
            here = there;
        }
        return counted.minimum(here, iterations, Minimum.Ending.EXHAUSTED);
    }

    private static final class Curvature {
        /** A step s and the change y of the gradient over it; scale = 1 / s'y. */
        private static final class Pair {
            final double[] s;
            final double[] y;
            final double scale;
            double alpha; // of the first loop, for the second

            Pair(double[] s, double[] y, double product) {
                this.s = s;
                this.y = y;
                this.scale = 1 / product;
            }
        }

        private final int memory;
        private final Deque<Pair> pairs = new ArrayDeque<>(); // the newest last

        Curvature(int memory) {
            this.memory = memory;
        }

        boolean isEmpty() {
            return pairs.isEmpty();
        }

        void forget() {
            pairs.clear();
        }

        void learn(Position from, Position to) {
            double[] s = Vectors.minus(to.point, from.point);
            double[] y = Vectors.minus(to.gradient, from.gradient);
            double product = Vectors.dot(s, y);
            if (product <= Math.ulp(1.0) * Vectors.dot(y, y)) {
                return; // no positive curvature seen: learning it would turn directions uphill
            }
            if (pairs.size() == memory) {
                pairs.removeFirst();
            }
            pairs.addLast(new Pair(s, y, product));
        }

        /** Returns -H^-1 g. */
        double[] direction(Position here) {
            double[] q = here.downhill();
            for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
                Pair pair = newestFirst.next();
                pair.alpha = pair.scale * Vectors.dot(pair.s, q);
                Vectors.add(q, -pair.alpha, pair.y);
            }
            if (!pairs.isEmpty()) {
                Pair newest = pairs.getLast();
                double scale = 1 / (newest.scale * Vectors.dot(newest.y, newest.y));
                for (int i = 0; i < q.length; i++) {
                    q[i] *= scale;
                }
            }
            for (Pair pair : pairs) {
                Vectors.add(q, pair.alpha - pair.scale * Vectors.dot(pair.y, q), pair.s);
            }
            return q;
        }
    }
}

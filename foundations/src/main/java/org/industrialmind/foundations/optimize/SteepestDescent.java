package org.industrialmind.foundations.optimize;

import java.util.Optional;

/**
 * Walks straight down, each time as far as it goes down enough.
 *
 * <p>Right for few, well scaled numbers and as a yardstick: on a valley whose walls are k times steeper than its floor the
 * distance to the bottom shrinks by no more than (k - 1) / (k + 1) a step, where {@link Lbfgs} soon knows the valley.
 *
 * <ol>
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., theorem 3.3.
 * </ol>
 */
public record SteepestDescent(double gradientTolerance, double valueTolerance, int iterations) implements Minimizer {
    public SteepestDescent {
        Settings.requireNotNegative("gradientTolerance", gradientTolerance);
        Settings.requireNotNegative("valueTolerance", valueTolerance);
        Settings.requirePositive("iterations", iterations);
    }

    public static SteepestDescent defaults() {
        return new SteepestDescent(1e-8, 0, 10_000);
    }

    @Override
    public Minimum minimize(Objective objective, double[] start) {
        CountedObjective counted = new CountedObjective(objective);
        Position here = Position.start(counted, start);
        double step = 1;
        for (int i = 0; i < iterations; i++) {
            if (here.steepness() <= gradientTolerance) {
                return counted.minimum(here, i, Minimum.Ending.FLAT);
            }
            double[] down = here.downhill();
            Optional<Position> next = Backtracking.defaults().search(counted, here, down, step);
            if (next.isEmpty()) {
                return counted.minimum(here, i, Minimum.Ending.STALLED);
            }
            Position there = next.get();
            if (valueTolerance > 0 && there.settledSince(here, valueTolerance)) {
                return counted.minimum(there, i + 1, Minimum.Ending.SETTLED);
            }
            step = Math.min(1e6, 2 * Math.sqrt(squaredDistance(here, there) / Vectors.dot(down, down)));
            here = there;
        }
        return counted.minimum(here, iterations, Minimum.Ending.EXHAUSTED);
    }

    private static double squaredDistance(Position from, Position to) {
        double[] way = Vectors.minus(to.point, from.point);
        return Vectors.dot(way, way);
    }
}

package org.industrialmind.foundations.optimize;

import java.util.Optional;

/**
 * Shortens a step until it goes down enough (Armijo): f(x + a d) <= f(x) + decrease a f'(x) d.
 *
 * <p>Cheap and enough for directions that have their own right length, as Newton's. It never lengthens a step and
 * promises nothing about the slope at its end, so that the curvature a quasi-Newton method sees there may be wrong: that
 * one takes {@link StrongWolfe}.
 *
 * <ol>
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., algorithm 3.1.
 * </ol>
 *
 * @param decrease the share of the drop promised by the slope that must be kept
 * @param shrink by how much a step too long is shortened
 */
record Backtracking(double decrease, double shrink) implements LineSearch {
    private static final int TRIALS = 60; // 2^-60 of the first step moves no double any more

    static Backtracking defaults() {
        return new Backtracking(1e-4, 0.5);
    }

    @Override
    public Optional<Position> search(Objective objective, Position from, double[] direction, double firstStep) {
        double slope = from.slope(direction);
        double step = firstStep;
        for (int trial = 0; trial < TRIALS; trial++) {
            Position there = from.along(objective, direction, step);
            if (there.isFinite() && there.value <= from.value + decrease * step * slope) {
                return Optional.of(there);
            }
            step *= shrink;
        }
        return Optional.empty();
    }
}

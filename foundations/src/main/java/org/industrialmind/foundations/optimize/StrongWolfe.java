package org.industrialmind.foundations.optimize;

import java.util.Optional;

/**
 * Finds a step that goes down enough and ends where the slope has flattened (strong Wolfe conditions):
 *
 * <pre>
 *   f(x + a d) <= f(x) + decrease a f'(x) d      and      |f'(x + a d) d| <= flatten |f'(x) d|
 * </pre>
 *
 * <p>The second one guarantees that gradient and step show positive curvature, which is what a quasi-Newton method learns
 * from. Steps double until a minimum is bracketed; then the bracket shrinks around the minimum of the cubic through both
 * ends, kept off the ends so that it always shrinks.
 *
 * <ol>
 *   <li>Nocedal and Wright 2006, Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6, equation 3.59.
 * </ol>
 */
record StrongWolfe(double decrease, double flatten) implements LineSearch {
    private static final int TRIALS = 40;
    private static final double MARGIN = 0.1; // of the bracket, kept free at both ends

    /** The values of Nocedal and Wright for quasi-Newton methods, page 62. */
    static StrongWolfe defaults() {
        return new StrongWolfe(1e-4, 0.9);
    }

    private record Trial(double step, Position at, double slope) {
        boolean isFinite() {
            return at.isFinite() && Double.isFinite(slope);
        }
    }

    @Override
    public Optional<Position> search(Objective objective, Position from, double[] direction, double firstStep) {
        Line line = new Line(objective, from, direction, from.slope(direction));
        Trial before = new Trial(0, from, line.slope);
        double step = firstStep;
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = line.at(step);
            if (!line.goesDown(trial) || (i > 0 && trial.at.value >= before.at.value)) {
                return zoom(line, before, trial);
            }
            if (line.isFlat(trial)) {
                return Optional.of(trial.at);
            }
            if (trial.slope >= 0) {
                return zoom(line, trial, before);
            }
            before = trial;
            step *= 2;
        }
        return Optional.of(before.at); // down and down: the function has no bottom along this line
    }

    /** Narrows a bracket; low is the lowest step so far that goes down enough, the slope there points to high. */
    private Optional<Position> zoom(Line line, Trial low, Trial high) {
        for (int i = 0; i < TRIALS && low.step != high.step; i++) {
            Trial trial = line.at(between(low, high));
            if (!line.goesDown(trial) || trial.at.value >= low.at.value) {
                high = trial;
                continue;
            }
            if (line.isFlat(trial)) {
                return Optional.of(trial.at);
            }
            if (trial.slope * (high.step - low.step) >= 0) {
                high = low;
            }
            low = trial;
        }
        return low.step > 0 ? Optional.of(low.at) : Optional.empty();
    }

    private static double between(Trial low, Trial high) {
        double middle = (low.step + high.step) / 2;
        if (!high.isFinite()) {
            return middle;
        }
        double step = cubicMinimum(low, high);
        double margin = MARGIN * Math.abs(high.step - low.step);
        boolean inside =
                step >= Math.min(low.step, high.step) + margin && step <= Math.max(low.step, high.step) - margin;
        return inside ? step : middle; // NaN is not inside
    }

    private static double cubicMinimum(Trial a, Trial b) {
        double first = a.slope + b.slope - 3 * (a.at.value - b.at.value) / (a.step - b.step);
        double second = Math.copySign(Math.sqrt(first * first - a.slope * b.slope), b.step - a.step);
        return b.step - (b.step - a.step) * (b.slope + second - first) / (b.slope - a.slope + 2 * second);
    }

    private final class Line {
        private final Objective objective;
        private final Position from;
        private final double[] direction;
        private final double slope;

        Line(Objective objective, Position from, double[] direction, double slope) {
            this.objective = objective;
            this.from = from;
            this.direction = direction;
            this.slope = slope;
        }

        Trial at(double step) {
            Position there = from.along(objective, direction, step);
            return new Trial(step, there, there.slope(direction));
        }

        boolean goesDown(Trial trial) {
            return trial.isFinite() && trial.at.value <= from.value + decrease * trial.step * slope;
        }

        boolean isFlat(Trial trial) {
            return Math.abs(trial.slope) <= -flatten * slope;
        }
    }
}

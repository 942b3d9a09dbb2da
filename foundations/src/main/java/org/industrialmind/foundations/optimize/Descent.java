package org.industrialmind.foundations.optimize;

/**
 * Follows the gradient by an update rule until the slope is small or the steps are used up; the lowest point met counts,
 * since a rule may overshoot.
 *
 * <p>For a function whose exact gradient is at hand, {@link Lbfgs} needs far fewer steps; this one shows what the rules of
 * network training do on functions whose minimum is known.
 *
 * @param steps the most steps taken
 */
public record Descent(UpdateRule rule, double gradientTolerance, int steps) implements Minimizer {
    public Descent {
        Settings.requireNotNegative("gradientTolerance", gradientTolerance);
        Settings.requirePositive("steps", steps);
    }

    @Override
    public Minimum minimize(Objective objective, double[] start) {
        CountedObjective counted = new CountedObjective(objective);
        UpdateRule.Run run = rule.start(start.length);
        Position here = Position.start(counted, start);
        Position lowest = here;
        for (int i = 0; i < steps; i++) {
            if (here.steepness() <= gradientTolerance) {
                return counted.minimum(here, i, Minimum.Ending.FLAT);
            }
            double[] moved = here.point.clone();
            run.step(moved, here.gradient, 1);
            here = Position.at(counted, moved);
            if (!here.isFinite()) { // the rate is too high for this slope
                return counted.minimum(lowest, i + 1, Minimum.Ending.STALLED);
            }
            lowest = here.value < lowest.value ? here : lowest;
        }
        return counted.minimum(lowest, steps, Minimum.Ending.EXHAUSTED);
    }
}

package org.industrialmind.learning.prognosis;

import java.util.List;

/**
 * What will be asked about remaining life; a trainer learns to answer just this.
 *
 * @param levels of the quantiles, rising, each between 0 and 1
 * @param horizon the life beyond which nobody cares how long: the restricted mean counts longer lives as this long
 * @param longest no forecast is asked with more life left than this, infinite where nothing is known; rows of training
 *     runs with longer lives are then not part of the population that is learned
 */
public record LifeQuestion(List<Double> levels, double horizon, double longest) {
    private static final double ROUNDED = 1e9; // so that 0.95 less 0.05 is 0.9

    /** @throws IllegalArgumentException if the levels do not rise within (0, 1), or a length is not positive */
    public LifeQuestion {
        levels = List.copyOf(levels);
        double before = 0;
        for (double level : levels) {
            if (!(level > before && level < 1)) {
                throw new IllegalArgumentException("levels " + levels + ": expected numbers that rise between 0 and 1");
            }
            before = level;
        }
        if (levels.isEmpty() || !(horizon > 0) || !(longest > 0)) {
            throw new IllegalArgumentException("levels " + levels + ", horizon " + horizon + ", longest life " + longest
                    + ": expected at least one level and lengths above 0");
        }
    }

    /** Returns the question for a median and a 90 % interval, with nothing known of the longest life. */
    public static LifeQuestion within(double horizon) {
        return new LifeQuestion(List.of(0.05, 0.25, 0.5, 0.75, 0.95), horizon, Double.POSITIVE_INFINITY);
    }

    /** Returns the probability that the outermost levels enclose. */
    public double held() {
        return Math.rint((levels.getLast() - levels.getFirst()) * ROUNDED) / ROUNDED;
    }

    public LifeQuestion withLongest(double life) {
        return new LifeQuestion(levels, horizon, life);
    }
}

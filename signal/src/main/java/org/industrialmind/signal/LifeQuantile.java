package org.industrialmind.signal;

/**
 * One quantile of a remaining life.
 *
 * @param level the probability in (0, 1) that the life is no longer than this
 * @param hours of operation, from 0; infinite where the life reaches beyond what the model can see
 */
public record LifeQuantile(double level, double hours) {
    /** @throws IllegalArgumentException if the level is not between 0 and 1, or the hours are negative or no number */
    public LifeQuantile {
        if (!(level > 0 && level < 1) || !(hours >= 0)) {
            throw new IllegalArgumentException("life quantile of level " + level + " with " + hours
                    + " h: expected a level between 0 and 1 and hours from 0");
        }
    }
}

package org.industrialmind.signal;

import java.util.List;
import java.util.Optional;

/**
 * How long a machine will still do its work, as far as a model can tell: never one number, always quantiles.
 *
 * <p>A quantile may be infinite. That says that the life reaches beyond what the model can see, and is how a machine
 * without a sign of ageing is told: it has {@linkplain #noEndInSight() no end in sight}, not a date far away.
 *
 * @param timeNanos the moment from which the life counts, in epoch nanoseconds
 * @param quantiles in hours of operation, levels strictly rising, hours never falling; at least one
 * @param failureMode the id of the mode that is expected to end the life, such as {@code pump.bearing-wear}, if it is known
 * @param healthIndex 1 for a machine that shows no wear, 0 for one at the end of its life
 */
public record RemainingLife(
        AssetId asset,
        long timeNanos,
        List<LifeQuantile> quantiles,
        Optional<String> failureMode,
        ModelRef model,
        double healthIndex) {

    /** @throws IllegalArgumentException if the quantiles are out of order or none, or the index is outside [0, 1] */
    public RemainingLife {
        quantiles = List.copyOf(quantiles);
        if (quantiles.isEmpty()) {
            throw new IllegalArgumentException(
                    "remaining life of " + asset + " has no quantile: expected at least one");
        }
        for (int i = 1; i < quantiles.size(); i++) {
            LifeQuantile lower = quantiles.get(i - 1);
            LifeQuantile upper = quantiles.get(i);
            if (!(lower.level() < upper.level()) || lower.hours() > upper.hours()) {
                throw new IllegalArgumentException("remaining life of " + asset + " has " + upper + " after " + lower
                        + ": expected levels that rise and hours that do not fall");
            }
        }
        if (!(healthIndex >= 0 && healthIndex <= 1)) {
            throw new IllegalArgumentException(
                    "remaining life of " + asset + " has the health index " + healthIndex + ": expected 0 to 1");
        }
    }

    /** Returns whether even the most cautious quantile lies beyond what the model can see. */
    public boolean noEndInSight() {
        return Double.isInfinite(quantiles.getFirst().hours());
    }

    /**
     * Returns the hours that the life exceeds with probability 1 - level.
     *
     * <p>Between two quantiles it is interpolated; below the first the life is taken to be spread evenly from now on, which
     * errs on the early side; above the last, and next to an infinite one, it is infinite.
     *
     * @throws IllegalArgumentException unless the level lies between 0 and 1, both excluded
     */
    public double hours(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "level " + level + " has no quantile: expected a number between 0 and 1, both excluded");
        }
        double lowerLevel = 0;
        double lowerHours = 0;
        for (LifeQuantile upper : quantiles) {
            if (level <= upper.level()) {
                if (level == upper.level() || Double.isInfinite(upper.hours())) {
                    return upper.hours();
                }
                double share = (level - lowerLevel) / (upper.level() - lowerLevel);
                return lowerHours + share * (upper.hours() - lowerHours);
            }
            lowerLevel = upper.level();
            lowerHours = upper.hours();
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the probability that the life ends within so many hours: the inverse of {@link #hours}.
     *
     * <p>Where a quantile is infinite the share between it and the one before is known to lie beyond what can be seen, and
     * does not count.
     */
    public double probabilityWithin(double hours) {
        double lowerLevel = 0;
        double lowerHours = 0;
        for (LifeQuantile upper : quantiles) {
            if (hours < upper.hours()) {
                double share = Double.isInfinite(upper.hours())
                        ? 0
                        : Math.max(0, hours - lowerHours) / (upper.hours() - lowerHours);
                return lowerLevel + share * (upper.level() - lowerLevel);
            }
            lowerLevel = upper.level();
            lowerHours = upper.hours();
        }
        return lowerLevel;
    }
}

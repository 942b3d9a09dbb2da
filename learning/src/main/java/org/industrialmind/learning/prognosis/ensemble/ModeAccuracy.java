package org.industrialmind.learning.prognosis.ensemble;

/**
 * How often the likeliest mode was the one in which a unit failed, at moments of units that neither the models had seen nor
 * the weights, which for each fold were chosen on the other folds.
 *
 * @param share of the moments
 * @param ofCommonest the share that the commonest mode would have had, named every time
 */
public record ModeAccuracy(double share, double ofCommonest) {
    /** @throws IllegalArgumentException if one is no share */
    public ModeAccuracy {
        if (!(share >= 0 && share <= 1) || !(ofCommonest >= 0 && ofCommonest <= 1)) {
            throw new IllegalArgumentException(
                    "modes named in " + share + ", the commonest in " + ofCommonest + ": expected numbers from 0 to 1");
        }
    }
}

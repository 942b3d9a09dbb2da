package org.industrialmind.learning.prognosis.ensemble;

/**
 * How often the likeliest mode was the one in which a unit failed, at moments of units that neither the models had seen nor
 * the weights, which for each fold were chosen on the other folds.
 *
 * @param share of the moments
 * @param commonest the share that the commonest mode would have had, named every time
 */
public record ModesNamed(double share, double commonest) {
    /** @throws IllegalArgumentException if one is no share */
    public ModesNamed {
        if (!(share >= 0 && share <= 1) || !(commonest >= 0 && commonest <= 1)) {
            throw new IllegalArgumentException(
                    "modes named in " + share + ", the commonest in " + commonest + ": expected numbers from 0 to 1");
        }
    }
}

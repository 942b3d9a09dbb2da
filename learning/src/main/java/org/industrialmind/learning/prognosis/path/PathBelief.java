package org.industrialmind.learning.prognosis.path;

import java.util.List;
import java.util.Optional;

/**
 * What is believed of a machine's pace and unrest after its path has been seen: a drifting Brownian motion whose drift and
 * variance are unknown, with the conjugate belief (normal-inverse-gamma) that starts from the fleet.
 *
 * <p>With increments d over h hours the belief has closed form: the pace is worth {@code paceHours + sum h} hours of
 * watching, its mean is the weighted mean of prior pace and (sum d) / (sum h), and the variance is inverse gamma with the
 * squares of what the mean leaves over. Blocks are means over a span, and the mean of a Brownian motion moves with two
 * thirds of its variance, hence the factor {@value #OF_MEANS} on observed squares; noise of the readings counts as unrest,
 * which errs on the wide side while blocks are short.
 *
 * @param wear of the last block
 * @param wearHours the time of that block, in hours since the start of the path
 * @param pace mean of the belief, in wear per hour; any sign
 * @param hours of watching that the pace is worth
 * @param shape of the inverse gamma belief about the variance per hour
 * @param scale of it
 * @see "Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 3.3"
 * @see "Whitmore 1986, Normal-gamma mixtures of inverse Gaussian distributions, Scandinavian Journal of Statistics 13(3)"
 */
public record PathBelief(double wear, double wearHours, double pace, double hours, double shape, double scale) {
    private static final double OF_MEANS = 1.5;
    private static final double SLOWEST = 1e-3; // of a life, over the path: keeps the unrest of a flat path above 0

    /** Returns the belief after that path, or empty if it has fewer than two blocks. */
    public static Optional<PathBelief> after(FleetPrior prior, ConditionPath path) {
        List<ConditionPath.Block> blocks = path.blocks();
        if (blocks.size() < 2) {
            return Optional.empty();
        }
        double watched = 0;
        double squares = 0;
        for (int i = 1; i < blocks.size(); i++) {
            double h = blocks.get(i).hours() - blocks.get(i - 1).hours();
            double d = blocks.get(i).value() - blocks.get(i - 1).value();
            watched += h;
            squares += d * d / h;
        }
        ConditionPath.Block last = blocks.getLast();
        double moved = last.value() - blocks.getFirst().value();
        double hours = prior.paceHours() + watched;
        double pace = (prior.paceHours() * prior.pace() + moved) / hours;
        double left = squares - moved * moved / watched;
        double surprise = moved / watched - prior.pace();
        double shape = 1 + prior.unrestWeight() / 2;
        double perHour = prior.unrest() * Math.max(Math.abs(moved), SLOWEST) / watched;
        double ownUnrest = OF_MEANS * Math.max(0, left) + prior.paceHours() * watched / hours * surprise * surprise;
        return Optional.of(new PathBelief(
                last.value(),
                last.hours(),
                pace,
                hours,
                shape + (blocks.size() - 1) / 2.0,
                (shape - 1) * perHour + ownUnrest / 2));
    }

    /** Returns the expected variance of the path per hour. */
    public double diffusion() {
        return scale / (shape - 1);
    }
}

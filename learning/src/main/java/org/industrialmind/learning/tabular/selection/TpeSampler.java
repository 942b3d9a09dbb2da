package org.industrialmind.learning.tabular.selection;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Proposes what is likelier among the good trials than among the others: the tree-structured Parzen estimator [1].
 *
 * <p>The trials so far are cut at a quantile of their scores. Of each parameter one density is estimated over the good ones,
 * l(x), and one over the rest, g(x); the expected improvement grows with l(x) / g(x), so a few values are drawn from l and the
 * one with the largest ratio is taken. Parameters are treated one at a time, and one that exists only under a condition is
 * learned from the trials in which it existed: that is the tree. What this misses is interaction between parameters.
 *
 * <p>An option of a choice is drawn from l as it is. The largest ratio would name the same option each time, and an option
 * whose first trials had bad luck with the parameters beneath it would never be seen again.
 *
 * <p>Costs nothing beside a fit: O(trials x parameters x draws) for each proposal.
 *
 * <ol>
 *   <li>Bergstra, Bardenet, Bengio and Kegl 2011, Algorithms for hyper-parameter optimization, NeurIPS 24.
 * </ol>
 *
 * @param startup trials drawn evenly before the densities are trusted
 * @param goodShare the part of the trials called good, in (0, 1); [1] uses 0.15
 * @param draws values compared for each proposal
 */
public record TpeSampler(int startup, double goodShare, int draws) implements Sampler {
    public TpeSampler {
        if (startup < 2 || !(goodShare > 0 && goodShare < 1) || draws < 1) {
            throw new IllegalArgumentException("seen " + startup + " trials to start with, a good share of " + goodShare
                    + " and " + draws + " draws: expected at least 2, a share in (0, 1), at least 1");
        }
    }

    /** Returns ten trials to start with, the share of the paper, and 24 draws as its authors' program has. */
    public static TpeSampler defaults() {
        return new TpeSampler(10, 0.15, 24);
    }

    @Override
    public Optional<Candidate> next(Space space, SearchLog before, SplittableRandom random) {
        List<Trial> ranked = before.ranked();
        if (ranked.size() < startup) {
            return Optional.of(space.draw(random));
        }
        int cut = (int) Math.ceil(goodShare * ranked.size());
        List<Candidate> good =
                ranked.subList(0, cut).stream().map(Trial::candidate).toList();
        List<Candidate> rest = ranked.subList(cut, ranked.size()).stream()
                .map(Trial::candidate)
                .toList();
        return Optional.of(space.choose(parameter -> propose(
                parameter,
                good.stream().filter(c -> c.has(parameter.name())).toList(),
                rest.stream().filter(c -> c.has(parameter.name())).toList(),
                random)));
    }

    private Object propose(Parameter parameter, List<Candidate> good, List<Candidate> rest, SplittableRandom random) {
        return switch (parameter) {
            case Parameter.Numeric numeric -> {
                Parzen l = Parzen.of(good.stream().mapToDouble(numeric::unit).toArray());
                Parzen g = Parzen.of(rest.stream().mapToDouble(numeric::unit).toArray());
                double best = 0;
                double largest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < draws; i++) {
                    double place = l.draw(random);
                    double ratio = l.density(place) / g.density(place);
                    if (ratio > largest) {
                        best = place;
                        largest = ratio;
                    }
                }
                yield numeric.at(best);
            }
            case Parameter.Choice choice -> choice.options().get(draw(shares(choice, good), random));
        };
    }

    /** Returns how often each option was taken, one more of each counted so that none is ruled out. */
    private static double[] shares(Parameter.Choice choice, List<Candidate> candidates) {
        return choice.options().stream()
                .mapToDouble(option -> 1.0
                        + candidates.stream()
                                .filter(c -> c.choice(choice.name()).equals(option))
                                .count())
                .map(count -> count / (candidates.size() + choice.options().size()))
                .toArray();
    }

    private static int draw(double[] shares, SplittableRandom random) {
        double left = random.nextDouble();
        for (int k = 0; k < shares.length - 1; k++) {
            left -= shares[k];
            if (left < 0) {
                return k;
            }
        }
        return shares.length - 1;
    }
}

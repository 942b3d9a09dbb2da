package org.industrialmind.learning.prognosis.calibration;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.prognosis.Judged;

/**
 * How the lives left are spread at the moments at which questions are asked, told without any answer.
 *
 * <p>A fleet may be asked about at moments unlike those that held-out units were looked at: never when new, say, or only close
 * to the end. What was forecast at the questions tells [1]: held-out units show which forecasts, at which ages, come with
 * which life left, and the spread of lives is the one under which the forecasts and ages of the questions are likely. Looked
 * for among densities that are level up to some life and then fall on a straight line to 0 at a longest one; all of them are
 * averaged by how likely they make what was asked. Before that every scale of the longest life is as likely as any other, and
 * half of the belief is in the simplest law, level to its end. Units that did not live that long could not have been asked
 * about; the likelihood accounts for them.
 *
 * <ol>
 *   <li>Saerens, Latinne and Decaestecker 2002, Adjusting the outputs of a classifier to new a priori probabilities, Neural
 *       Computation 14(1); the continuous case is label shift by maximum likelihood.
 * </ol>
 */
public final class AskedLives {
    private static final int FEWEST = 20; // questions, and held-out units; fewer say nothing
    private static final int BINS = 72; // of life
    private static final int SHORTEST_LAW = 6; // bins: a tenth of the longest life
    private static final int LEVEL_SHARES = 10;
    private static final double NEVER = 1e-9; // likelihood of a question unlike any held-out moment

    private final double width; // of a bin, in units of life
    private final double[] density;

    private AskedLives(double width, double[] density) {
        this.width = width;
        this.density = density;
    }

    /** Returns the spread of moments drawn evenly from whole lives, each unit as often as any other. */
    public static AskedLives anyMoment() {
        return new AskedLives(0, new double[0]);
    }

    /**
     * Returns the spread under which such questions are asked; that of any moment if there are too few to tell.
     *
     * @param heldOut forecasts along whole lives of units that the models had not learned from
     */
    public static AskedLives of(List<Judged> heldOut, List<Asked> asked) {
        int units =
                Math.toIntExact(heldOut.stream().map(Judged::unit).distinct().count());
        if (asked.size() < FEWEST || units < FEWEST) {
            return anyMoment();
        }
        double longest = heldOut.stream().mapToDouble(Judged::life).max().orElseThrow();
        double width = longest / BINS;
        double youngest = asked.stream().mapToDouble(Asked::age).min().orElseThrow();
        List<Judged> moments =
                heldOut.stream().filter(one -> one.age() >= youngest).toList();
        List<Candidate> candidates =
                candidates(likelihoods(moments, asked, width, units), possible(moments, width, units));
        return new AskedLives(width, average(candidates));
    }

    /**
     * A law that might be.
     *
     * @param last bin of the longest life, from 1
     * @param level share of the bins up to there over which it is level
     * @param belief in it after the questions, as a logarithm up to a constant
     */
    private record Candidate(int last, double level, double belief) {}

    private static List<Candidate> candidates(double[][] likelihoods, double[] possible) {
        List<Candidate> candidates = new ArrayList<>();
        for (int last = SHORTEST_LAW; last <= BINS; last++) {
            for (int share = 0; share <= LEVEL_SHARES; share++) {
                double level = (double) share / LEVEL_SHARES;
                double before = (share == LEVEL_SHARES ? LEVEL_SHARES : 1) / (double) last;
                double likely = logLikelihood(law(last, level), likelihoods, possible);
                candidates.add(new Candidate(last, level, Math.log(before) + likely));
            }
        }
        return candidates;
    }

    private static double[] average(List<Candidate> candidates) {
        double most = candidates.stream().mapToDouble(Candidate::belief).max().orElseThrow();
        double[] mean = new double[BINS];
        double sum = 0;
        for (Candidate candidate : candidates) {
            double weight = Math.exp(candidate.belief() - most);
            double[] law = law(candidate.last(), candidate.level());
            sum += weight;
            for (int b = 0; b < BINS; b++) {
                mean[b] += weight * law[b];
            }
        }
        for (int b = 0; b < BINS; b++) {
            mean[b] /= sum;
        }
        return mean;
    }

    /** Returns how likely each question is for a unit with each life left. Shape: [question, bin]. */
    private static double[][] likelihoods(List<Judged> moments, List<Asked> asked, double width, int units) {
        Nearness nearness = new Nearness(moments, units);
        int[] bins = moments.stream().mapToInt(one -> bin(one.life(), width)).toArray();
        double[][] likelihoods = new double[asked.size()][BINS];
        for (int q = 0; q < likelihoods.length; q++) {
            double[] near = nearness.to(asked.get(q), 1);
            for (int i = 0; i < near.length; i++) {
                likelihoods[q][bins[i]] += near[i];
            }
        }
        return likelihoods;
    }

    /** Returns the share of units, up to a constant, that were old enough to be asked about with each life left. */
    private static double[] possible(List<Judged> moments, double width, int units) {
        double[] possible = new double[BINS];
        for (Judged one : moments) {
            possible[bin(one.life(), width)] += 1.0 / units;
        }
        return possible;
    }

    private static double logLikelihood(double[] law, double[][] likelihoods, double[] possible) {
        double sum = 0;
        for (double[] ofQuestion : likelihoods) {
            sum += Math.log(product(law, ofQuestion) + NEVER);
        }
        return sum - likelihoods.length * Math.log(product(law, possible) + NEVER);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Returns the density that is level for a share of the bins and reaches 0 after the last. */
    private static double[] law(int last, double level) {
        double[] law = new double[BINS];
        double sum = 0;
        for (int b = 0; b < last; b++) {
            double middle = (b + 0.5) / last;
            law[b] = middle <= level ? 1 : (1 - middle) / (1 - level);
            sum += law[b];
        }
        for (int b = 0; b < last; b++) {
            law[b] /= sum;
        }
        return law;
    }

    private static int bin(double life, double width) {
        return Math.clamp((long) (life / width), 0, BINS - 1);
    }

    /**
     * Returns how much a held-out moment counts among the questions.
     *
     * @param ofUnit held-out moments of the same unit
     */
    double weight(double life, int ofUnit) {
        if (density.length == 0) {
            return 1.0 / ofUnit;
        }
        double place = Math.clamp(life / width - 0.5, 0, density.length - 1);
        int below = (int) Math.min(place, density.length - 2.0);
        double share = place - below;
        return (1 - share) * density[below] + share * density[below + 1];
    }
}

package org.industrialmind.learning.prognosis.evaluation;

import java.util.Arrays;
import org.industrialmind.learning.prognosis.Fleet;

/**
 * How far from their failure runs were cut off, told from their lengths alone.
 *
 * <p>A test part is made by cutting runs some time before they fail. If the life left at the cut is spread evenly up to a
 * longest one, the lengths that come out follow from the lives of the training part: a unit of life T gives a length up to x
 * with the share of the cuts between T - x and the longest. The longest life is the one whose lengths come closest to those
 * seen, by the mean squared difference of the two distributions (Cramer and von Mises). No ending of a cut run is looked at,
 * so this is known before any forecast is made.
 */
public final class CutLaw {
    private static final int CANDIDATES = 200;

    private CutLaw() {}

    /**
     * Returns the longest life left with which the runs seem to have been cut, in units of life.
     *
     * @param training runs seen to their failure
     * @param cut runs cut off before it
     */
    public static double longest(Fleet training, Fleet cut) {
        double[] lives = training.failed().stream()
                .mapToDouble(run -> run.ending().age())
                .toArray();
        double[] ages = cut.runs().stream()
                .mapToDouble(run -> run.age(run.rows() - 1))
                .sorted()
                .toArray();
        return longest(lives, ages);
    }

    /** @param ages at the cut, rising */
    static double longest(double[] lives, double[] ages) {
        double most = Arrays.stream(lives)
                .max()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no training unit failed: expected some, since the lives of the cut runs are taken to"
                                + " be like theirs"));
        double best = most;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= CANDIDATES; i++) {
            double candidate = most * i / CANDIDATES;
            double distance = distance(lives, ages, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static double distance(double[] lives, double[] ages, double longest) {
        double sum = 0;
        for (int i = 0; i < ages.length; i++) {
            double difference = share(lives, ages[0], ages[i], longest) - (i + 0.5) / ages.length;
            sum += difference * difference;
        }
        return sum / ages.length;
    }

    /** Returns the share of the cuts that leave a length up to x, among those that leave at least the shortest seen. */
    private static double share(double[] lives, double shortest, double x, double longest) {
        double all = 0;
        double upToX = 0;
        for (double life : lives) {
            double possible = Math.min(longest, life - shortest);
            all += Math.max(0, possible);
            upToX += Math.max(0, possible - Math.max(0, life - x));
        }
        return all > 0 ? upToX / all : 0;
    }
}

package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * k-means: k centres, every row with its nearest, every centre the mean of its rows.
 *
 * <p>The two halves of that sentence are taken in turn (Lloyd): rows go to the nearest centre, centres go to the mean. Each
 * step lowers the inertia, the sum of squared distances of rows to their centres, so it ends, in a minimum that depends on
 * the start. Hence starts matter more than steps: k-means++ draws the first centres far apart, with a probability
 * proportional to the squared distance from those drawn before, and takes the best of a few draws each time; of several
 * starts the one with the least inertia is kept.
 *
 * <p>Since |x - c|^2 = |x|^2 - 2 x'c + |c|^2, the nearest centre is found by one blocked product of matrices, which is
 * nearly all of the work. The rows are moved to mean 0 first, or the difference would drown in rounding far from the origin.
 * A centre left by all its rows moves to the row that lies farthest from its own.
 *
 * <p>Trade-off: the fastest of all and easy to explain, but k must be known, clusters are taken to be balls of like size, and
 * columns of larger scale decide: scale them first. Complexity: O(rows x clusters x columns) a step. Where there are fewer
 * different rows than clusters, some clusters stay empty.
 *
 * <ol>
 *   <li>Lloyd 1982, Least squares quantization in PCM, IEEE Transactions on Information Theory 28(2).
 *   <li>Arthur and Vassilvitskii 2007, k-means++: the advantages of careful seeding, SODA.
 * </ol>
 *
 * @param clusters at least 1
 * @param starts the best of so many is kept, at least 1
 * @param iterations of one start at most
 * @param tolerance a start ends when the squared shift of all centres is below this part of the mean variance of a column
 */
public record KMeans(int clusters, int starts, int iterations, double tolerance) implements Clusterer {
    public KMeans {
        Setting.atLeast("clusters", clusters, 1);
        Setting.atLeast("starts", starts, 1);
        Setting.atLeast("iterations", iterations, 1);
        Setting.notNegative("tolerance", tolerance);
    }

    /** Ten starts of up to 300 steps. */
    public static KMeans of(int clusters) {
        return new KMeans(clusters, 10, 300, 1e-4);
    }

    /** @throws IllegalArgumentException if a value is missing, or there are fewer rows than clusters */
    @Override
    public KMeansModel fit(Matrix rows, long seed) {
        Setting.requireRows(rows, clusters);
        Lloyd lloyd = new Lloyd(rows, clusters);
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> run(lloyd, Seeding.of(lloyd, random)))
                .limit(starts)
                .min(Comparator.comparingDouble(KMeansModel::inertia))
                .orElseThrow();
    }

    /**
     * Searches once, from these centres. Shape: centres [cluster, column].
     *
     * @throws IllegalArgumentException if the centres are not as many as clusters, or have not as many columns as the rows
     */
    public KMeansModel fitFrom(Matrix rows, Matrix centres) {
        Setting.requireRows(rows, clusters);
        centres.requireFinite();
        if (centres.rows() != clusters || centres.columns() != rows.columns()) {
            throw new IllegalArgumentException(
                    "the first centres are " + centres + ": expected " + clusters + " x " + rows.columns());
        }
        Lloyd lloyd = new Lloyd(rows, clusters);
        return run(lloyd, lloyd.centred(centres.toArray()));
    }

    private KMeansModel run(Lloyd lloyd, double[] firstCentres) {
        double enough = tolerance * lloyd.variance();
        int[] labels = new int[lloyd.n];
        Arrays.fill(labels, Clustering.NOISE);
        double[] centres = firstCentres;
        int steps = 0;
        while (steps < iterations) {
            steps++;
            Lloyd.Step step = lloyd.assign(centres, labels);
            double[] next = lloyd.means(step, centres, labels);
            double shift = 0;
            for (int i = 0; i < next.length; i++) {
                shift += (next[i] - centres[i]) * (next[i] - centres[i]);
            }
            centres = next;
            if (!step.moved() || shift <= enough) {
                break;
            }
        }
        lloyd.assign(centres, labels);
        return lloyd.model(centres, labels, steps);
    }
}

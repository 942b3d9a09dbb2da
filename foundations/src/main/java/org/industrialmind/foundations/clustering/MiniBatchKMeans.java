package org.industrialmind.foundations.clustering;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.Vectors;

/**
 * k-means that looks at a few rows at a time.
 *
 * <p>Each step draws a batch, sends its rows to their nearest centres, and moves each centre towards its rows by one over
 * the number of rows it has ever seen, so that it is the mean of them all. After some dozens of batches the centres hardly
 * move, long before every row was looked at once.
 *
 * <p>Trade-off: a small part of the work of {@link KMeans} on large tables, for an inertia that is a percent or two higher.
 * Complexity: O(batch x clusters x columns) a step, and one pass over all rows at the end for their labels.
 *
 * @param clusters at least 1
 * @param batch rows of a step, drawn with replacement
 * @param steps how many batches
 * @see "Sculley 2010, Web-scale k-means clustering, WWW"
 */
public record MiniBatchKMeans(int clusters, int batch, int steps) implements Clusterer {
    public MiniBatchKMeans {
        Setting.atLeast("clusters", clusters, 1);
        Setting.atLeast("batch", batch, 1);
        Setting.atLeast("steps", steps, 1);
    }

    /** A hundred batches of 1024 rows. */
    public static MiniBatchKMeans of(int clusters) {
        return new MiniBatchKMeans(clusters, 1024, 100);
    }

    /** @throws IllegalArgumentException if a value is missing, or there are fewer rows than clusters */
    @Override
    public KMeansModel fit(Matrix rows, long seed) {
        Setting.requireRows(rows, clusters);
        SplittableRandom random = new SplittableRandom(seed);
        double[] centres = seeds(rows, random);
        Lloyd all = new Lloyd(rows, clusters);
        all.centred(centres);
        long[] seen = new long[clusters];
        for (int step = 0; step < steps; step++) {
            learn(all, random.ints(batch, 0, all.n).toArray(), centres, seen);
        }
        int[] labels = new int[all.n];
        all.assign(centres, labels);
        return all.model(centres, labels, steps);
    }

    /** Returns the first centres, chosen among some batches of rows. */
    private double[] seeds(Matrix rows, SplittableRandom random) {
        int wanted = (int) Math.min(rows.rows(), Math.max(3L * batch, 3L * clusters));
        int[] order = IntStream.range(0, rows.rows()).toArray();
        double[][] sample = new double[wanted][];
        for (int i = 0; i < wanted; i++) {
            int other = random.nextInt(i, order.length);
            sample[i] = rows.row(order[other]);
            order[other] = order[i];
        }
        Lloyd part = new Lloyd(Matrix.ofRows(sample), clusters);
        return part.model(Seeding.of(part, random), new int[wanted], 0)
                .centres()
                .toArray();
    }

    private static void learn(Lloyd all, int[] batch, double[] centres, long[] seen) {
        int d = all.d;
        int[] nearest = new int[batch.length];
        double[] lengths = all.squaredLengths(centres);
        double[] score = new double[all.k];
        for (int i = 0; i < batch.length; i++) {
            for (int c = 0; c < all.k; c++) {
                score[c] = lengths[c] - 2 * Vectors.dot(d, all.x, batch[i] * d, centres, c * d);
            }
            nearest[i] = Lloyd.leastOf(score, 0, all.k);
        }
        for (int i = 0; i < batch.length; i++) {
            int c = nearest[i];
            double rate = 1.0 / ++seen[c];
            for (int j = 0; j < d; j++) {
                centres[c * d + j] += rate * (all.x[batch[i] * d + j] - centres[c * d + j]);
            }
        }
    }
}

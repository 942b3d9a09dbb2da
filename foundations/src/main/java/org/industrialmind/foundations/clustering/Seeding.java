package org.industrialmind.foundations.clustering;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The first centres of k-means, drawn far apart (k-means++): each is the best of a few rows drawn with a probability
 * proportional to the squared distance from the centres so far.
 */
final class Seeding {
    private final Lloyd lloyd;
    private final SplittableRandom random;
    private final double[] centres;
    private double[] nearest; // squared distance of each row from the nearest centre so far

    private Seeding(Lloyd lloyd, SplittableRandom random) {
        this.lloyd = lloyd;
        this.random = random;
        centres = new double[lloyd.k * lloyd.d];
        nearest = new double[lloyd.n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    }

    /** Returns centres of the rows moved to mean 0. Shape: [centre, column]. */
    static double[] of(Lloyd lloyd, SplittableRandom random) {
        Seeding seeding = new Seeding(lloyd, random);
        seeding.choose(0, new int[] {random.nextInt(lloyd.n)});
        int draws = 2 + (int) Math.log(lloyd.k);
        for (int c = 1; c < lloyd.k; c++) {
            seeding.choose(c, seeding.draw(draws));
        }
        return seeding.centres;
    }

    private int[] draw(int draws) {
        double total = 0;
        for (double distance : nearest) {
            total += distance;
        }
        int[] drawn = new int[draws];
        double[] marks = random.doubles(draws).sorted().toArray();
        if (!(total > 0)) { // every row is a centre already
            Arrays.setAll(drawn, i -> random.nextInt(lloyd.n));
            return drawn;
        }
        double passed = 0;
        int next = 0;
        for (int r = 0; r < lloyd.n && next < draws; r++) {
            passed += nearest[r];
            while (next < draws && marks[next] * total < passed) {
                drawn[next++] = r;
            }
        }
        while (next < draws) { // rounding: the last mark lies beyond the sum
            drawn[next++] = lloyd.n - 1;
        }
        return drawn;
    }

    private void choose(int centre, int[] rows) {
        int d = lloyd.d;
        double[] points = new double[rows.length * d];
        for (int p = 0; p < rows.length; p++) {
            System.arraycopy(lloyd.x, rows[p] * d, points, p * d, d);
        }
        double[] distances = lloyd.distances(points);
        double[] left = new double[rows.length];
        for (int r = 0; r < lloyd.n; r++) {
            for (int p = 0; p < rows.length; p++) {
                left[p] += Math.min(nearest[r], distances[r * rows.length + p]);
            }
        }
        int best = Lloyd.leastOf(left, 0, left.length);
        for (int r = 0; r < lloyd.n; r++) {
            nearest[r] = Math.min(nearest[r], distances[r * rows.length + best]);
        }
        System.arraycopy(points, best * d, centres, centre * d, d);
    }
}

package org.industrialmind.foundations.clustering;

import org.industrialmind.foundations.algebra.Matrix;

/** Centres, and each row with its nearest. */
public final class KMeansModel implements Clustering {
    private final Matrix centres;
    private final int[] labels;
    private final double inertia;
    private final int iterations;

    /** Takes the array as it is. */
    KMeansModel(Matrix centres, int[] labels, double inertia, int iterations) {
        this.centres = centres;
        this.labels = labels;
        this.inertia = inertia;
        this.iterations = iterations;
    }

    @Override
    public int clusters() {
        return centres.rows();
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    /** Returns the centres. Shape: [cluster, column]. */
    public Matrix centres() {
        return centres;
    }

    /** Returns the sum of squared distances of all rows from their centres. */
    public double inertia() {
        return inertia;
    }

    /** Returns how many steps were taken. */
    public int iterations() {
        return iterations;
    }

    /**
     * Returns the cluster whose centre is nearest, the first of them where several are.
     *
     * @throws IllegalArgumentException if the row has another number of values
     */
    public int nearest(double[] row) {
        if (row.length != centres.columns()) {
            throw new IllegalArgumentException("the row has " + row.length + " values: expected " + centres.columns());
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.rows(); c++) {
            double distance = 0;
            for (int j = 0; j < row.length; j++) {
                double difference = row[j] - centres.get(c, j);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }
}

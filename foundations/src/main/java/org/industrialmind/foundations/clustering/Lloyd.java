package org.industrialmind.foundations.clustering;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Gemm;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.algebra.Vectors;

/**
 * The two halves of k-means over rows of mean 0. The rows are worked on in a fixed number of parts, whose sums are added in
 * order, so the result does not depend on the number of threads.
 */
final class Lloyd {
    private static final int BLOCK = 256; // rows whose scores stay in the first cache
    private static final int PARTS = 16;

    final int n;
    final int d;
    final int k;
    final double[] x; // [row, column], mean 0
    private final double[] mean;
    private final double[] norms; // squared length of each row

    /**
     * Where rows went.
     *
     * @param sums of the rows of each centre; [centre, column]
     * @param moved whether a label is new
     */
    record Step(double[] sums, int[] counts, boolean moved) {}

    Lloyd(Matrix rows, int k) {
        n = rows.rows();
        d = rows.columns();
        this.k = k;
        mean = rows.columnMeans();
        x = centred(rows.toArray());
        norms = new double[n];
        for (int r = 0; r < n; r++) {
            norms[r] = Vectors.dot(d, x, r * d, x, r * d);
        }
    }

    /** Returns the same array, its rows moved by the mean of the data. */
    double[] centred(double[] rowMajor) {
        for (int i = 0; i < rowMajor.length; i++) {
            rowMajor[i] -= mean[i % d];
        }
        return rowMajor;
    }

    /** Returns the mean variance of a column. */
    double variance() {
        double sum = 0;
        for (double norm : norms) {
            sum += norm;
        }
        return sum / n / d;
    }

    /** Computes |p|^2 - 2 x'p of some rows and all points, which orders points as their distance from x does. */
    void scores(int from, int rows, double[] points, double[] pointNorms, double[] scores) {
        int count = pointNorms.length;
        for (int r = 0; r < rows; r++) {
            System.arraycopy(pointNorms, 0, scores, r * count, count);
        }
        Gemm.add(rows, count, d, -2, x, from * d, d, 1, points, 0, 1, d, scores, 0, count);
    }

    double[] squaredLengths(double[] points) {
        double[] lengths = new double[points.length / d];
        for (int p = 0; p < lengths.length; p++) {
            lengths[p] = Vectors.dot(d, points, p * d, points, p * d);
        }
        return lengths;
    }

    /** Does something with every block of rows, in parallel; blocks of one part come in order. */
    void eachBlock(BlockWork work) {
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int end = (int) ((long) n * (part + 1) / PARTS);
            for (int from = (int) ((long) n * part / PARTS); from < end; from += BLOCK) {
                work.accept(part, from, Math.min(BLOCK, end - from));
            }
        });
    }

    interface BlockWork {
        void accept(int part, int from, int rows);
    }

    /** Writes the nearest centre of each row into the labels; of equally near ones the first. */
    Step assign(double[] centres, int[] labels) {
        double[] lengths = squaredLengths(centres);
        double[][] sums = new double[PARTS][k * d];
        int[][] counts = new int[PARTS][k];
        boolean[] moved = new boolean[PARTS];
        eachBlock((part, from, rows) -> {
            double[] scores = new double[rows * k];
            scores(from, rows, centres, lengths, scores);
            for (int r = 0; r < rows; r++) {
                int best = leastOf(scores, r * k, k);
                moved[part] |= labels[from + r] != best;
                labels[from + r] = best;
                counts[part][best]++;
                add(x, (from + r) * d, sums[part], best * d, 1);
            }
        });
        for (int part = 1; part < PARTS; part++) {
            for (int i = 0; i < k * d; i++) {
                sums[0][i] += sums[part][i];
            }
            for (int c = 0; c < k; c++) {
                counts[0][c] += counts[part][c];
            }
            moved[0] |= moved[part];
        }
        return new Step(sums[0], counts[0], moved[0]);
    }

    static int leastOf(double[] values, int at, int count) {
        int best = 0;
        for (int c = 1; c < count; c++) {
            if (values[at + c] < values[at + best]) {
                best = c;
            }
        }
        return best;
    }

    private void add(double[] from, int at, double[] to, int into, double sign) {
        for (int c = 0; c < d; c++) {
            to[into + c] += sign * from[at + c];
        }
    }

    /** Returns the mean of the rows of each centre; a centre without rows takes over the row farthest from its own. */
    double[] means(Step step, double[] centres, int[] labels) {
        double[] means = step.sums().clone();
        int[] counts = step.counts().clone();
        double[] distances = new double[0];
        for (int c = 0; c < k; c++) {
            if (counts[c] == 0) {
                distances = distances.length == 0 ? toCentres(centres, labels) : distances;
                int far = farthest(distances, labels, counts);
                add(x, far * d, means, labels[far] * d, -1);
                add(x, far * d, means, c * d, 1);
                counts[labels[far]]--;
                counts[c] = 1;
                distances[far] = -1; // taken
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= counts[i / d];
        }
        return means;
    }

    private double[] toCentres(double[] centres, int[] labels) {
        double[] distances = new double[n];
        for (int r = 0; r < n; r++) {
            distances[r] = Vectors.squaredDistance(d, x, r * d, centres, labels[r] * d);
        }
        return distances;
    }

    private static int farthest(double[] distances, int[] labels, int[] counts) {
        int far = -1;
        for (int r = 0; r < distances.length; r++) {
            if (counts[labels[r]] > 1 && distances[r] >= 0 && (far < 0 || distances[r] > distances[far])) {
                far = r;
            }
        }
        return far;
    }

    /** Returns the squared distance of each row from a few points. Shape: [row, point]. */
    double[] distances(double[] points) {
        double[] lengths = squaredLengths(points);
        int count = lengths.length;
        double[] distances = new double[n * count];
        eachBlock((part, from, rows) -> {
            double[] scores = new double[rows * count];
            scores(from, rows, points, lengths, scores);
            for (int i = 0; i < scores.length; i++) {
                distances[from * count + i] = Math.max(0, norms[from + i / count] + scores[i]);
            }
        });
        return distances;
    }

    KMeansModel model(double[] centres, int[] labels, int steps) {
        double inertia = 0;
        for (double distance : toCentres(centres, labels)) {
            inertia += distance;
        }
        double[] placed = centres.clone();
        for (int i = 0; i < placed.length; i++) {
            placed[i] += mean[i % d];
        }
        return new KMeansModel(Matrix.of(k, d, placed), labels, inertia, steps);
    }
}

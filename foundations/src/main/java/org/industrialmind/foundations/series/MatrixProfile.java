package org.industrialmind.foundations.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.spectrum.Convolution;

/**
 * For each stretch of a series, how far its nearest neighbour elsewhere in the series is: the smallest value is a motif
 * that comes back, the largest a discord that comes only once.
 *
 * <p>Stretches are compared after each is shifted to mean 0 and scaled to deviation 1, so shape counts and level does not.
 * The distance is sqrt(2 m (1 - r)) of the correlation r, and along a diagonal of the matrix of all pairs the covariance
 * changes by two products a step [2]: O(n^2) in all, whatever the length m, and nothing but a row of numbers is kept.
 * Diagonals near the main one are left out, since every stretch resembles itself one step later.
 *
 * <p>A stretch of equal values has no shape: two such are 0 apart, one such and another sqrt(m). A stretch with a value
 * missing (NaN) or infinite has no neighbour: infinity, and position -1.
 *
 * <ol>
 *   <li>Yeh et al. 2016, Matrix Profile I: all pairs similarity joins for time series, ICDM.
 *   <li>Zimmerman et al. 2019, Matrix Profile XIV: scaling time series motif discovery with GPUs, SoCC.
 * </ol>
 */
public final class MatrixProfile {
    private final int window;
    private final int zone;
    private final double[] distances;
    private final int[] neighbours;

    private MatrixProfile(int window, int zone, double[] distances, int[] neighbours) {
        this.window = window;
        this.zone = zone;
        this.distances = distances;
        this.neighbours = neighbours;
    }

    /** A stretch and the one it is nearest to. */
    public record Match(int position, int neighbour, double distance) {}

    /**
     * Compares all stretches of a length, those within a quarter of it of each other left out.
     *
     * @throws IllegalArgumentException if a stretch has fewer than 3 values, or the series no two that are compared
     */
    public static MatrixProfile of(double[] series, int window) {
        int zone = Math.ceilDiv(window, 4);
        if (window < 3 || series.length < window + zone + 1) {
            throw new IllegalArgumentException("stretches of " + window + " in a series of " + series.length
                    + " values: expected 3 or more, and a series of at least " + (window + zone + 1));
        }
        Stretches stretches = new Stretches(series, window);
        int count = series.length - window + 1;
        double[] best = new double[count]; // correlations
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        int[] neighbours = new int[count];
        Arrays.fill(neighbours, -1);
        for (int lag = zone + 1; lag < count; lag++) {
            stretches.diagonal(lag, best, neighbours);
        }
        double[] distances = new double[count];
        Arrays.setAll(distances, i -> neighbours[i] < 0 ? Double.POSITIVE_INFINITY : stretches.distance(best[i]));
        return new MatrixProfile(window, zone, distances, neighbours);
    }

    /**
     * Returns how far a query is from each stretch of a series, O(n log n) by transforms. Shape: [m], [n] -> [n - m + 1].
     *
     * @throws IllegalArgumentException if the query has fewer than 3 values or more than the series, or lacks a value
     * @see "Mueen et al. 2017, The fastest similarity search algorithm for time series subsequences (MASS)"
     */
    public static double[] distances(double[] query, double[] series) {
        Values.requireComplete(query, 3, "a query");
        Values.requireLength(series.length, query.length, "a query of " + query.length + " values");
        int m = query.length;
        Stretches one = new Stretches(query, m);
        Stretches all = new Stretches(series, m);
        double[] reversed = new double[m];
        Arrays.setAll(reversed, i -> one.values[m - 1 - i] - one.means[0]);
        double[] products = Convolution.of(all.values, reversed);
        double[] distances = new double[series.length - m + 1];
        for (int i = 0; i < distances.length; i++) { // the query adds up to 0, so the stretch's mean drops out
            double correlation = one.constant[0] || all.constant[i]
                    ? (one.constant[0] && all.constant[i] ? 1 : 0.5)
                    : products[m - 1 + i] * one.inverses[0] * all.inverses[i];
            distances[i] = all.whole[i] ? all.distance(correlation) : Double.POSITIVE_INFINITY;
        }
        return distances;
    }

    public int window() {
        return window;
    }

    /** Returns how many stretches there are: n - m + 1. */
    public int size() {
        return distances.length;
    }

    public double distance(int position) {
        return distances[position];
    }

    /** Returns where the nearest stretch begins; -1 where there is none. */
    public int neighbour(int position) {
        return neighbours[position];
    }

    /** Returns all distances; a copy. */
    public double[] distances() {
        return distances.clone();
    }

    /**
     * Returns the two stretches that are nearest to each other.
     *
     * @throws IllegalStateException if no stretch is without missing values
     */
    public Match motif() {
        int best = 0;
        for (int i = 1; i < distances.length; i++) {
            best = distances[i] < distances[best] ? i : best;
        }
        if (neighbours[best] < 0) {
            throw new IllegalStateException("no two of " + distances.length + " stretches are without missing values");
        }
        return new Match(best, neighbours[best], distances[best]);
    }

    /** Returns up to so many stretches that are farthest from all others, farthest first; they do not overlap by much. */
    public List<Match> discords(int count) {
        boolean[] taken = new boolean[distances.length];
        List<Match> discords = new ArrayList<>();
        while (discords.size() < count) {
            int best = -1;
            for (int i = 0; i < distances.length; i++) {
                boolean free = !taken[i] && neighbours[i] >= 0;
                best = free && (best < 0 || distances[i] > distances[best]) ? i : best;
            }
            if (best < 0) {
                break;
            }
            discords.add(new Match(best, neighbours[best], distances[best]));
            Arrays.fill(taken, Math.max(0, best - zone), Math.min(taken.length, best + zone + 1), true);
        }
        return discords;
    }

    /** Mean and norm of each stretch, and the walk along a diagonal. */
    private static final class Stretches {
        private final int m;
        private final double[] values; // less their mean, 0 where missing
        private final double[] means;
        private final double[] inverses; // of the norms about the mean
        private final boolean[] constant;
        private final boolean[] whole;

        Stretches(double[] series, int window) {
            m = window;
            values = centred(series);
            int count = series.length - m + 1;
            means = new double[count];
            inverses = new double[count];
            constant = new boolean[count];
            whole = new boolean[count];
            int equal = 0; // values alike up to here
            int present = 0;
            for (int t = 0; t < series.length; t++) {
                equal = t > 0 && series[t] == series[t - 1] ? equal + 1 : 1;
                present = Double.isFinite(series[t]) ? present + 1 : 0;
                int i = t - m + 1;
                if (i >= 0) {
                    constant[i] = equal >= m;
                    whole[i] = present >= m;
                    measure(i);
                }
            }
        }

        private static double[] centred(double[] series) {
            double mean =
                    Arrays.stream(series).filter(Double::isFinite).average().orElse(0);
            double[] centred = new double[series.length];
            Arrays.setAll(centred, t -> Double.isFinite(series[t]) ? series[t] - mean : 0);
            return centred;
        }

        /** Sums anew for each stretch: running sums would lose the digits of a quiet stretch after a loud one. */
        private void measure(int i) {
            double sum = 0;
            for (int k = 0; k < m; k++) {
                sum += values[i + k];
            }
            means[i] = sum / m;
            double squares = 0;
            for (int k = 0; k < m; k++) {
                squares += (values[i + k] - means[i]) * (values[i + k] - means[i]);
            }
            inverses[i] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        }

        void diagonal(int lag, double[] best, int[] neighbours) {
            double covariance = 0;
            for (int k = 0; k < m; k++) {
                covariance += (values[k] - means[0]) * (values[k + lag] - means[lag]);
            }
            for (int i = 0; i + lag < means.length; i++) {
                int j = i + lag;
                if (i > 0) {
                    covariance += step(i) * reach(j) + step(j) * reach(i);
                }
                if (whole[i] && whole[j]) {
                    double correlation = constant[i] || constant[j]
                            ? (constant[i] && constant[j] ? 1 : 0.5)
                            : covariance * inverses[i] * inverses[j];
                    if (correlation > best[i]) {
                        best[i] = correlation;
                        neighbours[i] = j;
                    }
                    if (correlation > best[j]) {
                        best[j] = correlation;
                        neighbours[j] = i;
                    }
                }
            }
        }

        private double step(int i) {
            return (values[i + m - 1] - values[i - 1]) / 2;
        }

        private double reach(int i) {
            return (values[i + m - 1] - means[i]) + (values[i - 1] - means[i - 1]);
        }

        double distance(double correlation) {
            return Math.sqrt(Math.max(0, 2 * m * (1 - correlation)));
        }
    }
}

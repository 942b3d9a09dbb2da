package org.industrialmind.learning.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.clustering.GaussianMixture;
import org.industrialmind.foundations.clustering.MixtureModel;
import org.industrialmind.foundations.statistics.ChiSquared;

/**
 * The few ways of running that settings show, each a bell of a Gaussian mixture.
 *
 * <p>The number of bells is the one that Schwarz's criterion likes best on the rows learned from: one more must raise
 * the likelihood by more than its parameters could by chance. Set points, however many drives they are made of, come out as
 * one tight bell each; a command that wanders is cut into stretches within which it varies little. Bells are in ascending
 * order of their means, so that the numbers of the regimes do not hang on a seed.
 *
 * <p>Settings are measured in spans of what training has seen. No bell is narrower than {@value #LEAST_WIDTH} of a span,
 * for a set point that never moved may still be read a little differently. A row further from its bell than one in ten
 * thousand rows of that bell would be is {@linkplain Match#typical() not typical}: the nearest regime is named all the
 * same, and whoever asks decides whether to go on with it or to abstain.
 *
 * @see "Fraley and Raftery 2002, Model-based clustering, discriminant analysis, and density estimation, JASA 97(458)"
 */
public final class SettingsMixture {
    static final double LEAST_WIDTH = 0.005;

    private static final int MOST = 12;
    private static final int PATIENCE = 2; // bells more without a better criterion, and the search is over
    private static final int STARTS = 8;
    private static final int ROWS_LOOKED_AT = 1000;
    private static final double RARE = 1e-4;

    private final List<Bell> bells;
    private final List<CholeskyDecomposition> factors; // of their covariances
    private final double[] spans;
    private final double reach;

    /**
     * One way of running.
     *
     * @param covariance in squares of spans; the mean too is in spans
     */
    public record Bell(double weight, List<Double> mean, Matrix covariance) {
        public Bell {
            mean = List.copyOf(mean);
        }
    }

    /**
     * Where a row stands.
     *
     * @param regime the bell that most likely made it, from 0
     * @param distance from its mean, in its own standard deviations (Mahalanobis)
     * @param typical whether the regime has such rows at all
     */
    public record Match(int regime, double distance, boolean typical) {}

    /**
     * Takes a mixture as it was kept.
     *
     * @param spans of training, one of each setting, in its unit
     */
    public SettingsMixture(List<Bell> bells, double[] spans) {
        this.bells =
                bells.stream().sorted((a, b) -> compare(a.mean(), b.mean())).toList();
        this.spans = spans.clone();
        this.reach = Math.sqrt(new ChiSquared(spans.length).quantile(1 - RARE));
        this.factors = this.bells.stream()
                .map(bell -> CholeskyDecomposition.of(bell.covariance()))
                .toList();
    }

    private static int compare(List<Double> a, List<Double> b) {
        return IntStream.range(0, a.size())
                .map(i -> Double.compare(a.get(i), b.get(i)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    /**
     * Learns the ways of running.
     *
     * @param rows settings, one row for each moment, all finite. Shape: [moment, setting]; of many, evenly spaced ones are
     *     looked at
     */
    public static SettingsMixture learn(Matrix rows, long seed) {
        double[] spans = IntStream.range(0, rows.columns())
                .mapToDouble(column -> span(rows.column(column)))
                .toArray();
        Matrix scaled = scaled(rows, spans);
        MixtureModel best = fit(scaled, 1, seed);
        int last = Math.min(MOST, scaled.rows());
        for (int k = 2; k <= last && k <= best.clusters() + PATIENCE; k++) {
            MixtureModel model = fit(scaled, k, seed);
            best = model.bic() < best.bic() ? model : best;
        }
        return new SettingsMixture(bells(best), spans);
    }

    /** A setting that hardly moved is measured by its level, as one that moves by 1 % of it has not moved at all. */
    private static double span(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return Math.max(Math.max(high - low, largest / 2), Double.MIN_NORMAL);
    }

    private static Matrix scaled(Matrix rows, double[] spans) {
        int step = Math.max(1, rows.rows() / ROWS_LOOKED_AT);
        double[][] scaled = new double[(rows.rows() + step - 1) / step][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = rows.row(i * step);
            for (int c = 0; c < spans.length; c++) {
                scaled[i][c] /= spans[c];
            }
        }
        return Matrix.ofRows(scaled);
    }

    private static MixtureModel fit(Matrix rows, int bells, long seed) {
        return new GaussianMixture(
                        bells, GaussianMixture.CovarianceShape.FULL, STARTS, 200, 1e-5, LEAST_WIDTH * LEAST_WIDTH)
                .fit(rows, seed);
    }

    private static List<Bell> bells(MixtureModel model) {
        double[] weights = model.weights();
        List<Bell> bells = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            bells.add(new Bell(
                    weights[k], Arrays.stream(model.means().row(k)).boxed().toList(), model.covariance(k)));
        }
        return bells;
    }

    /** Returns this mixture without the other bells; they are renumbered in their order. */
    SettingsMixture keeping(List<Integer> regimes) {
        return new SettingsMixture(regimes.stream().map(bells::get).toList(), spans);
    }

    public int count() {
        return bells.size();
    }

    /** Places a row of settings. */
    public Match of(double... settings) {
        return IntStream.range(0, bells.size())
                .mapToObj(bell -> match(bell, settings))
                .max(Comparator.comparingDouble(Candidate::logDensity))
                .map(best -> new Match(best.bell(), best.distance(), best.distance() <= reach))
                .orElse(new Match(-1, Double.POSITIVE_INFINITY, false));
    }

    private record Candidate(int bell, double distance, double logDensity) {}

    private Candidate match(int bell, double[] settings) {
        double[] away = new double[spans.length];
        for (int c = 0; c < away.length; c++) {
            away[c] = settings[c] / spans[c] - bells.get(bell).mean().get(c);
        }
        double squares = factors.get(bell).squaredDistance(away);
        double logDensity = Math.log(bells.get(bell).weight())
                - (squares + factors.get(bell).logDeterminant()) / 2;
        return new Candidate(bell, Math.sqrt(squares), logDensity);
    }

    /** Returns the ways of running in the order of their numbers. */
    public List<Bell> bells() {
        return bells;
    }

    /** Returns the span of each setting in training, in its unit; a copy. */
    public double[] spans() {
        return spans.clone();
    }
}

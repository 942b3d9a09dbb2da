package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * The likelihood of a series with its scale and its regression concentrated out.
 *
 * <p>Let a model give innovations v[t] with variances sigma^2 F[t]. For given F the best sigma^2 is the mean of v^2 / F,
 * and what is left of the log-likelihood falls as
 *
 * <pre>S = sum of v[t]^2 / F[t] * exp(mean of log F)
 * </pre>
 *
 * rises: a sum of squares of r[t] = v[t] / sqrt(F[t]) * exp(mean of log F / 2), which {@link LeastSquares} minimises. A
 * regression y = X b + u costs no search either: filtering y and the columns of X with the same gains turns it into
 * ordinary least squares between innovations [1].
 *
 * <ol>
 *   <li>Kohn and Ansley 1985, Efficient estimation and prediction in time series regression models, Biometrika 72(3).
 * </ol>
 */
final class Innovations {
    private final Gains gains;
    private final double[] coefficients;
    private final double[] standardised; // v / sqrt(F) of the values that count
    private final int counted;

    Innovations(Gains gains, double[] series, double[][] columns) {
        this.gains = gains;
        counted = gains.counted();
        double[] target = standardised(series);
        double[][] explaining = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            explaining[j] = standardised(columns[j]);
        }
        coefficients = columns.length == 0 || !gains.sound()
                ? new double[columns.length]
                : LinearFit.of(explaining, target).coefficients();
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < counted; i++) {
                target[i] -= coefficients[j] * explaining[j][i];
            }
        }
        standardised = target;
    }

    private double[] standardised(double[] series) {
        double[] all = gains.innovations(series, new double[gains.model.states]);
        double[] some = new double[counted];
        int count = 0;
        for (int t = 0; t < all.length; t++) {
            if (gains.counts(t)) {
                some[count++] = all[t] / Math.sqrt(gains.variance[t]);
            }
        }
        return some;
    }

    /** Returns the residuals whose squares add up to S; no numbers where the model has no finite, positive variances. */
    double[] scaled() {
        double factor = Math.exp(gains.logVariances() / (2.0 * counted));
        double[] scaled = Arrays.copyOf(standardised, counted);
        for (int i = 0; i < counted; i++) {
            scaled[i] *= gains.sound() ? factor : Double.NaN;
        }
        return scaled;
    }

    double[] coefficients() {
        return coefficients;
    }

    int counted() {
        return counted;
    }

    /** Returns the sigma^2 of the highest likelihood. */
    double variance() {
        return Values.squares(standardised) / counted;
    }

    /** Returns the highest log-likelihood. */
    double logLikelihood() {
        return -0.5 * (counted * (Math.log(2 * Math.PI * variance()) + 1) + gains.logVariances());
    }
}

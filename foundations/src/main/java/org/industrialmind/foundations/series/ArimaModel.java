package org.industrialmind.foundations.series;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;

/** What {@link Arima} learned. */
public final class ArimaModel implements ForecastModel {
    private final Arima settings;
    private final ArmaTerms terms;
    private final double[] regression; // constant first, if there is one
    private final double variance;
    private final double logLikelihood;
    private final int counted;
    private final int length;
    private final int explaining;
    private final StateSpace model;
    private final double[] state; // after the last value
    private final double[] covariance;
    private final double[] residuals;

    ArimaModel(Arima settings, ArmaTerms terms, Innovations learned, double[] series, double[][] explaining) {
        this(
                settings,
                terms,
                learned.coefficients(),
                learned.variance(),
                learned.logLikelihood(),
                learned.counted(),
                series,
                explaining);
    }

    private ArimaModel(
            Arima settings,
            ArmaTerms terms,
            double[] regression,
            double variance,
            double logLikelihood,
            int counted,
            double[] series,
            double[][] explaining) {
        this.settings = settings;
        this.terms = terms;
        this.regression = regression;
        this.variance = variance;
        this.logLikelihood = logLikelihood;
        this.counted = counted;
        this.explaining = explaining.length;
        length = series.length;
        model = terms.model(settings.past());
        double[] left = series.clone();
        add(left, settings.regression(explaining, length, 0), -1);
        Gains gains = new Gains(model, Gains.present(series), false);
        if (!gains.closed()) {
            throw new IllegalArgumentException("a history of " + length + " values is too short for " + settings.order()
                    + ": expected values over all the lags that it differences");
        }
        state = new double[model.states];
        residuals = gains.innovations(left, state);
        for (int t = 0; t < length; t++) {
            if (!gains.counts(t)) {
                residuals[t] = Double.NaN;
            }
        }
        covariance = gains.covariance;
    }

    private void add(double[] series, double[][] columns, double sign) {
        for (int j = 0; j < columns.length; j++) {
            for (int t = 0; t < series.length; t++) {
                series[t] += sign * regression[j] * columns[j][t];
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if columns explain the series: their future is needed then
     */
    @Override
    public Forecast forecast(int horizon) {
        Values.requireHorizon(horizon);
        if (explaining > 0) {
            throw new IllegalArgumentException("a forecast of a series that " + explaining
                    + " columns explain: expected their values at the steps to come");
        }
        return forecast(horizon, new double[0][]);
    }

    /**
     * Forecasts with known values of the columns that explain, one row for each step.
     *
     * @throws IllegalArgumentException if there is another number of columns than was learned from
     */
    public Forecast forecast(Matrix future) {
        requireColumns(future);
        return forecast(future.rows(), Arima.columns(future, future.rows()));
    }

    private Forecast forecast(int horizon, double[][] future) {
        Forecast left = KalmanFilter.forecast(model, state, covariance, variance, horizon);
        double[] means = left.means();
        add(means, settings.regression(future, horizon, length), 1);
        return Forecast.of(means, left.deviations());
    }

    private void requireColumns(Matrix columns) {
        if (columns.columns() != explaining) {
            throw new IllegalArgumentException(
                    columns.columns() + " columns that explain: expected " + explaining + ", as learned from");
        }
    }

    @Override
    public ArimaModel continued(double[] history) {
        Values.requireNoInfinity(history);
        if (explaining > 0) {
            throw new IllegalArgumentException(
                    "a history of a series that " + explaining + " columns explain: expected their values along it");
        }
        return continued(history, new double[0][]);
    }

    /**
     * As {@link #continued(double[])}, with the columns that explain along the history.
     *
     * @throws IllegalArgumentException as {@link Arima#fit(double[], Matrix)}
     */
    public ArimaModel continued(double[] history, Matrix columns) {
        Values.requireNoInfinity(history);
        requireColumns(columns);
        return continued(history, Arima.columns(columns, history.length));
    }

    private ArimaModel continued(double[] history, double[][] columns) {
        return new ArimaModel(settings, terms, regression, variance, logLikelihood, counted, history, columns);
    }

    public ArimaOrder order() {
        return settings.order();
    }

    /** Returns phi. */
    public double[] ar() {
        return terms.ar.clone();
    }

    /** Returns theta, with the sign of 1 + theta B. */
    public double[] ma() {
        return terms.ma.clone();
    }

    /** Returns Phi. */
    public double[] seasonalAr() {
        return terms.seasonalAr.clone();
    }

    /** Returns Theta, with the sign of 1 + Theta B. */
    public double[] seasonalMa() {
        return terms.seasonalMa.clone();
    }

    /** Returns the mean of the series, or with one difference its drift a step; 0 where there is none. */
    public double constant() {
        return settings.constant() ? regression[0] : 0;
    }

    /** Returns the weights of the columns that explain. */
    public double[] weights() {
        return Arrays.copyOfRange(regression, regression.length - explaining, regression.length);
    }

    /** Returns sigma^2 of the highest likelihood (divided by n, not by degrees of freedom). */
    public double variance() {
        return variance;
    }

    /** Returns the exact log-likelihood of the differenced series that was learned from. */
    public double logLikelihood() {
        return logLikelihood;
    }

    private int unknowns() {
        return settings.order().coefficients() + regression.length + 1;
    }

    /** Returns Akaike's criterion, 2 k - 2 log L; k counts sigma too. */
    public double aic() {
        return 2.0 * unknowns() - 2 * logLikelihood;
    }

    /** Returns Akaike's criterion corrected for short series; infinite where they are as short as the parameters many. */
    public double aicc() {
        int k = unknowns();
        int rest = counted - k - 1;
        return rest > 0 ? aic() + 2.0 * k * (k + 1) / rest : Double.POSITIVE_INFINITY;
    }

    /** Returns Schwarz's criterion, k log n - 2 log L. */
    public double bic() {
        return unknowns() * Math.log(counted) - 2 * logLikelihood;
    }

    /** Returns the errors one step ahead; NaN where a value is missing or served to find the start. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** Returns how near the coefficients come to the edge of the stationary and invertible region, which is 1. */
    double edge() {
        return terms.edge();
    }

    @Override
    public String toString() {
        return "ARIMA" + settings.order() + (settings.constant() ? " with constant" : "");
    }
}

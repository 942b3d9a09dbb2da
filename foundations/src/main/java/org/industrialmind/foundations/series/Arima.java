package org.industrialmind.foundations.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * ARIMA, with seasons and with columns that explain: what is left of a series after a regression and some differences is a
 * mixture of its own past and of past errors.
 *
 * <pre>
 * y[t] = x[t]' b + u[t],   phi(B) Phi(B^s) (1 - B)^d (1 - B^s)^D u[t] = theta(B) Theta(B^s) e[t]
 * </pre>
 *
 * with phi(B) = 1 - phi[1] B - ... and theta(B) = 1 + theta[1] B + ..., B being the step back. The likelihood is exact: the
 * model is written as a {@link StateSpace} whose first state has the covariance it has for ever, and the differences, where
 * values are missing, an unknown start. Coefficients are searched for in the stationary and invertible region only (see
 * {@link ArmaTerms}); sigma and b follow in closed form (see {@link Innovations}). Where nothing is missing the series is
 * differenced beforehand: the likelihood is the same and the state smaller.
 *
 * <p>Complexity: O(n r^2) an evaluation until the filter settles and O(n r) after, with r the longest lag; and O(r^3 log)
 * for the first covariance.
 *
 * <ol>
 *   <li>Box, Jenkins, Reinsel and Ljung 2015, Time Series Analysis, 5th ed., Wiley.
 *   <li>Harvey 1989, Forecasting, Structural Time Series Models and the Kalman Filter, Cambridge, section 3.3.
 *   <li>Durbin and Koopman 2012, Time Series Analysis by State Space Methods, 2nd ed., section 3.4.
 * </ol>
 *
 * @param order how many terms of each kind
 * @param constant whether there is a mean, or with one difference a drift
 */
public record Arima(ArimaOrder order, boolean constant) implements Forecaster {
    /** @throws IllegalArgumentException if a constant is asked for with two or more differences: it would be a parabola */
    public Arima {
        if (constant && order.d() + order.seasonalD() > 1) {
            throw new IllegalArgumentException("a constant with " + (order.d() + order.seasonalD())
                    + " differences: expected at most one; two make a parabola of it");
        }
    }

    /** A mean where there is no difference, a drift where there is one, nothing where there are more. */
    public static Arima of(ArimaOrder order) {
        return new Arima(order, order.d() + order.seasonalD() <= 1);
    }

    /**
     * {@inheritDoc} NaN is a value that is missing.
     *
     * @throws IllegalArgumentException if there are not more values than numbers to find, or one is infinite
     */
    @Override
    public ArimaModel fit(double[] series) {
        return fit(series, new double[0][]);
    }

    /**
     * Learns from a series and columns that explain it.
     *
     * @param explaining finite; shape [time, column]
     * @throws IllegalArgumentException as {@link #fit(double[])}, or if there is not one row for each value, or a column
     *     is a combination of others
     */
    public ArimaModel fit(double[] series, Matrix explaining) {
        return fit(series, columns(explaining, series.length));
    }

    /**
     * Returns the model with given coefficients; only the regression and sigma are learned.
     *
     * @throws IllegalArgumentException as {@link #fit(double[])}, or if a number of coefficients is not that of the order,
     *     or they are not stationary and invertible
     */
    public ArimaModel withCoefficients(
            double[] series, double[] ar, double[] ma, double[] seasonalAr, double[] seasonalMa) {
        if (ar.length != order.p()
                || ma.length != order.q()
                || seasonalAr.length != order.seasonalP()
                || seasonalMa.length != order.seasonalQ()) {
            throw new IllegalArgumentException(ar.length + ", " + ma.length + ", " + seasonalAr.length + " and "
                    + seasonalMa.length + " coefficients: expected those of " + order);
        }
        ArmaTerms terms = new ArmaTerms(ar.clone(), ma.clone(), seasonalAr.clone(), seasonalMa.clone(), order.period());
        if (!(terms.edge() < 1)) {
            throw new IllegalArgumentException("coefficients that are not stationary and invertible: expected all roots"
                    + " outside the unit circle");
        }
        Sample sample = sample(series, new double[0][]);
        return new ArimaModel(this, terms, sample.innovations(terms), series.clone(), new double[0][]);
    }

    static double[][] columns(Matrix explaining, int rows) {
        if (explaining.rows() != rows) {
            throw new IllegalArgumentException(
                    explaining.rows() + " rows to explain " + rows + " values: expected one for each");
        }
        explaining.requireFinite();
        double[][] columns = new double[explaining.columns()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = explaining.column(j);
        }
        return columns;
    }

    private ArimaModel fit(double[] series, double[][] explaining) {
        Sample sample = sample(series, explaining);
        double[][] starts = starts(sample);
        double[] best = LeastSquares.minimise(
                u -> sample.innovations(ArmaTerms.free(order, u)).scaled(), starts);
        ArmaTerms terms = ArmaTerms.free(order, best);
        return new ArimaModel(this, terms, sample.innovations(terms), series.clone(), explaining);
    }

    private Sample sample(double[] series, double[][] explaining) {
        Values.requireNoInfinity(series);
        boolean[] present = Gains.present(series);
        int there = 0;
        for (boolean value : present) {
            there += value ? 1 : 0;
        }
        int unknowns = order.coefficients() + explaining.length + (constant ? 1 : 0) + 1;
        Values.requireLength(there, order.differenced() + unknowns + 1, "ARIMA" + order);
        double[][] columns = regression(explaining, series.length, 0);
        return there == series.length ? Sample.differenced(this, series, columns) : Sample.holed(this, series, columns);
    }

    /** Returns the constant, if there is one, and the columns that explain. */
    double[][] regression(double[][] explaining, int length, int from) {
        if (!constant) {
            return explaining;
        }
        double[][] all = new double[explaining.length + 1][];
        all[0] = new double[length];
        boolean drift = order.d() + order.seasonalD() == 1;
        Arrays.setAll(all[0], t -> drift ? from + t + 1 : 1);
        System.arraycopy(explaining, 0, all, 1, explaining.length);
        return all;
    }

    /** Returns the coefficients with which earlier values enter the next before it is differenced. */
    double[] past() {
        double[] polynomial = {1};
        for (int i = 0; i < order.d(); i++) {
            polynomial = lessShifted(polynomial, 1);
        }
        for (int i = 0; i < order.seasonalD(); i++) {
            polynomial = lessShifted(polynomial, order.period());
        }
        double[] past = new double[polynomial.length - 1];
        for (int i = 0; i < past.length; i++) {
            past[i] = 0 - polynomial[i + 1]; // so that a 0 stays a positive one
        }
        return past;
    }

    private static double[] lessShifted(double[] polynomial, int shift) {
        double[] product = Arrays.copyOf(polynomial, polynomial.length + shift);
        for (int i = 0; i < polynomial.length; i++) {
            product[i + shift] -= polynomial[i];
        }
        return product;
    }

    /**
     * Returns where to search from: nothing, the partial autocorrelations of the differenced series, and for mixtures of
     * higher order, which have several local optima, two alternations.
     */
    private double[][] starts(Sample sample) {
        List<double[]> starts = new ArrayList<>();
        starts.add(new double[order.coefficients()]);
        int lags = Math.max(order.p(), order.period() * order.seasonalP());
        if (lags > 0 && sample.whole()) {
            double[] residuals = sample.residuals();
            if (residuals.length > lags + 1 && !Values.constant(residuals)) {
                starts.add(guess(Correlogram.of(residuals, lags).partials()));
            }
        }
        if (Math.min(order.p(), order.q()) >= 2) {
            for (int sign : new int[] {1, -1}) {
                double[] alternating = new double[order.coefficients()];
                Arrays.setAll(alternating, i -> (i % 2 == 0 ? 0.7 : -0.7) * sign);
                starts.add(alternating);
            }
        }
        return starts.toArray(double[][]::new);
    }

    private double[] guess(double[] partials) {
        double[] guess = new double[order.coefficients()];
        for (int i = 0; i < order.p(); i++) {
            guess[i] = ArmaTerms.unbounded(partials[i + 1]);
        }
        for (int i = 0; i < order.seasonalP(); i++) {
            guess[order.p() + order.q() + i] = ArmaTerms.unbounded(partials[order.period() * (i + 1)]);
        }
        return guess;
    }

    /** A series and its regression, in the form that the likelihood is computed in. */
    private static final class Sample {
        private final double[] series;
        private final double[][] columns;
        private final double[] past;
        private final boolean[] present;

        private Sample(double[] series, double[][] columns, double[] past) {
            this.series = series;
            this.columns = columns;
            this.past = past;
            present = Gains.present(series);
        }

        static Sample differenced(Arima settings, double[] series, double[][] columns) {
            double[][] shorter = new double[columns.length][];
            for (int j = 0; j < columns.length; j++) {
                shorter[j] = settings.difference(columns[j]);
            }
            return new Sample(settings.difference(series), shorter, new double[0]);
        }

        static Sample holed(Arima settings, double[] series, double[][] columns) {
            return new Sample(series, columns, settings.past());
        }

        Innovations innovations(ArmaTerms terms) {
            return new Innovations(new Gains(terms.model(past), present, false), series, columns);
        }

        boolean whole() {
            for (boolean value : present) {
                if (!value) {
                    return false;
                }
            }
            return true;
        }

        /** Returns the series less its ordinary regression. */
        double[] residuals() {
            double[] left = series.clone();
            if (columns.length > 0) {
                double[] b = LinearFit.of(columns, series).coefficients();
                for (int t = 0; t < left.length; t++) {
                    for (int j = 0; j < b.length; j++) {
                        left[t] -= b[j] * columns[j][t];
                    }
                }
            }
            return left;
        }
    }

    private double[] difference(double[] series) {
        double[] result = series;
        for (int i = 0; i < order.d(); i++) {
            result = Values.differenced(result, 1);
        }
        for (int i = 0; i < order.seasonalD(); i++) {
            result = Values.differenced(result, order.period());
        }
        return result;
    }
}

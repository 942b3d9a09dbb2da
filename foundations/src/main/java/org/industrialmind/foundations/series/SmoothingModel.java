package org.industrialmind.foundations.series;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.series.ExponentialSmoothing.Season;
import org.industrialmind.foundations.series.ExponentialSmoothing.Trend;

/** What {@link ExponentialSmoothing} learned. */
public final class SmoothingModel implements ForecastModel {
    private static final int PATHS = 2000; // the deviation of a forecast to about 1.6 %
    private static final double[][] STARTS = {
        {0.5, 0.2, 0.2}, {0.1, 0.1, 0.1}, {0.9, 0.05, 0.5}, {0.2, 0.8, 0.1}, {0.3, 0.01, 0.9}
    };

    private final ExponentialSmoothing settings;
    private final State start;
    private final State end;
    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double phi;
    private final double deviation;
    private final double[] errors;

    /** Level, slope and season; the season's value for the next step is first. */
    private static final class State {
        private double level;
        private double slope;
        private final double[] season;
        private int next;

        State(double level, double slope, double[] season) {
            this.level = level;
            this.slope = slope;
            this.season = season;
        }

        State copy() {
            State copy = new State(level, slope, season.clone());
            copy.next = next;
            return copy;
        }
    }

    /** Shifts and scales the series so that the search meets numbers of the order of 1. */
    private record Scale(double shift, double size) {
        static Scale of(double[] series, Season season) {
            double mean = Values.mean(series);
            if (season == Season.MULTIPLICATIVE) {
                return new Scale(0, mean); // a shift would change what a factor means
            }
            double deviation = Math.sqrt(Values.variance(series));
            return new Scale(mean, deviation > 0 ? deviation : 1);
        }

        double[] apply(double[] series) {
            double[] scaled = new double[series.length];
            Arrays.setAll(scaled, t -> (series[t] - shift) / size);
            return scaled;
        }
    }

    private SmoothingModel(ExponentialSmoothing settings, double[] unknowns, Scale scale, double[] series) {
        this.settings = settings;
        Weights weights = new Weights(settings, unknowns);
        alpha = weights.alpha;
        beta = weights.beta;
        gamma = weights.gamma;
        phi = weights.phi;
        start = state(unknowns, scale);
        end = start.copy();
        errors = run(end, series);
        int free = Math.max(1, series.length - settings.unknowns());
        deviation = Math.sqrt(Values.squares(errors) / free);
    }

    private SmoothingModel(SmoothingModel learned, double[] history) {
        settings = learned.settings;
        alpha = learned.alpha;
        beta = learned.beta;
        gamma = learned.gamma;
        phi = learned.phi;
        start = learned.start;
        deviation = learned.deviation;
        end = start.copy();
        errors = run(end, history);
    }

    /** The four weights, read from shares in [0, 1] of what each may be. */
    private static final class Weights {
        private final double alpha;
        private final double beta;
        private final double phi;
        private final double gamma;

        Weights(ExponentialSmoothing settings, double[] shares) {
            int at = 0;
            alpha = shares[at++];
            beta = settings.trend() == Trend.NONE ? 0 : alpha * shares[at++];
            phi = settings.trend() == Trend.DAMPED ? 0.8 + 0.195 * shares[at++] : 1;
            gamma = settings.season() == Season.NONE ? 0 : (1 - alpha) * shares[at];
        }
    }

    static SmoothingModel fit(ExponentialSmoothing settings, double[] series) {
        Scale scale = Scale.of(series, settings.season());
        double[] scaled = scale.apply(series);
        Scale none = new Scale(0, 1);
        double[] states = firstGuess(settings, scaled);
        double[][] starts = new double[STARTS.length][];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start(settings, STARTS[i], states);
        }
        double[] low = new double[settings.unknowns()];
        double[] high = new double[settings.unknowns()];
        Arrays.fill(low, settings.parameters(), low.length, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        Arrays.fill(high, 0, settings.parameters(), 1);
        double[] best = LeastSquares.within(
                low, high, unknowns -> new SmoothingModel(settings, unknowns, none, scaled).errors, starts);
        return new SmoothingModel(settings, best, scale, series);
    }

    private static double[] start(ExponentialSmoothing settings, double[] shares, double[] states) {
        double[] unknowns = new double[settings.unknowns()];
        int at = 0;
        unknowns[at++] = shares[0];
        if (settings.trend() != Trend.NONE) {
            unknowns[at++] = shares[1];
        }
        if (settings.trend() == Trend.DAMPED) {
            unknowns[at++] = 0.8;
        }
        if (settings.season() != Season.NONE) {
            unknowns[at++] = shares[2];
        }
        System.arraycopy(states, 0, unknowns, at, states.length);
        return unknowns;
    }

    /** Returns the level and season of the first turn, and the slope from the first turn to the second. */
    private static double[] firstGuess(ExponentialSmoothing settings, double[] series) {
        int m = settings.period();
        int turn = m == 1 ? Math.min(4, series.length / 2) : m; // without a season, a few values for the level
        double first = Values.mean(Arrays.copyOf(series, turn));
        double second = Values.mean(Arrays.copyOfRange(series, turn, 2 * turn));
        double[] states = new double[settings.states()];
        int at = 0;
        states[at++] = first;
        if (settings.trend() != Trend.NONE) {
            states[at++] = (second - first) / turn;
        }
        for (int i = 0; i < m - 1; i++) {
            states[at++] = settings.season() == Season.MULTIPLICATIVE ? series[i] / first : series[i] - first;
        }
        return states;
    }

    private State state(double[] unknowns, Scale scale) {
        int at = settings.parameters();
        double level = scale.shift + scale.size * unknowns[at++];
        double slope = settings.trend() == Trend.NONE ? 0 : scale.size * unknowns[at++];
        int m = settings.period();
        boolean multiplies = settings.season() == Season.MULTIPLICATIVE;
        double[] season = new double[m];
        double left = multiplies ? m : 0; // the season adds up to 0, its factors to m
        for (int i = 0; i < m - 1; i++) {
            season[i] = unknowns[at++];
            left -= season[i];
        }
        season[m - 1] = left;
        if (!multiplies) {
            for (int i = 0; i < m; i++) {
                season[i] *= scale.size;
            }
        } else if (m == 1) {
            season[0] = 1;
        }
        return new State(level, slope, season);
    }

    /** Moves the state along a series and returns the errors of the forecasts one step ahead. */
    private double[] run(State state, double[] series) {
        double[] missed = new double[series.length];
        for (int t = 0; t < series.length; t++) {
            missed[t] = series[t] - expected(state);
            move(state, missed[t]);
        }
        return missed;
    }

    private double expected(State state) {
        double line = state.level + phi * state.slope;
        return settings.season() == Season.MULTIPLICATIVE
                ? line * state.season[state.next]
                : line + state.season[state.next];
    }

    private void move(State state, double error) {
        double line = state.level + phi * state.slope;
        double factor = 1;
        double seasonError = error;
        if (settings.season() == Season.MULTIPLICATIVE) {
            factor = state.season[state.next];
            seasonError = error / line;
        }
        state.level = line + alpha * error / factor;
        state.slope = phi * state.slope + beta * error / factor;
        state.season[state.next] += gamma * seasonError;
        state.next = (state.next + 1) % state.season.length;
    }

    @Override
    public Forecast forecast(int horizon) {
        Values.requireHorizon(horizon);
        State state = end.copy();
        double[] means = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            means[i] = expected(state);
            move(state, 0);
        }
        return Forecast.of(means, settings.season() == Season.MULTIPLICATIVE ? simulated(means) : exact(horizon));
    }

    /** Returns sigma sqrt(1 + sum of c[j]^2), c[j] being what an error leaves j steps later. */
    private double[] exact(int horizon) {
        double[] deviations = new double[horizon];
        double sum = 1;
        double faded = 0;
        for (int h = 1; h <= horizon; h++) {
            deviations[h - 1] = deviation * Math.sqrt(sum);
            faded += Math.pow(phi, h);
            // beta moves the slope after it has faded once: its first effect is beta phi
            boolean sameSeason = settings.season() != Season.NONE && h % settings.period() == 0;
            double left = alpha + beta * faded + (sameSeason ? gamma : 0);
            sum += left * left;
        }
        return deviations;
    }

    private double[] simulated(double[] means) {
        double[] squares = new double[means.length];
        RandomGenerator random = new SplittableRandom(1);
        for (int path = 0; path < PATHS; path++) {
            State state = end.copy();
            for (int i = 0; i < means.length; i++) {
                double error = deviation * random.nextGaussian();
                double away = expected(state) + error - means[i];
                squares[i] += away * away / PATHS;
                move(state, error);
            }
        }
        Arrays.setAll(squares, i -> Math.sqrt(squares[i]));
        return squares;
    }

    @Override
    public SmoothingModel continued(double[] history) {
        Values.requireComplete(history);
        return new SmoothingModel(this, history);
    }

    /** Returns how fast the level follows. */
    public double alpha() {
        return alpha;
    }

    /** Returns how fast the slope follows; 0 where there is none. */
    public double beta() {
        return beta;
    }

    /** Returns how fast the season follows; 0 where there is none. */
    public double gamma() {
        return gamma;
    }

    /** Returns the share of the slope that a step leaves; 1 where it does not fade. */
    public double phi() {
        return phi;
    }

    /** Returns the level at the end. */
    public double level() {
        return end.level;
    }

    /** Returns the slope at the end, per step. */
    public double slope() {
        return end.slope;
    }

    /** Returns the errors of the forecasts one step ahead along the series. */
    public double[] residuals() {
        return errors.clone();
    }

    /** Returns the sum of the squared residuals. */
    public double squares() {
        return Values.squares(errors);
    }

    /** Returns n log(squares / n) + 2 k, k being the number of parameters and starting values. */
    public double aic() {
        int n = errors.length;
        return n * Math.log(squares() / n) + 2 * settings.unknowns();
    }
}

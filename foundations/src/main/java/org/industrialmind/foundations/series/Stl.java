package org.industrialmind.foundations.series;

import java.util.Arrays;

/**
 * STL: a series as trend, season and remainder by repeated local regression.
 *
 * <p>In turns, until both settle: the series less the trend is smoothed along each place of the season (all Januaries, all
 * Februaries ...), what of that is slow is taken out, and the rest is the season; the series less the season is smoothed
 * for the trend. The season may change over the years, no parametric form is assumed, and the ends are treated as the
 * middle is. Robustly, values far off are given less weight (bisquare of the remainder over six times its median) and all
 * is done again, so that an outlier spoils neither trend nor season.
 *
 * <p>Complexity: O(n (season + trend span)) a turn.
 *
 * @see "Cleveland, Cleveland, McRae and Terpenning 1990, STL: a seasonal-trend decomposition procedure based on loess, J.
 *     Official Statistics 6(1)"
 * @param period steps in a season
 * @param seasonSpan seasons that a place of the season is smoothed over; odd, at least 3; large for a season that stays
 * @param trendSpan values that the trend is smoothed over; odd, at least 3
 * @param lowSpan values that the slow part of the season is smoothed over; odd, at least 3
 * @param inner turns
 * @param outer how often weights are taken from the remainder; 0 is not robust
 */
public record Stl(int period, int seasonSpan, int trendSpan, int lowSpan, int inner, int outer) {
    /** @throws IllegalArgumentException unless the period is 2 or more, spans are odd and at least 3, and turns positive */
    public Stl {
        requireSpan("season", seasonSpan);
        requireSpan("trend", trendSpan);
        requireSpan("low-pass", lowSpan);
        if (period < 2 || inner < 1 || outer < 0) {
            throw new IllegalArgumentException("STL with period " + period + ", " + inner + " inner and " + outer
                    + " outer turns: expected a period of 2 or more, an inner turn or more, and no negative number");
        }
    }

    private static void requireSpan(String name, int span) {
        if (span < 3 || span % 2 == 0) {
            throw new IllegalArgumentException("a " + name + " span of " + span + ": expected an odd number from 3 on");
        }
    }

    /** The spans that the paper advises for a period, with a season smoothed over 7, five turns, not robust. */
    public static Stl of(int period) {
        return new Stl(period, 7, trendSpan(period, 7), odd(period + 1), 5, 0);
    }

    /** The same with two inner turns and fifteen outer ones: outliers count little. */
    public static Stl robust(int period) {
        return new Stl(period, 7, trendSpan(period, 7), odd(period + 1), 2, 15);
    }

    private static int trendSpan(int period, int seasonSpan) {
        return odd((int) Math.ceil(1.5 * period / (1 - 1.5 / seasonSpan))); // section 3.4 of the paper
    }

    private static int odd(int span) {
        return Math.max(3, span + 1 - span % 2);
    }

    /**
     * Splits a series into a sum.
     *
     * @throws IllegalArgumentException if the series has fewer than two periods or lacks a value
     */
    public Decomposition decompose(double[] series) {
        Values.requireComplete(series, 2 * period, "STL with period " + period);
        int n = series.length;
        double[] trend = new double[n];
        double[] season = new double[n];
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        double[] remainder = new double[n];
        for (int round = 0; round <= outer; round++) {
            for (int turn = 0; turn < inner; turn++) {
                season = season(less(series, trend), weights);
                trend = new Loess(less(series, season), weights, trendSpan).smooth();
            }
            remainder = less(less(series, season), trend);
            if (round < outer) {
                weights = bisquare(remainder);
            }
        }
        return new Decomposition(trend, season, remainder, weights);
    }

    private static double[] less(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, t -> a[t] - b[t]);
        return difference;
    }

    private double[] season(double[] detrended, double[] weights) {
        int n = detrended.length;
        double[] cycle = new double[n + 2 * period]; // one period more at each end
        for (int place = 0; place < period; place++) {
            int count = (n - place - 1) / period + 1;
            double[] values = new double[count];
            double[] trust = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = detrended[i * period + place];
                trust[i] = weights[i * period + place];
            }
            Loess loess = new Loess(values, trust, seasonSpan);
            double[] smooth = loess.smooth();
            cycle[place] = loess.before(smooth[0]);
            for (int i = 0; i < count; i++) {
                cycle[(i + 1) * period + place] = smooth[i];
            }
            cycle[(count + 1) * period + place] = loess.after(smooth[count - 1]);
        }
        double[] slow = averaged(averaged(averaged(cycle, period), period), 3);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] low = new Loess(slow, ones, lowSpan).smooth();
        double[] season = new double[n];
        Arrays.setAll(season, t -> cycle[t + period] - low[t]);
        return season;
    }

    /** Returns moving averages. Shape: [n] -> [n - width + 1]. */
    private static double[] averaged(double[] values, int width) {
        double[] means = new double[values.length - width + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t] - (t >= width ? values[t - width] : 0);
            if (t >= width - 1) {
                means[t - width + 1] = sum / width;
            }
        }
        return means;
    }

    private static double[] bisquare(double[] remainder) {
        int n = remainder.length;
        double[] sizes = new double[n];
        Arrays.setAll(sizes, t -> Math.abs(remainder[t]));
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double reach = 3 * (sorted[n / 2] + sorted[n - n / 2 - 1]); // six medians
        double[] weights = new double[n];
        for (int t = 0; t < n; t++) {
            double share = sizes[t] / reach;
            double bell = 1 - share * share;
            weights[t] = sizes[t] <= 0.001 * reach ? 1 : sizes[t] <= 0.999 * reach ? bell * bell : 0;
        }
        return weights;
    }
}

package org.industrialmind.recipes.trading;

import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Normal;

/**
 * How sure one may be of the best of several rules. Whoever tries enough rules finds one with a high ratio of Sharpe even if
 * none has any merit; what the best of {@code n} without merit is expected to reach is the mark to be passed, with room for
 * returns that are skewed and have heavy tails.
 *
 * <p>Bailey and Lopez de Prado 2014, The deflated Sharpe ratio, Journal of Portfolio Management 40(5).
 */
final class DeflatedSharpe {
    private static final double EULER = 0.5772156649015329;

    private DeflatedSharpe() {}

    /** Returns the ratio that the best of so many trials (two or more) without merit reaches in the mean. */
    static double expectedBest(int trials, double deviation) {
        return deviation
                * ((1 - EULER) * Normal.quantile(1 - 1.0 / trials)
                        + EULER * Normal.quantile(1 - 1.0 / (trials * Math.E)));
    }

    /**
     * Returns the probability that the true ratio is above that of luck.
     *
     * @param returns daily, of the best trial
     * @param trials the daily ratio of Sharpe of each trial, the best with them
     */
    static double probability(double[] returns, double[] trials) {
        double mark = trials.length < 2
                ? 0
                : expectedBest(trials.length, Moments.of(trials).deviation());
        double ratio = Performance.dailySharpe(returns);
        Moments moments = Moments.of(returns);
        double spread = Math.sqrt(moments.squares() / returns.length);
        double skew = 0;
        double kurtosis = 0;
        for (double each : returns) {
            double z = (each - moments.mean()) / spread;
            skew += z * z * z / returns.length;
            kurtosis += z * z * z * z / returns.length;
        }
        double error = Math.sqrt(1 - skew * ratio + (kurtosis - 1) / 4 * ratio * ratio);
        return Normal.cdf((ratio - mark) * Math.sqrt(returns.length - 1.0) / error);
    }
}

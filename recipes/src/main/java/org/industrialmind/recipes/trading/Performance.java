package org.industrialmind.recipes.trading;

import org.industrialmind.foundations.statistics.Moments;

/**
 * What a year of it was like.
 *
 * @param annualReturn growth of the wealth in a year, compounded
 * @param volatility standard deviation of a year's returns, from the daily ones
 * @param sharpe mean over standard deviation, of a year; cash is taken to earn nothing; not a number where nothing moved
 * @param drawdown the deepest fall from a height that was reached before, 0 to 1
 */
record Performance(double annualReturn, double volatility, double sharpe, double drawdown) {
    private static final double DAYS_A_YEAR = 252;

    static Performance of(double[] returns) {
        double[] wealth = wealth(returns);
        double deepest = 0;
        for (double fall : drawdowns(returns)) {
            deepest = Math.max(deepest, fall);
        }
        return new Performance(
                Math.pow(wealth[wealth.length - 1], DAYS_A_YEAR / returns.length) - 1,
                Moments.of(returns).deviation() * Math.sqrt(DAYS_A_YEAR),
                dailySharpe(returns) * Math.sqrt(DAYS_A_YEAR),
                deepest);
    }

    /** Returns mean over standard deviation of the returns as they are. */
    static double dailySharpe(double[] returns) {
        Moments moments = Moments.of(returns);
        return moments.deviation() > 0 ? moments.mean() / moments.deviation() : Double.NaN;
    }

    /** Returns the wealth at the end of each day, of 1 before the first. */
    static double[] wealth(double[] returns) {
        double[] wealth = new double[returns.length];
        double worth = 1;
        for (int d = 0; d < wealth.length; d++) {
            worth *= 1 + returns[d];
            wealth[d] = worth;
        }
        return wealth;
    }

    /** Returns how far below its highest so far (the 1 at the start counts) the wealth is on each day, 0 to 1. */
    static double[] drawdowns(double[] returns) {
        double[] falls = wealth(returns);
        double highest = 1;
        for (int d = 0; d < falls.length; d++) {
            highest = Math.max(highest, falls[d]);
            falls[d] = 1 - falls[d] / highest;
        }
        return falls;
    }
}

package org.industrialmind.recipes.trading;

/** How much of a wish is fulfilled. Sizes go in tenths, so that a hair's breadth of change is not traded. */
final class Sizing {
    private static final int FOR_VOLATILITY = 60;
    private static final double DAYS_A_YEAR = 252;

    private Sizing() {}

    /** Invests less in what moves more: the wish times target over volatility, never more than the wish. */
    static Strategy.Signal volatilityTarget(Strategy.Signal signal, double yearly) {
        return past -> {
            double[] wishes = signal.wishes(past);
            for (int s = 0; s < wishes.length; s++) {
                double own = past.volatility(s, FOR_VOLATILITY) * Math.sqrt(DAYS_A_YEAR);
                wishes[s] = inTenths(wishes[s] * Math.min(1, own > 0 ? yearly / own : 1));
            }
            return wishes;
        };
    }

    /**
     * Invests a fraction of what would let wealth grow fastest, expected return over variance [1], never more than the
     * stock's part. The full fraction 1 is right only where expectation and variance are known, and ruinous where not.
     *
     * <p>[1] Thorp 2006, The Kelly criterion in blackjack, sports betting, and the stock market.
     */
    static Strategy.Signal kelly(Forecast forecast, double fraction) {
        return past -> {
            double[] wishes = forecast.expected(past);
            for (int s = 0; s < wishes.length; s++) {
                double deviation = past.volatility(s, FOR_VOLATILITY);
                wishes[s] = inTenths(kellyShare(wishes[s], deviation * deviation, fraction));
            }
            return wishes;
        };
    }

    /** Returns the share to invest, 0 to 1; nothing where nothing is expected. */
    static double kellyShare(double expected, double variance, double fraction) {
        return expected <= 0 ? 0 : Math.min(1, fraction * expected / variance);
    }

    private static double inTenths(double share) {
        return Math.round(share * 10) / 10.0;
    }
}

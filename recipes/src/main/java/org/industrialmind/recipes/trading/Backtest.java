package org.industrialmind.recipes.trading;

import java.util.Arrays;

/**
 * Plays decisions through the days. What was decided at a close is traded on the next day, at its open or its close; a day
 * on which the decision is that of the day before sees no trade, so that buy and hold trades once.
 *
 * @param cost share of the value traded that a trade costs, such as 0.001 for ten basis points
 * @param fill when a decision is carried out
 */
record Backtest(double cost, Fill fill) {
    private static final double DAYS_A_YEAR = 252;

    /** When, on the day after the decision, the trade is made. */
    enum Fill {
        NEXT_OPEN,
        NEXT_CLOSE
    }

    Backtest {
        if (!(cost >= 0 && cost < 0.5)) {
            throw new IllegalArgumentException("costs of " + cost + " of the value traded: expected 0 to 0.5");
        }
    }

    /** Ten basis points, at the next open. */
    static Backtest defaults() {
        return new Backtest(0.001, Fill.NEXT_OPEN);
    }

    Backtest withCost(double share) {
        return new Backtest(share, fill);
    }

    Backtest withFill(Fill other) {
        return new Backtest(cost, other);
    }

    /**
     * What came of it.
     *
     * @param returns of each day, close to close, after costs
     * @param turnover value bought and sold in a year, in units of the wealth
     * @param invested the mean share of the wealth that was wished to be in stocks
     */
    record Track(double[] returns, double turnover, double invested) {}

    /** Plays from the open of the first day, decided at the close before, to the last day of the market. */
    Track run(Market market, double[][] wishes, int first) {
        Ledger ledger = new Ledger(market.stocks());
        double[] held = new double[market.stocks()];
        double[] returns = new double[market.days() - first];
        double before = 1;
        double turnover = 0;
        double invested = 0;
        for (int d = 0; d < returns.length; d++) {
            int day = first + d;
            double[] weights = wishes[day - 1].clone();
            for (int s = 0; s < weights.length; s++) {
                weights[s] /= market.stocks();
                invested += weights[s];
            }
            if (!Arrays.equals(weights, held)) {
                double[] prices = fill == Fill.NEXT_OPEN ? market.opens(day) : market.closes(day);
                turnover += ledger.rebalance(prices, weights, cost) / before;
                held = weights;
            }
            double worth = ledger.worth(market.closes(day));
            returns[d] = worth / before - 1;
            before = worth;
        }
        return new Track(returns, turnover * DAYS_A_YEAR / returns.length, invested / returns.length);
    }
}

package org.industrialmind.recipes.trading;

/** Cash and shares, with every trade paid for. Starts with cash of 1; cash earns nothing and cannot be owed. */
final class Ledger {
    private static final int MOST_STEPS = 100;

    private final double[] shares;
    private double cash = 1;

    Ledger(int stocks) {
        shares = new double[stocks];
    }

    double worth(double[] prices) {
        double worth = cash;
        for (int s = 0; s < shares.length; s++) {
            worth += shares[s] * prices[s];
        }
        return worth;
    }

    /**
     * Trades until each stock makes up its weight of what is left after the cost of doing so. That remainder {@code a}
     * solves {@code a = worth - cost x sum |weight x a - held|}, whose right side moves by less than {@code a} does.
     *
     * @param weights the share of the wealth in each stock, 0 or more, together at most 1
     * @param cost share of the value traded
     * @return the value that was bought and sold
     */
    double rebalance(double[] prices, double[] weights, double cost) {
        requireAffordable(weights);
        double worth = worth(prices);
        double after = worth;
        double moved = worth;
        for (int step = 0; step < MOST_STEPS && moved > 1e-15 * worth; step++) {
            double next = worth - cost * traded(prices, weights, after);
            moved = Math.abs(next - after);
            after = next;
        }
        double traded = traded(prices, weights, after);
        cash = after;
        for (int s = 0; s < shares.length; s++) {
            shares[s] = weights[s] * after / prices[s];
            cash -= weights[s] * after;
        }
        return traded;
    }

    private double traded(double[] prices, double[] weights, double after) {
        double traded = 0;
        for (int s = 0; s < shares.length; s++) {
            traded += Math.abs(weights[s] * after - shares[s] * prices[s]);
        }
        return traded;
    }

    private void requireAffordable(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight is " + weight + ": expected 0 or more");
            }
            sum += weight;
        }
        if (weights.length != shares.length || sum > 1 + 1e-9) {
            throw new IllegalArgumentException(weights.length + " weights with sum " + sum + ": expected "
                    + shares.length + " with a sum of at most 1");
        }
    }
}

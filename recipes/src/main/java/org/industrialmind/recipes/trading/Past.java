package org.industrialmind.recipes.trading;

/**
 * What is known at the close of a day. Prices are asked for by how many days ago they were, so that a rule cannot name a
 * day that is still to come: looking ahead is not forbidden but impossible.
 */
final class Past {
    private final Market market;
    private final int today;

    Past(Market market, int today) {
        this.market = market;
        this.today = today;
    }

    int stocks() {
        return market.stocks();
    }

    /** Returns how many days are known, today with them. */
    int days() {
        return today + 1;
    }

    double close(int stock, int ago) {
        return market.close(stock, day(ago));
    }

    double open(int stock, int ago) {
        return market.open(stock, day(ago));
    }

    /** Returns what was known so many days ago. */
    Past ago(int days) {
        return new Past(market, day(days));
    }

    /** Returns the logarithmic return from one close to the next, so many days ago. */
    double step(int stock, int ago) {
        return Math.log(close(stock, ago) / close(stock, ago + 1));
    }

    /** Returns the mean of the last closes. */
    double meanClose(int stock, int days) {
        double sum = 0;
        for (int ago = 0; ago < days; ago++) {
            sum += close(stock, ago);
        }
        return sum / days;
    }

    /** Returns the standard deviation of the last daily logarithmic returns around their mean. */
    double volatility(int stock, int days) {
        double mean = Math.log(close(stock, 0) / close(stock, days)) / days;
        double squares = 0;
        for (int ago = 0; ago < days; ago++) {
            double away = step(stock, ago) - mean;
            squares += away * away;
        }
        return Math.sqrt(squares / (days - 1));
    }

    private int day(int ago) {
        if (ago < 0 || ago > today) {
            throw new IllegalArgumentException("a price of " + ago + " days ago was asked for: expected 0 to " + today);
        }
        return today - ago;
    }
}

package org.industrialmind.recipes.trading;

import java.util.function.IntFunction;

/** A rule that says at each close what is to be held from the next day on. */
interface Strategy {
    String name();

    /** Returns the rule before its first day; one that learns keeps what it learned within. */
    Signal start(int stocks);

    /** Returns a rule under a name; the function makes its start for so many stocks. */
    static Strategy of(String name, IntFunction<Signal> rule) {
        return new Named(name, rule);
    }

    /** A rule made of parts. */
    record Named(String name, IntFunction<Signal> rule) implements Strategy {
        @Override
        public Signal start(int stocks) {
            return rule.apply(stocks);
        }
    }

    /** A rule on its way through the days. */
    @FunctionalInterface
    interface Signal {
        /**
         * Returns how much of each stock's equal part of the wealth is to be invested, 0 to 1; the rest lies in cash.
         * Called once a day in the order of the days. Shape: [stock].
         */
        double[] wishes(Past past);
    }

    /**
     * Asks the rule at every close from the one before the first day to the one before the last. Shape: [day, stock] over
     * all days of the market; empty for days on which nothing was asked.
     */
    default double[][] wishes(Market market, int first) {
        Signal signal = start(market.stocks());
        double[][] wishes = new double[market.days()][0];
        for (int day = first - 1; day < market.days() - 1; day++) {
            wishes[day] = signal.wishes(market.at(day));
            for (double wish : wishes[day]) {
                if (!(wish >= 0 && wish <= 1)) {
                    throw new IllegalStateException(
                            name() + " wishes to hold " + wish + " on " + market.day(day) + ": expected 0 to 1");
                }
            }
        }
        return wishes;
    }
}

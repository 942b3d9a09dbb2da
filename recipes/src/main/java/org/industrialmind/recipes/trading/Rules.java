package org.industrialmind.recipes.trading;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** The classic rules. Their settings are those of the literature; none was tuned on these prices. */
final class Rules {
    private Rules() {}

    /** Buys equal parts on the first day and never trades again. */
    record BuyAndHold() implements Strategy {
        @Override
        public String name() {
            return "buy and hold";
        }

        @Override
        public Signal start(int stocks) {
            return past -> each(past, stock -> 1);
        }
    }

    /**
     * Holds what has risen.
     *
     * <p>Moskowitz, Ooi and Pedersen 2012, Time series momentum, Journal of Financial Economics 104(2): twelve months.
     */
    record Momentum(int days) implements Strategy {
        @Override
        public String name() {
            return "momentum of " + days + " days";
        }

        @Override
        public Signal start(int stocks) {
            return past -> each(past, stock -> past.close(stock, 0) > past.close(stock, days) ? 1 : 0);
        }
    }

    /** Holds while the mean of the last few closes is above that of many. */
    record MovingAverageCross(int few, int many) implements Strategy {
        @Override
        public String name() {
            return "moving averages " + few + "/" + many;
        }

        @Override
        public Signal start(int stocks) {
            return past -> each(past, stock -> past.meanClose(stock, few) > past.meanClose(stock, many) ? 1 : 0);
        }
    }

    /** Buys what has fallen by more than a deviation of such a stretch of days, and sells when that is made good. */
    record MeanReversion(int days) implements Strategy {
        private static final int FOR_VOLATILITY = 60;

        @Override
        public String name() {
            return "reversion of " + days + " days";
        }

        @Override
        public Signal start(int stocks) {
            boolean[] held = new boolean[stocks];
            return past -> each(past, stock -> {
                double fall = Math.log(past.close(stock, 0) / past.close(stock, days));
                double usual = past.volatility(stock, FOR_VOLATILITY) * Math.sqrt(days);
                held[stock] = held[stock] ? fall < 0 : fall < -usual;
                return held[stock] ? 1 : 0;
            });
        }
    }

    /** Knows nothing: throws a coin for each stock about once a month, and holds while it shows heads. */
    record Coin(long seed) implements Strategy {
        private static final double THROWS_A_DAY = 1.0 / 21;

        @Override
        public String name() {
            return "coin " + seed;
        }

        @Override
        public Signal start(int stocks) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] held = new double[stocks];
            Arrays.setAll(held, stock -> random.nextInt(2));
            return past -> each(past, stock -> {
                if (random.nextDouble() < THROWS_A_DAY) {
                    held[stock] = random.nextInt(2);
                }
                return held[stock];
            });
        }
    }

    private static double[] each(Past past, IntToDoubleFunction wish) {
        double[] wishes = new double[past.stocks()];
        Arrays.setAll(wishes, wish);
        return wishes;
    }
}

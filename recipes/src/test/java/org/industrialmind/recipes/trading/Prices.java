package org.industrialmind.recipes.trading;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Markets made up for tests. */
final class Prices {
    private Prices() {}

    static List<LocalDate> days(int count) {
        return Stream.iterate(LocalDate.of(2000, 1, 3), day -> day.plusDays(1))
                .limit(count)
                .toList();
    }

    static Market wandering(int stocks, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] prices = new double[2][stocks][days];
        for (int s = 0; s < stocks; s++) {
            double price = 50;
            for (int d = 0; d < days; d++) {
                prices[0][s][d] = price * Math.exp(0.005 * random.nextGaussian());
                price *= Math.exp(0.0003 + 0.015 * random.nextGaussian());
                prices[1][s][d] = price;
            }
        }
        return Market.of(names(stocks), days(days), prices[0], prices[1]);
    }

    /** The same up to and with a day, and nothing of the sort from there on. */
    static Market poisoned(Market market, int lastTrue, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] prices = new double[2][market.stocks()][market.days()];
        for (int s = 0; s < market.stocks(); s++) {
            for (int d = 0; d < market.days(); d++) {
                boolean kept = d <= lastTrue;
                prices[0][s][d] = kept ? market.open(s, d) : 1 + 1000 * random.nextDouble();
                prices[1][s][d] = kept ? market.close(s, d) : 1 + 1000 * random.nextDouble();
            }
        }
        return Market.of(
                market.names(),
                IntStream.range(0, market.days()).mapToObj(market::day).toList(),
                prices[0],
                prices[1]);
    }

    /** One stock of these prices. */
    static Market of(double[] opens, double[] closes) {
        return Market.of(names(1), days(opens.length), new double[][] {opens}, new double[][] {closes});
    }

    private static List<String> names(int stocks) {
        return IntStream.range(0, stocks).mapToObj(s -> "S" + s).toList();
    }
}

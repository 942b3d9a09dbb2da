package org.industrialmind.recipes.trading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.recipes.trading.Backtest.Track;

/** All rules played over the same days, with many coins beside them. */
final class Contest {
    private static final double VOLATILITY = 0.15; // a year: about that of a broad index
    private static final double KELLY_FRACTION = 0.25; // of an estimate that is mostly noise

    private final Market market;
    private final int first;
    private final Backtest backtest;

    /** One rule with what it wished for, so that it can be played again under other costs. */
    record Entry(String name, double[][] wishes, Track track) {
        double sharpe() {
            return Performance.dailySharpe(track.returns());
        }
    }

    /** @param first the first day that is traded on */
    Contest(Market market, int first, Backtest backtest) {
        this.market = market;
        this.first = first;
        this.backtest = backtest;
    }

    /** Returns the rules to be played; the first is the one to beat. */
    static List<Strategy> strategies(List<Long> seeds) {
        Strategy momentum = new Rules.Momentum(252);
        return List.of(
                new Rules.BuyAndHold(),
                momentum,
                Strategy.of(
                        "momentum, volatility target",
                        stocks -> Sizing.volatilityTarget(momentum.start(stocks), VOLATILITY)),
                new Rules.MovingAverageCross(50, 200),
                new Rules.MeanReversion(5),
                Strategy.of("logistic regression", stocks -> Forecast.whenPositive(logistic())),
                Strategy.of("logistic, quarter Kelly", stocks -> Sizing.kelly(logistic(), KELLY_FRACTION)),
                Strategy.of("boosted trees", stocks -> Forecast.whenPositive(boosted(seeds))),
                Strategy.of("boosted trees, quarter Kelly", stocks -> Sizing.kelly(boosted(seeds), KELLY_FRACTION)));
    }

    private static Learned logistic() {
        return new Learned(LogisticRegression.defaults().withL2(10), List.of(0L)); // draws nothing: one seed is enough
    }

    /** Small trees, few and slow: there is next to nothing to be learned, and much to be learned by heart. */
    private static Learned boosted(List<Long> seeds) {
        GradientBoosting trees = GradientBoosting.defaults()
                .withRounds(60)
                .withLearningRate(0.05)
                .withTree(TreeShape.defaults().withLeaves(8).withRowsPerLeaf(100))
                .withBins(63)
                .withRowShare(0.5);
        return new Learned(trees::fit, seeds);
    }

    Entry play(Strategy strategy) {
        double[][] wishes = strategy.wishes(market, first);
        return new Entry(strategy.name(), wishes, backtest.run(market, wishes, first));
    }

    /** Returns the tracks of so many coins, the unluckiest first. */
    List<Entry> coins(int count, long seed) {
        List<Entry> coins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entry coin = play(new Rules.Coin(seed * 1_000_003 + i));
            coins.add(new Entry(coin.name(), new double[0][], coin.track()));
        }
        coins.sort(Comparator.comparingDouble(Entry::sharpe));
        return coins;
    }

    Track again(Entry entry, Backtest other) {
        return other.run(market, entry.wishes(), first);
    }

    /** Returns the day as a number of years, for drawing. Shape: [day played]. */
    double[] years() {
        double[] years = new double[market.days() - first];
        for (int d = 0; d < years.length; d++) {
            var day = market.day(first + d);
            years[d] = day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
        }
        return years;
    }
}

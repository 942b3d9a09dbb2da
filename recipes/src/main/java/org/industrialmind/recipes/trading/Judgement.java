package org.industrialmind.recipes.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.foundations.statistics.MultipleTesting;
import org.industrialmind.recipes.recipe.ResultTable;
import org.industrialmind.recipes.trading.Contest.Entry;

/** What is to be said of the rules beside buy and hold and the coins; every sentence is made from the figures. */
final class Judgement {
    private static final double SURE = 0.05;

    private final List<Entry> entries;
    private final List<Entry> coins;
    private final BlockBootstrap bootstrap;
    private final long seed;
    private final double[] chances;

    /**
     * Takes the tracks.
     *
     * @param entries the rule to beat first
     * @param coins the unluckiest first
     */
    Judgement(List<Entry> entries, List<Entry> coins, BlockBootstrap bootstrap, long seed) {
        this.entries = entries;
        this.coins = coins;
        this.bootstrap = bootstrap;
        this.seed = seed;
        this.chances = MultipleTesting.holm(challengers().stream()
                .mapToDouble(entry -> bootstrap.chanceOfMean(difference(entry, entries.getFirst()), seed))
                .toArray());
    }

    private List<Entry> challengers() {
        return entries.subList(1, entries.size());
    }

    private static double[] difference(Entry one, Entry other) {
        double[] difference = one.track().returns().clone();
        for (int d = 0; d < difference.length; d++) {
            difference[d] -= other.track().returns()[d];
        }
        return difference;
    }

    /** Returns the figures of each rule, of the middle coin and of the coin that one in twenty surpasses. */
    ResultTable table(String title) {
        ResultTable table = ResultTable.of(
                title,
                "return %",
                "vol. %",
                "sharpe",
                "95 % interval",
                "drawdown %",
                "turnover",
                "invested %",
                "luckier coins %",
                "Holm p");
        for (int i = 0; i < entries.size(); i++) {
            table = table.row(entries.get(i).name(), cells(entries.get(i), i == 0 ? Double.NaN : chances[i - 1]));
        }
        return table.row("the middle coin of " + coins.size(), cells(coin(0.5), Double.NaN))
                .row("the best coin in 20", cells(coin(0.95), Double.NaN));
    }

    Entry coin(double share) {
        return coins.get((int) (share * (coins.size() - 1)));
    }

    private List<ResultTable.Cell> cells(Entry entry, double chance) {
        Performance performance = Performance.of(entry.track().returns());
        Interval interval = bootstrap.interval(
                entry.track().returns(), returns -> Performance.of(returns).sharpe(), 0.95, seed);
        long luckier =
                coins.stream().filter(coin -> coin.sharpe() > entry.sharpe()).count();
        return List.of(
                new ResultTable.Number(100 * performance.annualReturn(), 1),
                new ResultTable.Number(100 * performance.volatility(), 1),
                new ResultTable.Number(performance.sharpe(), 2),
                new ResultTable.Words(String.format(Locale.ROOT, "%.2f to %.2f", interval.low(), interval.high())),
                new ResultTable.Number(100 * performance.drawdown(), 0),
                new ResultTable.Number(entry.track().turnover(), 1),
                new ResultTable.Number(100 * entry.track().invested(), 0),
                new ResultTable.Number(100.0 * luckier / coins.size(), 1),
                new ResultTable.Number(chance, 3));
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(beaten("earned more than buy and hold after costs", performance -> performance.annualReturn()));
        sentences.add(beaten("had a higher Sharpe ratio than buy and hold after costs", Performance::sharpe));
        List<String> sure = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] < SURE) {
                sure.add(challengers().get(i).name());
            }
        }
        sentences.add(said(sure, "had a mean return above that of buy and hold beyond what luck explains (Holm, 5 %)"));
        Entry best = challengers().getFirst();
        for (Entry entry : challengers()) {
            best = entry.sharpe() > best.sharpe() ? entry : best;
        }
        double[] trials = challengers().stream().mapToDouble(Entry::sharpe).toArray();
        sentences.add(String.format(
                Locale.ROOT,
                "The best of the %d rules by Sharpe, %s, is above what the best of as many rules without merit would reach"
                        + " with probability %.2f (deflated Sharpe ratio): against standing aside, not against holding.",
                trials.length,
                best.name(),
                DeflatedSharpe.probability(best.track().returns(), trials)));
        return sentences;
    }

    private String beaten(String what, ToDoubleFunction<Performance> figure) {
        double mark =
                figure.applyAsDouble(Performance.of(entries.getFirst().track().returns()));
        return said(
                challengers().stream()
                        .filter(entry -> figure.applyAsDouble(
                                        Performance.of(entry.track().returns()))
                                > mark)
                        .map(Entry::name)
                        .toList(),
                what);
    }

    private String said(List<String> names, String what) {
        int all = challengers().size();
        return names.isEmpty()
                ? "None of the " + all + " rules " + what + "."
                : names.size() + " of the " + all + " rules " + what + ": "
                        + names.stream().collect(Collectors.joining("; ")) + ".";
    }
}

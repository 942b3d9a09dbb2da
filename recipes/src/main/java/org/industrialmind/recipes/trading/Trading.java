package org.industrialmind.recipes.trading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.industrialmind.recipes.recipe.Recipe;
import org.industrialmind.recipes.recipe.RecipeCard;
import org.industrialmind.recipes.recipe.ResultTable;
import org.industrialmind.recipes.trading.Backtest.Fill;
import org.industrialmind.recipes.trading.Contest.Entry;

/** Plays rules for buying and selling through ten years that none of them has seen, beside holding and beside coins. */
public final class Trading implements Recipe {
    private static final List<String> STOCKS = List.of("AAPL", "MSFT", "CAT", "GE", "MMM", "XOM");
    private static final int WARM_UP_YEARS = 2;
    private static final int RISK_MEMORY = 500; // days: two years, five of which are beyond the 99 % quantile

    @Override
    public RecipeCard card() {
        return new RecipeCard(
                "trading",
                "Does a rule for buying and selling beat holding, after costs and after luck?",
                STOCKS.stream()
                        .map(name -> name + "_2006-01-01_to_2018-01-01.csv")
                        .toList(),
                "daily prices of six Dow Jones companies 2006-2017, without dividends; no licence stated");
    }

    @Override
    public Findings run(Order order) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String file : card().files()) {
            files.add(order.file(file));
        }
        Market market = Market.read(files);
        int lastYear = market.day(market.days() - 1).getYear();
        int firstYear = order.small() ? lastYear - 1 : market.day(0).getYear() + WARM_UP_YEARS;
        return judged(order, market, market.firstDayOf(firstYear));
    }

    private static Findings judged(Order order, Market market, int first) {
        long seed = order.seeds().getFirst();
        Contest contest = new Contest(market, first, Backtest.defaults());
        List<Entry> entries = new ArrayList<>();
        for (Strategy strategy : Contest.strategies(order.seeds())) {
            order.progress().say("playing %s", strategy.name());
            entries.add(contest.play(strategy));
        }
        order.progress().say("throwing coins");
        List<Entry> coins = contest.coins(order.scaled(100, 1000), seed);
        Judgement judgement = new Judgement(entries, coins, new BlockBootstrap(order.scaled(200, 2000), 21), seed);
        Findings findings = new Findings()
                .table(judgement.table(market.day(first) + " to " + market.day(market.days() - 1)))
                .table(costs(contest, entries));
        risk(market, order, findings);
        judgement.sentences().forEach(findings::say);
        findings.say(
                "The six were chosen with hindsight (they were still in the index at the end), which flatters holding"
                        + " and every rule alike; dividends are left out, which flatters whoever stands aside.");
        note(findings, entries);
        draw(findings, contest, entries, judgement.coin(0.5));
        return findings;
    }

    private static ResultTable costs(Contest contest, List<Entry> entries) {
        ResultTable table = ResultTable.of(
                "return % a year at costs of", "0 bp", "10 bp", "25 bp", "10 bp, filled at the next close");
        Backtest ten = Backtest.defaults();
        List<Backtest> ways = List.of(ten.withCost(0), ten, ten.withCost(0.0025), ten.withFill(Fill.NEXT_CLOSE));
        for (Entry entry : entries) {
            List<ResultTable.Cell> cells = new ArrayList<>();
            for (Backtest way : ways) {
                double[] returns = contest.again(entry, way).returns();
                cells.add(new ResultTable.Number(100 * Performance.of(returns).annualReturn(), 1));
            }
            table = table.row(entry.name(), cells);
        }
        return table;
    }

    /** Holds from the second day of all, so that the first day that is judged has two years before it. */
    private static void risk(Market market, Order order, Findings findings) {
        int memory = Math.min(RISK_MEMORY, market.days() / 2);
        double[] returns = new Contest(market, 1, Backtest.defaults())
                .play(new Rules.BuyAndHold())
                .track()
                .returns();
        order.progress().say("telling the risk of %d days", returns.length - memory);
        findings.table(RiskTable.of(returns, memory));
    }

    private static void note(Findings findings, List<Entry> entries) {
        double best = Double.NEGATIVE_INFINITY;
        for (Entry entry : entries.subList(1, entries.size())) {
            best = Math.max(best, Performance.of(entry.track().returns()).annualReturn());
        }
        Performance hold = Performance.of(entries.getFirst().track().returns());
        findings.metric("holdReturn", hold.annualReturn())
                .metric("holdSharpe", hold.sharpe())
                .metric("holdDrawdown", hold.drawdown())
                .metric("bestRuleReturn", best);
    }

    private static void draw(Findings findings, Contest contest, List<Entry> entries, Entry coin) {
        double[] years = contest.years();
        Chart wealth = Chart.of("What became of 1, after costs", "year", "wealth");
        Chart falls = Chart.of("How far below the highest so far", "year", "drawdown, %");
        List<Entry> drawn = new ArrayList<>(entries);
        drawn.removeIf(entry -> entry.name().contains(",")); // sizes of a rule that is drawn already
        drawn.add(new Entry("the middle coin", coin.wishes(), coin.track()));
        for (Entry entry : drawn) {
            double[] returns = entry.track().returns();
            wealth = wealth.line(entry.name(), Series.of(years, Performance.wealth(returns)));
            double[] below = Performance.drawdowns(returns);
            for (int d = 0; d < below.length; d++) {
                below[d] *= -100;
            }
            falls = falls.line(entry.name(), Series.of(years, below));
        }
        findings.plot("wealth", wealth).plot("drawdown", falls);
    }
}

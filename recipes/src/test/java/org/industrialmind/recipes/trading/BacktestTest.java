package org.industrialmind.recipes.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.recipes.trading.Backtest.Fill;
import org.industrialmind.recipes.trading.Backtest.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
    private static final double COST = 0.01;

    private static double[] constant(int days) {
        double[] prices = new double[days];
        Arrays.fill(prices, 20);
        return prices;
    }

    private static double[][] wishes(double... wishes) {
        return Arrays.stream(wishes).mapToObj(wish -> new double[] {wish}).toArray(double[][]::new);
    }

    @Test
    void a_constant_price_loses_the_cost_of_each_trade_and_no_more() {
        Market market = Prices.of(constant(5), constant(5));
        Track held = new Backtest(COST, Fill.NEXT_OPEN).run(market, wishes(1, 1, 1, 1, 1), 1);
        assertThat(held.returns()).containsExactly(new double[] {1 / (1 + COST) - 1, 0, 0, 0}, within(1e-15));
        Track sold = new Backtest(COST, Fill.NEXT_OPEN).run(market, wishes(1, 0, 0, 0, 0), 1);
        double[] wealth = Performance.wealth(sold.returns());
        assertThat(wealth[3]).isCloseTo((1 - COST) / (1 + COST), within(1e-15)); // all-in and out again
        Track free = new Backtest(0, Fill.NEXT_OPEN).run(market, wishes(1, 0, 1, 0, 1), 1);
        assertThat(free.returns()).containsOnly(0);
    }

    @Test
    void a_decision_earns_from_the_next_open_on_or_from_the_next_close_on() {
        Market market = Prices.of(new double[] {8, 12, 30}, new double[] {10, 15, 60});
        Track open = new Backtest(0, Fill.NEXT_OPEN).run(market, wishes(1, 1, 1), 1);
        assertThat(open.returns()).containsExactly(new double[] {15 / 12.0 - 1, 60 / 15.0 - 1}, within(1e-15));
        Track close = new Backtest(0, Fill.NEXT_CLOSE).run(market, wishes(1, 1, 1), 1);
        assertThat(close.returns()).containsExactly(new double[] {0, 60 / 15.0 - 1}, within(1e-15));
        Track sold = new Backtest(0, Fill.NEXT_OPEN).run(market, wishes(1, 0, 0), 1);
        assertThat(sold.returns()).containsExactly(new double[] {15 / 12.0 - 1, 30 / 15.0 - 1}, within(1e-15));
    }

    @Test
    void turnover_counts_what_was_bought_and_sold() {
        Market market = Prices.of(constant(253), constant(253));
        double[] wishes = new double[253];
        wishes[0] = 1; // in on the first day, out on the second
        Track track = new Backtest(0, Fill.NEXT_OPEN).run(market, wishes(wishes), 1);
        assertThat(track.turnover()).isCloseTo(2, within(1e-12));
        assertThat(track.invested()).isCloseTo(1 / 252.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void buy_and_hold_is_the_mean_of_the_stocks_own_growth(long seed) {
        Market market = Prices.wandering(3, 60, seed);
        double[][] wishes = new Rules.BuyAndHold().wishes(market, 1);
        double[] wealth = Performance.wealth(
                new Backtest(0, Fill.NEXT_OPEN).run(market, wishes, 1).returns());
        double expected = 0;
        for (int s = 0; s < 3; s++) {
            expected += market.close(s, 59) / market.open(s, 1) / 3;
        }
        assertThat(wealth[58]).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void after_a_trade_each_stock_makes_up_its_weight_and_the_cost_is_gone(long seed) {
        Market market = Prices.wandering(2, 3, seed);
        Ledger ledger = new Ledger(2);
        ledger.rebalance(market.opens(0), new double[] {0.7, 0.3}, COST);
        double before = ledger.worth(market.opens(2));
        double traded = ledger.rebalance(market.opens(2), new double[] {0.2, 0.5}, COST);
        assertThat(ledger.worth(market.opens(2))).isCloseTo(before - COST * traded, within(1e-14));
        assertThat(ledger.rebalance(market.opens(2), new double[] {0.2, 0.5}, COST))
                .isCloseTo(0, within(1e-13));
    }

    @Test
    void more_than_there_is_cannot_be_invested() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ledger(2).rebalance(new double[] {1, 1}, new double[] {0.7, 0.7}, 0))
                .withMessageContaining("sum 1.4");
    }
}

package org.industrialmind.recipes.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradingTest {
    private static final int FIRST = 500;
    private static final int LAST_TRUE = 530;

    @Test
    void a_poisoned_future_changes_no_decision_of_the_past() {
        Market market = Prices.wandering(2, 560, 1);
        Market poisoned = Prices.poisoned(market, LAST_TRUE, 2);
        for (Strategy strategy : Contest.strategies(List.of(1L))) {
            double[][] own = strategy.wishes(market, FIRST);
            double[][] other = strategy.wishes(poisoned, FIRST);
            for (int day = FIRST - 1; day <= LAST_TRUE; day++) {
                assertThat(other[day]).as(strategy.name() + " on day " + day).isEqualTo(own[day]);
            }
            double[] returns = Backtest.defaults().run(market, own, FIRST).returns();
            double[] others = Backtest.defaults().run(poisoned, other, FIRST).returns();
            int played = LAST_TRUE - FIRST + 1;
            assertThat(Arrays.copyOf(others, played)).isEqualTo(Arrays.copyOf(returns, played));
        }
    }

    @Test
    void a_poisoned_past_does_change_decisions() {
        Market market = Prices.wandering(2, 560, 1);
        Market poisoned = Prices.poisoned(market, FIRST - 20, 2);
        for (Strategy strategy :
                Contest.strategies(List.of(1L)).stream().skip(1).toList()) {
            assertThat(Arrays.deepEquals(strategy.wishes(poisoned, FIRST), strategy.wishes(market, FIRST)))
                    .as(strategy.name())
                    .isFalse();
        }
    }

    @Test
    void a_rule_cannot_ask_for_tomorrow() {
        Past past = Prices.wandering(1, 10, 1).at(4);
        assertThat(past.days()).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> past.close(0, -1))
                .withMessageContaining("expected 0 to 4");
        assertThatIllegalArgumentException().isThrownBy(() -> past.ago(2).open(0, 3));
    }

    @Test
    void reads_what_all_stocks_have_and_fills_a_missing_open(@TempDir Path folder) throws IOException {
        String head = "Date,Open,High,Low,Close,Volume,Name\n";
        Path one = Files.writeString(
                folder.resolve("one.csv"),
                head + "2006-01-03,1,2,1,2,9,ONE\n2006-01-04,,,,3,9,ONE\n2006-01-05,4,4,4,5,9,ONE\n");
        Path two = Files.writeString(
                folder.resolve("two.csv"), head + "2006-01-03,1,2,1,2,9,TWO\n2006-01-04,2,2,2,7,9,TWO\n");
        Market market = Market.read(List.of(one, two));
        assertThat(market.names()).containsExactly("ONE", "TWO");
        assertThat(market.days()).isEqualTo(2);
        assertThat(market.opens(1)).containsExactly(2, 2);
        assertThat(market.closes(1)).containsExactly(3, 7);
    }

    @Test
    void runs_on_made_up_files(@TempDir Path folder) throws IOException {
        Market market = Prices.wandering(6, 1000, 5);
        List<String> files = new Trading().card().files();
        for (int s = 0; s < files.size(); s++) {
            StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume,Name\n");
            for (int d = 0; d < market.days(); d++) {
                text.append(market.day(d)).append(',').append(market.open(s, d)).append(",,,");
                text.append(market.close(s, d))
                        .append(",1,")
                        .append(market.names().get(s))
                        .append('\n');
            }
            Files.writeString(folder.resolve(files.get(s)), text);
        }
        Findings findings = small(folder);
        assertThat(findings.tables()).hasSize(3);
        assertThat(findings.plots()).containsOnlyKeys("wealth", "drawdown");
        assertThat(findings.metrics()).containsKeys("holdReturn", "bestRuleReturn");
        boolean beaten = findings.metrics().getOrDefault("bestRuleReturn", Double.NaN)
                > findings.metrics().getOrDefault("holdReturn", Double.NaN);
        assertThat(findings.sentences().getFirst().startsWith("None")).isEqualTo(!beaten);
    }

    @Test
    void runs_on_the_real_prices() throws IOException {
        Path folder = Path.of(
                Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data"), "stocks");
        assumeTrue(
                Files.isReadable(folder.resolve(new Trading().card().files().getFirst())),
                "skipped: no daily prices in " + folder + "; set INDUSTRIALMIND_DATA to the folder that holds stocks/");
        Findings findings = small(folder);
        assertThat(findings.tables().getFirst().title()).isEqualTo("2016-01-04 to 2017-12-29");
        assertThat(findings.metrics().getOrDefault("holdReturn", Double.NaN)).isBetween(0.1, 0.4); // two good years
    }

    private static Findings small(Path folder) throws IOException {
        Progress silent = new Progress(new PrintStream(PrintStream.nullOutputStream()));
        return new Trading().run(new Order(folder, Order.Size.SMALL, List.of(1L), silent));
    }
}

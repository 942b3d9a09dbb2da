package org.industrialmind.recipes.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.recipes.trading.ValueAtRisk.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceTest {
    private static double[] normal(int days, double mean, double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] returns = new double[days];
        Arrays.setAll(returns, d -> mean + deviation * random.nextGaussian());
        return returns;
    }

    @Test
    void a_known_path_has_the_known_figures() {
        Performance performance = Performance.of(new double[] {0.5, -0.5, 0.2});
        assertThat(performance.annualReturn()).isCloseTo(Math.pow(0.9, 252 / 3.0) - 1, within(1e-15));
        assertThat(performance.drawdown()).isCloseTo(0.5, within(1e-15));
        double mean = 0.2 / 3;
        double deviation = Math.sqrt(
                ((0.5 - mean) * (0.5 - mean) + (0.5 + mean) * (0.5 + mean) + (0.2 - mean) * (0.2 - mean)) / 2);
        assertThat(performance.volatility()).isCloseTo(deviation * Math.sqrt(252), within(1e-14));
        assertThat(performance.sharpe()).isCloseTo(mean / deviation * Math.sqrt(252), within(1e-14));
    }

    @Test
    void a_fall_from_the_start_is_a_drawdown_and_rest_has_no_sharpe() {
        assertThat(Performance.drawdowns(new double[] {-0.1, 0.2}))
                .containsExactly(new double[] {0.1, 0}, within(1e-15));
        Performance rest = Performance.of(new double[4]);
        assertThat(rest.annualReturn()).isZero();
        assertThat(rest.drawdown()).isZero();
        assertThat(rest.sharpe()).isNaN();
    }

    @Test
    void value_at_risk_of_a_normal_law_is_that_of_the_tables() {
        ValueAtRisk risk = ValueAtRisk.normal(0, 1, 0.95);
        assertThat(risk.loss()).isCloseTo(1.6448536269514722, within(1e-12));
        assertThat(risk.shortfall()).isCloseTo(2.062712807507426, within(1e-10));
        assertThat(ValueAtRisk.normal(0.1, 2, 0.99).loss()).isCloseTo(2 * 2.3263478740408408 - 0.1, within(1e-12));
    }

    @Test
    void value_at_risk_of_even_returns_can_be_counted() {
        double[] returns = new double[101];
        Arrays.setAll(returns, d -> (d - 50) / 1000.0); // -5 % to 5 % in steps of a tenth
        ValueAtRisk risk = ValueAtRisk.historical(returns, 0.95);
        assertThat(risk.loss()).isCloseTo(0.045, within(1e-12));
        assertThat(risk.shortfall()).isCloseTo(0.0475, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_model_tells_the_risk_of_normal_returns(long seed) {
        double[] returns = normal(2500, 0, 0.01, seed);
        for (Model model : Model.values()) {
            RiskTable.Verdict verdict = RiskTable.judge(returns, 500, model, 0.95);
            assertThat(verdict.meanLoss()).as(model.words()).isCloseTo(0.01645, within(0.002));
            assertThat(verdict.test().pValue()).as(model.words()).isGreaterThan(0.001);
        }
    }

    @Test
    void kupiec_holds_a_promise_that_was_kept_and_doubts_one_that_was_not() {
        assertThat(new ExceedanceTest(5, 100, 0.05).statistic()).isZero();
        assertThat(new ExceedanceTest(5, 100, 0.05).pValue()).isCloseTo(1, within(1e-12));
        // none in 100 days: 2 x 100 x ln(1 / 0.95)
        assertThat(new ExceedanceTest(0, 100, 0.05).statistic()).isCloseTo(-200 * Math.log(0.95), within(1e-12));
        assertThat(new ExceedanceTest(15, 100, 0.05).pValue()).isLessThan(0.001);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_bootstrap_interval_is_as_wide_as_theory_says(long seed) {
        double[] returns = normal(1000, 0.001, 0.01, seed);
        BlockBootstrap bootstrap = new BlockBootstrap(1000, 10);
        Interval interval = bootstrap.interval(returns, Performance::dailySharpe, 0.95, seed);
        double theory = 2 * 1.96 * Math.sqrt((1 + 0.1 * 0.1 / 2) / 1000); // Lo 2002
        assertThat(interval.width()).isCloseTo(theory, within(0.2 * theory));
        assertThat(interval.contains(Performance.dailySharpe(returns))).isTrue();
        assertThat(bootstrap.chanceOfMean(normal(1000, 0.002, 0.01, seed), seed))
                .isLessThan(0.01);
        assertThat(bootstrap.chanceOfMean(normal(1000, -0.001, 0.01, seed), seed))
                .isGreaterThan(0.5);
    }

    @Test
    void the_best_of_many_without_merit_looks_good() {
        // mean of the largest of 100 standard normal numbers: 2.508 exactly, 2.53 by the formula of extremes
        assertThat(DeflatedSharpe.expectedBest(100, 1)).isCloseTo(2.508, within(0.03));
        double[] returns = normal(1000, 0.001, 0.01, 1);
        double ratio = Performance.dailySharpe(returns);
        double alone = DeflatedSharpe.probability(returns, new double[] {ratio});
        assertThat(alone).isCloseTo(Normal.cdf(ratio * Math.sqrt(999)), within(0.01));
        assertThat(DeflatedSharpe.probability(returns, new double[] {ratio, 0, -ratio, 0.02, -0.05}))
                .isLessThan(alone);
    }

    @Test
    void kelly_invests_expectation_over_variance_within_bounds() {
        assertThat(Sizing.kellyShare(0.0001, 0.0004, 1)).isCloseTo(0.25, within(1e-15));
        assertThat(Sizing.kellyShare(0.0001, 0.0004, 0.5)).isCloseTo(0.125, within(1e-15));
        assertThat(Sizing.kellyShare(0.1, 0.0004, 0.5)).isEqualTo(1);
        assertThat(Sizing.kellyShare(-0.1, 0.0004, 0.5)).isZero();
        assertThat(Sizing.kellyShare(0.1, 0, 0.5)).isEqualTo(1);
    }
}

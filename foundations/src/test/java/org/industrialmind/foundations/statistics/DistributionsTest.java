package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Normal, chi-squared and F against printed tables, closed forms, each other and simulation. */
class DistributionsTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

    @ParameterizedTest(name = "p = {0}")
    @CsvSource({
        "0.5, 0",
        "0.75, 0.6744897501960817",
        "0.975, 1.959963984540054",
        "0.999, 3.090232306167813",
        "0.025, -1.959963984540054",
        "1e-10, -6.361340902404056"
    })
    void normal_quantiles_agree_with_the_table(double p, double expected) {
        assertThat(Normal.quantile(p)).isCloseTo(expected, within(1e-11));
    }

    @Test
    void normal_tails_keep_their_digits() {
        assertThat(Normal.tail(5)).isCloseTo(2.866515718791939e-7, ROUNDING);
        assertThat(Normal.tail(10)).isCloseTo(7.619853024160527e-24, ROUNDING);
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
    }

    @ParameterizedTest(name = "chi2({0}) at {1}")
    @CsvSource({
        "1, 0.95, 3.841458820694124",
        "10, 0.95, 18.307038053275146",
        "5, 0.99, 15.08627246938899",
        "10, 0.05, 3.940299136076113",
        "30, 0.995, 53.67196193024057",
        "100, 0.5, 99.33412923598846"
    })
    void chi_squared_quantiles_agree_with_the_table(double degrees, double p, double expected) {
        assertThat(new ChiSquared(degrees).quantile(p)).isCloseTo(expected, within(1e-8));
    }

    @ParameterizedTest(name = "x = {0}")
    @ValueSource(doubles = {1e-6, 0.1, 1, 3, 10, 40, 200})
    void chi_squared_with_two_degrees_is_exponential(double x) {
        ChiSquared two = new ChiSquared(2);
        assertThat(two.tail(x)).isCloseTo(Math.exp(-x / 2), ROUNDING);
        assertThat(two.cdf(x)).isCloseTo(-Math.expm1(-x / 2), ROUNDING);
    }

    @ParameterizedTest(name = "F({0}, {1}) at {2}")
    @CsvSource({
        "1, 10, 0.95, 4.9646",
        "5, 10, 0.95, 3.3258",
        "3, 20, 0.99, 4.9382",
        "10, 10, 0.975, 3.7168",
        "2, 120, 0.95, 3.0718",
        "1, 1, 0.95, 161.4476"
    })
    void f_quantiles_agree_with_the_table(double numerator, double denominator, double p, double expected) {
        assertThat(new FisherF(numerator, denominator).quantile(p))
                .isCloseTo(expected, within(5.1e-5)); // table's digits
    }

    @ParameterizedTest(name = "x = {0}")
    @ValueSource(doubles = {0.01, 0.5, 1, 2, 7, 100})
    void f_with_two_and_two_degrees_is_known_in_closed_form(double x) {
        assertThat(new FisherF(2, 2).cdf(x)).isCloseTo(x / (1 + x), ROUNDING);
        assertThat(new FisherF(2, 2).tail(x)).isCloseTo(1 / (1 + x), ROUNDING);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void quantiles_undo_cumulative_shares_and_sides_swap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double p = random.nextDouble(1e-6, 1 - 1e-6);
        double m = random.nextDouble(0.2, 60);
        double n = random.nextDouble(0.2, 60);
        assertThat(Normal.cdf(Normal.quantile(p))).isCloseTo(p, within(1e-12));
        assertThat(new ChiSquared(m).cdf(new ChiSquared(m).quantile(p))).isCloseTo(p, within(1e-12));
        FisherF f = new FisherF(m, n);
        double x = f.quantile(p);
        assertThat(f.cdf(x)).isCloseTo(p, within(1e-12));
        assertThat(f.cdf(x) + f.tail(x)).isCloseTo(1, within(1e-12));
        assertThat(new FisherF(n, m).tail(1 / x)).isCloseTo(p, within(1e-11));
    }

    @Test
    void f_with_many_degrees_below_is_chi_squared() {
        double limit = new ChiSquared(4).quantile(0.95) / 4;
        assertThat(new FisherF(4, 1e7).quantile(0.95)).isCloseTo(limit, within(1e-5));
    }

    @Test
    void log_gamma_knows_factorials_and_the_half() {
        assertThat(LogGamma.of(1)).isCloseTo(0, within(1e-14));
        assertThat(LogGamma.of(11)).isCloseTo(Math.log(3_628_800), ROUNDING);
        assertThat(LogGamma.of(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-14));
        assertThat(LogGamma.of(171)).isCloseTo(706.573062245787, within(1e-10)); // ln 170!
    }

    @Test
    void refuse_what_they_are_not_defined_for() {
        assertThatThrownBy(() -> Normal.quantile(0)).hasMessageContaining("probability 0.0");
        assertThatThrownBy(() -> new ChiSquared(3).quantile(1)).hasMessageContaining("probability 1.0");
        assertThatThrownBy(() -> new FisherF(1, 1).quantile(Double.NaN)).hasMessageContaining("probability NaN");
        assertThatThrownBy(() -> new ChiSquared(0)).hasMessageContaining("0.0 degrees");
        assertThatThrownBy(() -> new FisherF(1, -1)).hasMessageContaining("1.0 and -1.0 degrees");
        assertThatThrownBy(() -> LogGamma.of(0)).hasMessageContaining("expected a positive number");
        assertThatThrownBy(() -> IncompleteGamma.lower(1, -1)).hasMessageContaining("at -1.0");
        assertThatThrownBy(() -> IncompleteBeta.of(2, -1, 1, 1)).hasMessageContaining("at 2.0");
        assertThat(new ChiSquared(3).cdf(-1)).isZero();
        assertThat(new ChiSquared(3).tail(-1)).isEqualTo(1);
        assertThat(new FisherF(3, 3).cdf(-1)).isZero();
        assertThat(new FisherF(3, 3).tail(-1)).isEqualTo(1);
        assertThat(new FisherF(3, 3).cdf(Double.MIN_VALUE)).isZero();
    }
}

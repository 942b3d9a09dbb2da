package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every distribution over the line must keep; a test extends it and names its distributions. */
abstract class DistributionContract {
    private static final double[] SHARES = {1e-9, 1e-4, 0.05, 0.4, 0.5, 0.77, 0.98, 1 - 1e-6};

    @ParameterizedTest
    @MethodSource("distributions")
    void quantiles_undo_shares_and_the_sides_make_one(Distribution d) {
        double before = Double.NEGATIVE_INFINITY;
        for (double p : SHARES) {
            double x = d.quantile(p);
            assertThat(x).isGreaterThanOrEqualTo(before);
            before = x;
            assertThat(d.cdf(x) + d.tail(x)).isCloseTo(1, within(1e-13));
            assertThat(p < 0.5 ? d.cdf(x) : d.tail(x))
                    .isCloseTo(p < 0.5 ? p : 1 - p, Percentage.withPercentage(1e-4)); // near its end x has few digits
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void the_density_is_the_slope_of_the_share(Distribution d) {
        for (double p : new double[] {0.1, 0.35, 0.5, 0.8, 0.97}) {
            double x = d.quantile(p);
            double h = 1e-5 * (d.quantile(Math.min(0.999, p + 0.02)) - d.quantile(p - 0.02));
            double slope = (d.cdf(x + h) - d.cdf(x - h)) / (2 * h);
            assertThat(d.density(x)).isCloseTo(slope, Percentage.withPercentage(0.01));
            assertThat(d.logDensity(x)).isCloseTo(Math.log(d.density(x)), within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void draws_lie_as_the_distribution_says(Distribution d) {
        SplittableRandom random = new SplittableRandom(7);
        int n = 4000;
        int[] below = new int[9];
        for (int i = 0; i < n; i++) {
            double share = d.cdf(d.sample(random));
            for (int k = 0; k < below.length; k++) {
                below[k] += share <= (k + 1) / 10.0 ? 1 : 0;
            }
        }
        for (int k = 0; k < below.length; k++) {
            double p = (k + 1) / 10.0;
            assertThat((double) below[k] / n).isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / n)));
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void nothing_lies_beyond_the_ends(Distribution d) {
        assertThat(d.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(d.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(d.tail(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(d.tail(Double.POSITIVE_INFINITY)).isZero();
        assertThatThrownBy(() -> d.quantile(0)).hasMessageContaining("probability 0.0");
        assertThatThrownBy(() -> d.quantile(1)).hasMessageContaining("probability 1.0");
    }
}

package org.industrialmind.foundations.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalSharesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agrees_with_the_normal_distribution_to_rounding(long seed) {
        new SplittableRandom(seed)
                .doubles(5000, -10, 10)
                // the series behind the distribution rounds up to 8e-16 off near z = 1.7
                .forEach(x -> assertThat(NormalShares.below(x)).isCloseTo(Normal.cdf(x), within(2e-15)));
    }

    @Test
    void keeps_what_is_no_number_and_ends_at_zero_and_one() {
        assertThat(NormalShares.below(Double.NaN)).isNaN();
        assertThat(NormalShares.below(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalShares.below(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }
}

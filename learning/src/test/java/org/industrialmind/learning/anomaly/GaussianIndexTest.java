package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianIndexTest {
    private static final double[] NONE = new double[3];
    private static final double ROUNDING = 1e-9;

    @Test
    void is_the_squared_length_where_channels_are_independent_and_of_unit_variance() {
        GaussianIndex index = new GaussianIndex(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
        assertThat(index.squared(new double[] {1, -2, 3}, NONE)).isCloseTo(14, within(ROUNDING));
    }

    @Test
    void counts_a_deviation_for_less_by_what_is_unsure_of_it() {
        GaussianIndex index = new GaussianIndex(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
        assertThat(index.squared(new double[] {2, 0, 0}, new double[] {3, 0, 0}))
                .isCloseTo(1, within(ROUNDING));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void falls_without_a_channel_by_just_the_contribution_of_that_channel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GaussianIndex index = correlated(random);
        double[] levels = {random.nextGaussian(), 5 * random.nextGaussian(), random.nextGaussian()};
        double whole = index.squared(levels, NONE);
        double[] contributions = index.contributions(levels, NONE);
        for (int i = 0; i < 3; i++) {
            double[] blind = levels.clone();
            blind[i] = Double.NaN;
            // the unread level has a variance of 1e12 instead of an infinite one
            assertThat(index.squared(blind, NONE)).isCloseTo(whole - contributions[i], within(1e-6));
        }
    }

    private static GaussianIndex correlated(SplittableRandom random) {
        double[] a = random.doubles(9, -1, 1).toArray();
        double[] covariance = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                for (int j = 0; j < 3; j++) {
                    covariance[3 * i + k] += a[3 * i + j] * a[3 * k + j];
                }
            }
            covariance[4 * i] += 0.1;
        }
        return new GaussianIndex(covariance);
    }
}

package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLengthTest {
    private static final int RUNS = 2000;

    private static Moments simulated(Evidence evidence, double shift, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Moments lengths = Moments.NONE;
        for (int run = 0; run < RUNS; run++) {
            double sum = 0;
            int length = 0;
            while (sum <= evidence.limit()) {
                sum = evidence.next(sum, shift + random.nextGaussian());
                length++;
            }
            lengths = lengths.with(length);
        }
        return lengths;
    }

    private static double fourErrors(Moments lengths) {
        return 4 * lengths.deviation() / Math.sqrt(lengths.count());
    }

    @Test
    void of_one_decision_a_minute_gives_the_published_limits() {
        double week = 7 * 24 * 60;
        double month = 30 * 24 * 60;
        assertThat(RunLength.cumulativeSumLimit(0.5, week)).isEqualTo(7.36, within(0.01));
        assertThat(RunLength.cumulativeSumLimit(0.5, month)).isEqualTo(8.81, within(0.01));
        assertThat(RunLength.cumulativeSum(0.5, 8.81)).isEqualTo(month, within(0.01 * month));
        // Montgomery, table 9.3: slack 0.5 and limit 5, two-sided 465, so one-sided 930
        assertThat(RunLength.cumulativeSum(0.5, 5)).isEqualTo(930, within(15.0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_a_cumulative_sum_is_what_a_simulation_shows(long seed) {
        for (double slack : new double[] {0.25, 0.5, 1}) {
            Evidence sum = Evidence.CumulativeSum.of(slack, 300);
            Moments lengths = simulated(sum, 0, seed);
            // the closed form itself is a few percent off
            assertThat(lengths.mean()).isEqualTo(300, within(fourErrors(lengths) + 0.06 * 300));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void of_a_moving_average_is_what_a_simulation_shows(long seed) {
        for (double weight : new double[] {0.1, 0.2, 1}) {
            Evidence average = Evidence.MovingAverage.of(weight, 300);
            Moments lengths = simulated(average, 0, seed);
            assertThat(lengths.mean()).isEqualTo(300, within(fourErrors(lengths) + 0.01 * 300));
        }
    }

    @Test
    void of_an_average_of_one_value_is_that_of_the_normal_tail() {
        assertThat(RunLength.movingAverage(1, 3)).isEqualTo(1 / 0.0013498980, within(1e-3));
    }

    @Test
    void of_the_limit_that_it_gives_is_the_one_that_was_asked_for_however_long() {
        for (double length : new double[] {10, 300, 43_200, 1e7}) {
            double sum = RunLength.cumulativeSumLimit(0.5, length);
            assertThat(RunLength.cumulativeSum(0.5, sum)).isEqualTo(length, within(1e-3 * length));
            for (double weight : new double[] {0.1, 1}) {
                double average = RunLength.movingAverageLimit(weight, length);
                assertThat(RunLength.movingAverage(weight, average)).isEqualTo(length, within(1e-3 * length));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void under_a_shift_of_one_sigma_is_about_twice_the_limit(long seed) {
        Evidence sum = Evidence.CumulativeSum.of(0.5, 720); // hourly, once a month
        assertThat(simulated(sum, 1, seed).mean()).isBetween(1.5 * sum.limit(), 2.2 * sum.limit() + 1);
        assertThat(simulated(sum, 2, seed).mean()).isLessThan(sum.limit());
    }

    @Test
    void refuses_what_no_limit_gives() {
        assertThatThrownBy(() -> RunLength.cumulativeSumLimit(0.5, 1)).hasMessageContaining("run length 1.0");
        assertThatThrownBy(() -> RunLength.movingAverageLimit(0.2, 1e12)).hasMessageContaining("run length 1.0E12");
        assertThatThrownBy(() -> RunLength.cumulativeSum(0, 5)).hasMessageContaining("slack 0.0");
        assertThatThrownBy(() -> RunLength.movingAverage(1.5, 3)).hasMessageContaining("weight 1.5");
        assertThatThrownBy(() -> new Evidence.CumulativeSum(0.5, -1)).hasMessageContaining("limit -1.0");
    }
}

package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.series.ChangePoints.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control charts and change points against hand-made sums, an exact twin and known run lengths. */
class ChangesTest {
    @Test
    void cusum_adds_up_as_on_paper() {
        ControlChart chart = new Cusum(10, 2, 0.5, 2).chart(new double[] {10, 12, 14, 14, 6, 4});
        assertThat(chart.up()).containsExactly(new double[] {0, 0.5, 2, 3.5, 1, 0}, within(1e-12));
        assertThat(chart.down()).containsExactly(new double[] {0, 0, 0, 0, 1.5, 4}, within(1e-12));
        assertThat(chart.alarms()).containsExactly(3, 5);
        assertThat(chart.firstAlarm()).hasValue(3);
        assertThat(chart.limits()).containsOnly(2);
    }

    @Test
    void ewma_adds_up_as_on_paper() {
        ControlChart chart = new EwmaChart(0, 1, 0.5, 3).chart(new double[] {1, 1, 8});
        assertThat(chart.up()).containsExactly(new double[] {0.5, 0.75, 4.375}, within(1e-12));
        assertThat(chart.down()[2]).isEqualTo(-4.375);
        assertThat(chart.limits()[0]).isCloseTo(1.5, within(1e-12));
        assertThat(chart.limits()[1]).isCloseTo(3 * Math.sqrt(0.9375 / 3), within(1e-12));
        assertThat(chart.alarms()).containsExactly(2);
        assertThat(EwmaChart.of(0, 1).chart(new double[5]).firstAlarm()).isEmpty();
    }

    @Test
    void run_lengths_are_those_of_the_book() { // Montgomery 2012, table 9.3: 465 without a shift, 10.4 with one
        double still = 0;
        double shifted = 0;
        for (int seed = 1; seed <= 300; seed++) {
            double[] noise = Series.noise(4000, seed);
            still += Cusum.of(0, 1).chart(noise).firstAlarm().orElse(4000) + 1;
            shifted += Cusum.of(-1, 1)
                            .chart(Arrays.copyOf(noise, 500))
                            .firstAlarm()
                            .orElse(500)
                    + 1;
        }
        assertThat(still / 300).isBetween(380.0, 550.0); // three standard errors
        assertThat(shifted / 300).isBetween(9.4, 11.4);
    }

    private static double[] steps(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] series = new double[length];
        double level = 0;
        double spread = 1;
        for (int t = 0; t < length; t++) {
            if (random.nextInt(20) == 0) {
                level = 4 * random.nextGaussian();
                spread = Math.exp(random.nextGaussian());
            }
            series[t] = level + spread * random.nextGaussian();
        }
        return series;
    }

    /** The readable twin: all pairs of ends, nothing pruned. */
    private static List<Integer> twin(double[] series, ChangePoints settings) {
        int n = series.length;
        double[] best = new double[n + 1];
        int[] last = new int[n + 1];
        ChangePoints.Segments segments = new ChangePoints.Segments(series, settings.cost());
        best[0] = -settings.penalty();
        for (int end = 1; end <= n; end++) {
            best[end] = Double.POSITIVE_INFINITY;
            for (int s = 0; s <= end - settings.least(); s++) {
                double sum = best[s] + segments.cost(s, end) + settings.penalty();
                if (sum < best[end]) {
                    best[end] = sum;
                    last[end] = s;
                }
            }
        }
        List<Integer> changes = new ArrayList<>();
        for (int end = last[n]; end > 0; end = last[end]) {
            changes.addFirst(end);
        }
        return changes;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pruning_loses_no_change(long seed) {
        double[] series = steps(150, seed);
        for (int least : new int[] {1, 2, 7}) {
            ChangePoints means = new ChangePoints(Cost.MEAN, 5, least);
            assertThat(means.of(series))
                    .containsExactly(
                            twin(series, means).stream().mapToInt(i -> i).toArray());
        }
        for (int least : new int[] {2, 5}) {
            ChangePoints both = new ChangePoints(Cost.MEAN_AND_VARIANCE, 12, least);
            assertThat(both.of(series))
                    .containsExactly(
                            twin(series, both).stream().mapToInt(i -> i).toArray());
        }
    }

    @Test
    void a_step_is_found_where_it_is_and_nothing_in_noise() {
        double[] step = Series.noise(200, 5);
        for (int t = 120; t < 200; t++) {
            step[t] += 5;
        }
        assertThat(ChangePoints.ofMean(1, 200).of(step)).containsExactly(120);
        double[] louder = Series.noise(200, 6);
        for (int t = 80; t < 200; t++) {
            louder[t] *= 6;
        }
        assertThat(ChangePoints.ofMeanAndVariance(200).of(louder)).hasSize(1);
        assertThat(ChangePoints.ofMeanAndVariance(200).of(louder)[0]).isBetween(75, 85);
        assertThat(ChangePoints.ofMeanAndVariance(300).of(Series.noise(300, 7))).isEmpty();
        double[] equal = new double[50];
        Arrays.fill(equal, 3);
        assertThat(ChangePoints.ofMean(1, 50).of(equal)).isEmpty();
        assertThat(ChangePoints.ofMeanAndVariance(50).of(equal)).isEmpty();
    }

    @Test
    void refuse_nonsense() {
        assertThatThrownBy(() -> new Cusum(0, 0, 1, 1)).hasMessageContaining("deviation 0.0");
        assertThatThrownBy(() -> new EwmaChart(0, 1, 0, 3)).hasMessageContaining("weight 0.0");
        assertThatThrownBy(() -> Cusum.of(0, 1).chart(new double[] {Double.NaN}))
                .hasMessageContaining("position 0");
        assertThatThrownBy(() -> EwmaChart.of(0, 1).chart(new double[] {Double.NaN}))
                .hasMessageContaining("position 0");
        assertThatThrownBy(() -> new ChangePoints(Cost.MEAN_AND_VARIANCE, 1, 1))
                .hasMessageContaining("2 for a variance");
        assertThatThrownBy(() -> ChangePoints.ofMeanAndVariance(9).of(new double[3]))
                .hasMessageContaining("at least 5");
    }
}

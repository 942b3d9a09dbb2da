package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearForecastTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return LinearForecast.defaults();
    }

    /** Two channels, the second following the first: x1(t) = 0.8 x1(t-1) + e1, x2(t) = 0.5 x1(t-1) + 0.5 e2. */
    private static float[] series(int length, SplittableRandom random) {
        float[] series = new float[2 * length];
        for (int t = 1; t < length; t++) {
            series[2 * t] = (float) (0.8 * series[2 * t - 2] + 0.6 * random.nextGaussian());
            series[2 * t + 1] = (float) (0.5 * series[2 * t - 2] + 0.5 * random.nextGaussian());
        }
        return series;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void leaves_of_a_linear_process_the_noise_that_drives_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int length = 20_000;
        float[] series = series(length, random);
        List<NormalWindows.Item> items = new ArrayList<>();
        for (int from = 0; from + 50 <= length; from += 50) {
            items.add(new NormalWindows.Item(0, 1, StandardWindow.of(2, series, from, 50)));
        }
        NormalWindows windows = new NormalWindows(new Layout(50, 2, 1), items);
        ForecastResiduals residuals = ForecastResiduals.fit(windows, 1, 1e-4);
        StandardWindow left = residuals.of(StandardWindow.of(2, series, 0, length));
        double[] noise = new double[2];
        for (int t = 1; t < length; t++) {
            noise[0] = (series[2 * t] - 0.8 * series[2 * t - 2]) / 0.6;
            noise[1] = (series[2 * t + 1] - 0.5 * series[2 * t - 2]) / 0.5;
            for (int c = 0; c < 2; c++) { // 0.1: the coefficients are known to 0.01, the deviations to 0.01 of 4 sigma
                assertThat((double) left.get(t - 1, c)).isCloseTo(noise[c], within(0.1 + 0.03 * Math.abs(noise[c])));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void leaves_nothing_that_one_channel_or_moment_could_tell_of_another(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int length = 20_000;
        float[] series = series(length, random);
        for (int t = 0; t < length; t++) { // noise that both channels share
            float shared = (float) (0.3 * random.nextGaussian());
            series[2 * t] += shared;
            series[2 * t + 1] += shared;
        }
        StandardWindow all = StandardWindow.of(2, series, 0, length);
        NormalWindows windows = new NormalWindows(new Layout(length, 2, 1), List.of(new NormalWindows.Item(0, 1, all)));
        StandardWindow left = ForecastResiduals.fit(windows, 2, 1e-4).of(all);
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                double now = 0;
                double later = 0;
                for (int t = 1; t < left.length(); t++) {
                    now += left.get(t, a) * left.get(t, b) / (left.length() - 1);
                    later += left.get(t, a) * left.get(t - 1, b) / (left.length() - 1);
                }
                assertThat(now).isCloseTo(a == b ? 1 : 0, within(0.05)); // 7 standard errors of 20,000 rows
                assertThat(later).isCloseTo(0, within(0.05));
            }
        }
    }
}

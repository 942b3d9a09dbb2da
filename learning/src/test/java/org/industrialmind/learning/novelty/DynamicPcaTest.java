package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicPcaTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return DynamicPca.defaults();
    }

    @Test
    void joins_each_row_with_those_before_it_the_present_first() {
        StandardWindow window = StandardWindow.of(2, new float[] {1, 2, 3, 4, 5, 99}, 0, 3);
        LaggedRows rows = new LaggedRows(window, 1);
        double[] row = new double[4];
        rows.copy(0, row);
        assertThat(row).containsExactly(3, 4, 1, 2);
        rows.copy(1, row);
        assertThat(row).containsExactly(5, LaggedRows.CLIP, 3, 4);
        assertThat(rows.count()).isEqualTo(2);
    }

    @Test
    void takes_each_reading_once_though_windows_overlap() {
        float[] series = new float[12];
        for (int t = 0; t < series.length; t++) {
            series[t] = t;
        }
        List<NormalWindows.Item> items = new ArrayList<>();
        for (int from = 0; from <= 8; from += 2) {
            items.add(new NormalWindows.Item(0, from == 0 ? 1 : 0.5, StandardWindow.of(1, series, from, 4)));
        }
        NormalWindows windows = new NormalWindows(new Layout(4, 1, 1), items);
        List<double[]> rows = LaggedRows.ofAll(windows, 1, 100);
        assertThat(rows.stream().map(row -> row[0]))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 10.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void blames_a_channel_by_what_the_index_falls_when_all_its_lags_are_put_right(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int channels = 3;
        List<double[]> rows = new ArrayList<>();
        for (int r = 0; r < 200; r++) {
            double common = random.nextGaussian();
            double[] row = new double[2 * channels];
            for (int i = 0; i < row.length; i++) {
                row[i] = common + 0.5 * random.nextGaussian();
            }
            rows.add(row);
        }
        PrincipalComponents components = PrincipalComponents.fit(rows, 0.8, 200);
        double[] x = random.doubles(2L * channels, -3, 3).toArray();
        double[] fall = new double[channels];
        new SubspaceContributions(components, channels).add(x, fall);
        double[] scratch = new double[components.kept()];
        double before = components.distance(x, scratch).combined();
        for (int c = 0; c < channels; c++) {
            double least = before;
            for (double a = -8; a <= 8; a += 0.02) { // readable twin: try corrections of both lags
                for (double b = -8; b <= 8; b += 0.02) {
                    double[] put = x.clone();
                    put[c] += a;
                    put[channels + c] += b;
                    least = Math.min(least, components.distance(put, scratch).combined());
                }
            }
            assertThat(fall[c])
                    .isCloseTo(before - least, within(1e-3 * before)); // the grid misses the minimum by little
        }
    }
}

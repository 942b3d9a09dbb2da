package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;

class LaggedDistanceTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return LaggedDistance.defaults();
    }

    /** Putting a channel right is to choose, at all lags, the values that bring the row nearest. */
    @Test
    void blames_a_channel_for_what_the_distance_falls_by_if_it_is_put_right() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values =
                random.doubles(4 * 200).map(u -> random.nextGaussian()).toArray();
        for (int i = 0; i < values.length; i += 4) {
            values[i + 1] += values[i]; // two channels, one lag: [a(t), b(t), a(t - 1), b(t - 1)]
            values[i + 2] += 0.5 * values[i];
        }
        RowCloud cloud = LaggedDistance.of(1).cloud(Matrix.of(200, 4, values));
        double[] row = {1, -2, 0.5, 3};
        double blame = cloud.blame(List.of(row), 2)[1];
        double[] best = row.clone();
        for (double step = 1; step > 1e-9; step /= 2) {
            for (int turn = 0; turn < 50; turn++) {
                for (int at : new int[] {1, 3}) {
                    best = nearer(cloud, nearer(cloud, best, at, step), at, -step);
                }
            }
        }
        assertThat(blame).isCloseTo(cloud.squared(row) - cloud.squared(best), within(1e-6));
    }

    private static double[] nearer(RowCloud cloud, double[] row, int at, double by) {
        double[] moved = row.clone();
        moved[at] += by;
        return cloud.squared(moved) < cloud.squared(row) ? moved : row;
    }

    @Test
    void refuses_settings_out_of_range() {
        assertThatThrownBy(() -> LaggedDistance.of(-1)).hasMessageContaining("lags from 0");
        assertThatThrownBy(() -> new LaggedDistance(1, 0)).hasMessageContaining("ridge 0.0");
    }
}

package org.industrialmind.learning.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsMixtureTest {
    @Test
    void set_points_come_out_as_one_regime_each_in_ascending_order() {
        double[][] points = {{90, 3}, {50, 1}, {90, 1}, {50, 3}}; // only their combination tells them apart
        SettingsMixture mixture = SettingsMixture.learn(around(points, 0, 400, 1), 7);
        assertThat(mixture.count()).isEqualTo(4);
        SettingsMixture.Match first = mixture.of(50, 1);
        assertThat(first.regime()).isZero();
        assertThat(first.distance()).isLessThan(1e-9); // the mean of 400 equal rows, rounded
        assertThat(first.typical()).isTrue();
        assertThat(mixture.of(50, 3).regime()).isEqualTo(1);
        assertThat(mixture.of(90, 1).regime()).isEqualTo(2);
        assertThat(mixture.of(90, 3).regime()).isEqualTo(3);
    }

    @Test
    void the_regime_next_to_a_strange_row_is_named_and_marked() {
        SettingsMixture mixture = SettingsMixture.learn(around(new double[][] {{0, 0}, {10, 10}}, 0.1, 400, 1), 7);
        SettingsMixture.Match strange = mixture.of(8, 10);
        assertThat(strange.regime()).isEqualTo(1);
        assertThat(strange.typical()).isFalse();
        assertThat(strange.distance()).isGreaterThan(10);
        assertThat(mixture.of(10.1, 9.9).typical()).isTrue();
    }

    @Test
    void a_setting_that_never_moved_may_be_read_a_little_differently() {
        SettingsMixture mixture = SettingsMixture.learn(around(new double[][] {{2950}}, 0, 50, 1), 1);
        assertThat(mixture.count()).isEqualTo(1);
        assertThat(mixture.of(2950 * 1.005).typical()).isTrue();
        assertThat(mixture.of(2950 * 0.5).typical()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void as_many_bells_as_made_the_rows_are_found_and_rows_return_to_theirs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int bells = 2 + random.nextInt(5);
        double[][] centres = new double[bells][3];
        for (int k = 0; k < bells; k++) {
            for (int c = 0; c < 3; c++) {
                centres[k][c] = k * 1000 + random.nextInt(100); // apart by 40 deviations and more
            }
        }
        SettingsMixture mixture = SettingsMixture.learn(around(centres, 25, 150, seed), seed);
        assertThat(mixture.count()).isEqualTo(bells);
        int typical = 0;
        for (int i = 0; i < 500; i++) {
            int k = random.nextInt(bells);
            SettingsMixture.Match match = mixture.of(near(centres[k], 25, random));
            assertThat(match.regime()).isEqualTo(k);
            typical += match.typical() ? 1 : 0;
        }
        assertThat(typical).isGreaterThan(495); // one in ten thousand is expected not to be
    }

    private static Matrix around(double[][] centres, double deviation, int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (double[] centre : centres) {
                rows.add(near(centre, deviation, random));
            }
        }
        return Matrix.ofRows(rows.toArray(double[][]::new));
    }

    private static double[] near(double[] centre, double deviation, SplittableRandom random) {
        double[] row = centre.clone();
        for (int c = 0; c < row.length; c++) {
            row[c] += deviation * random.nextGaussian();
        }
        return row;
    }
}

package org.industrialmind.foundations.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicalScalingTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void distances_come_back(long seed) {
        Matrix rows = MapQuality.groups(2, 15, 3, seed);
        Embedding map = new ClassicalScaling(3).fit(rows, seed);
        assertThat(map.loss()).isCloseTo(0, within(1e-12));
        for (int r = 1; r < 30; r++) {
            assertThat(distance(map.coordinates(), r)).isCloseTo(distance(rows, r), within(1e-10));
        }
    }

    private static double distance(Matrix rows, int r) {
        double sum = 0;
        for (int c = 0; c < rows.columns(); c++) {
            sum += Math.pow(rows.get(r, c) - rows.get(0, c), 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void three_four_five_is_a_right_angle() {
        Matrix distances = Matrix.ofRows(new double[] {0, 3, 4}, new double[] {3, 0, 5}, new double[] {4, 5, 0});
        Matrix places = new ClassicalScaling(2).ofDistances(distances).coordinates();
        double ux = places.get(1, 0) - places.get(0, 0);
        double uy = places.get(1, 1) - places.get(0, 1);
        double vx = places.get(2, 0) - places.get(0, 0);
        double vy = places.get(2, 1) - places.get(0, 1);
        assertThat(ux * vx + uy * vy).isCloseTo(0, within(1e-10));
        assertThat(Math.hypot(ux, uy)).isCloseTo(3, within(1e-10));
    }

    @Test
    void a_spiral_is_unrolled_by_walking_along_it() {
        double[] values = new double[400];
        double[] along = new double[200];
        for (int r = 0; r < 200; r++) {
            double turn = 3 + r * 0.05;
            values[2 * r] = turn * Math.cos(turn);
            values[2 * r + 1] = turn * Math.sin(turn);
            along[r] = r == 0
                    ? 0
                    : along[r - 1]
                            + Math.hypot(values[2 * r] - values[2 * r - 2], values[2 * r + 1] - values[2 * r - 1]);
        }
        Embedding map = new Isomap(1, 2).fit(Matrix.of(200, 2, values), 1);
        double[] places = map.coordinates().column(0);
        double sign = Math.signum(places[199] - places[0]);
        for (int r = 0; r < 200; r++) {
            assertThat(sign * (places[r] - places[0])).isCloseTo(along[r], within(0.05 * along[199]));
        }
    }

    @Test
    void refuses_what_has_no_map() {
        assertThatThrownBy(() -> new ClassicalScaling(1).ofDistances(Matrix.of(1, 2, new double[2])))
                .hasMessageContaining("square");
        Matrix apart = Matrix.of(6, 1, new double[] {0, 1, 2, 100, 101, 102});
        assertThatThrownBy(() -> new Isomap(1, 2).fit(apart, 1)).hasMessageContaining("row 3 cannot be reached");
        double[] zeros = new ClassicalScaling(2)
                .fit(Matrix.of(4, 2, new double[8]), 1)
                .coordinates()
                .toArray();
        assertThat(Arrays.stream(zeros).map(Math::abs).max().orElseThrow()).isLessThan(1e-12);
    }
}

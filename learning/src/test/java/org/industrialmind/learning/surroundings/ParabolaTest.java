package org.industrialmind.learning.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParabolaTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void has_the_slope_of_the_parabola_that_the_points_lie_on() {
        List<double[]> points = List.of(new double[] {60, 3600}, new double[] {85, 7225}, new double[] {100, 10_000});
        assertThat(Parabola.slope(points, 85)).isCloseTo(170, within(ROUNDING));
    }

    @Test
    void has_the_slope_of_the_line_where_points_stand_at_two_places() {
        List<double[]> points = List.of(new double[] {1, 2}, new double[] {1.00001, 2}, new double[] {3, 8});
        assertThat(Parabola.slope(points, 1)).isCloseTo(3, within(1e-3)); // two of the points are nearly one
    }

    @Test
    void is_level_where_there_is_nothing_to_compare() {
        assertThat(Parabola.slope(List.of(new double[] {5, 7}), 5)).isZero();
    }
}

package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STL and the classical decomposition against made-up parts and statsmodels. */
class DecompositionTest {
    private static final Golden GOLDEN = Golden.read("series");

    private static void agree(double[] ours, double[] theirs, int step, double tolerance) {
        for (int k = 0; k < theirs.length; k++) {
            double value = ours[step * k];
            if (Double.isNaN(theirs[k])) {
                assertThat(value).isNaN();
            } else {
                assertThat(value).isCloseTo(theirs[k], within(tolerance));
            }
        }
    }

    @Test
    void stl_agrees_with_statsmodels() {
        double[] spoiled = GOLDEN.vector("spoiled");
        for (String name : new String[] {"stl", "stl-robust"}) {
            Decomposition ours = (name.equals("stl") ? Stl.of(12) : Stl.robust(12)).decompose(spoiled);
            Matrix theirs = GOLDEN.matrix(name);
            agree(ours.trend(), theirs.row(0), 4, 1e-9);
            agree(ours.season(), theirs.row(1), 4, 1e-9);
        }
        Decomposition shorter = new Stl(12, 9, 31, 15, 5, 0).decompose(Arrays.copyOf(GOLDEN.vector("add"), 26));
        agree(shorter.trend(), GOLDEN.matrix("stl-short").row(0), 1, 1e-9);
        agree(shorter.season(), GOLDEN.matrix("stl-short").row(1), 1, 1e-9);
    }

    @Test
    void robustly_an_outlier_stays_in_the_remainder() {
        Decomposition robust = Stl.robust(12).decompose(GOLDEN.vector("spoiled"));
        assertThat(robust.remainder()[20]).isGreaterThan(20);
        assertThat(robust.weights()[20]).isLessThan(0.01);
        assertThat(Stl.of(12).decompose(GOLDEN.vector("spoiled")).weights()).containsOnly(1);
    }

    @Test
    void classical_parts_agree_with_statsmodels() {
        for (String name : new String[] {"add", "mul"}) {
            Decomposition ours = new ClassicalDecomposition(12, name.equals("mul")).decompose(GOLDEN.vector(name));
            Matrix theirs = GOLDEN.matrix("classical-" + name);
            agree(ours.trend(), theirs.row(0), 5, 1e-10);
            agree(ours.season(), theirs.row(1), 5, 1e-10);
            agree(ours.remainder(), theirs.row(2), 5, 1e-10);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void parts_add_up_and_strengths_tell_a_season_from_none(long seed) {
        double[] series = Series.seasonal(96, 8, seed);
        Decomposition parts = Stl.of(8).decompose(series);
        for (int t = 0; t < 96; t++) {
            assertThat(parts.trend()[t] + parts.season()[t] + parts.remainder()[t])
                    .isCloseTo(series[t], within(1e-10));
        }
        assertThat(parts.seasonalStrength()).isGreaterThan(0.8);
        assertThat(parts.trendStrength()).isGreaterThan(0.8);
        assertThat(Stl.of(8).decompose(Series.noise(200, seed)).seasonalStrength())
                .isLessThan(0.64);
    }

    @Test
    void an_odd_season_of_a_line_is_found_exactly() {
        double[] season = {2, -3, 1};
        double[] series = new double[30];
        Arrays.setAll(series, t -> 5 + 0.5 * t + season[t % 3]);
        Decomposition parts = new ClassicalDecomposition(3, false).decompose(series);
        assertThat(Arrays.copyOf(parts.season(), 3)).containsExactly(season, within(1e-12));
        assertThat(parts.trend()[10]).isCloseTo(10, within(1e-12));
        assertThat(parts.trend()[0]).isNaN();
    }

    @Test
    void equal_values_have_neither_trend_nor_season() {
        double[] fours = new double[40];
        Arrays.fill(fours, 4);
        Decomposition parts = Stl.robust(4).decompose(fours);
        assertThat(parts.season()).containsExactly(new double[40], within(1e-12));
        assertThat(parts.trend()).containsExactly(fours, within(1e-12));
        assertThat(parts.seasonalStrength()).isZero();
    }

    @Test
    void refuse_nonsense() {
        assertThatThrownBy(() -> Stl.of(1)).hasMessageContaining("period 1");
        assertThatThrownBy(() -> new Stl(4, 8, 9, 5, 2, 0)).hasMessageContaining("season span of 8");
        assertThatThrownBy(() -> Stl.of(12).decompose(new double[23])).hasMessageContaining("at least 24");
        assertThatThrownBy(() -> new ClassicalDecomposition(1, false)).hasMessageContaining("1 steps");
        assertThatThrownBy(() -> new ClassicalDecomposition(4, true).decompose(new double[8]))
                .hasMessageContaining("positive values");
        double[] gap = new double[30];
        gap[4] = Double.NaN;
        assertThatThrownBy(() -> Stl.of(4).decompose(gap)).hasMessageContaining("position 4");
    }
}

package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time warping and the matrix profile against their definitions. */
class ShapesTest {
    /** The readable twin: recursion over all pairings. */
    private static double warped(double[] a, double[] b, int i, int j) {
        double away = (a[i] - b[j]) * (a[i] - b[j]);
        if (i == 0 && j == 0) {
            return away;
        }
        double least = Double.POSITIVE_INFINITY;
        least = i > 0 ? Math.min(least, warped(a, b, i - 1, j)) : least;
        least = j > 0 ? Math.min(least, warped(a, b, i, j - 1)) : least;
        least = i > 0 && j > 0 ? Math.min(least, warped(a, b, i - 1, j - 1)) : least;
        return away + least;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void warping_finds_the_least_of_all_pairings(long seed) {
        double[] a = Series.noise(7, seed);
        double[] b = Series.noise(5, seed + 9);
        DynamicTimeWarping free = DynamicTimeWarping.free();
        assertThat(free.distance(a, b)).isCloseTo(Math.sqrt(warped(a, b, 6, 4)), within(1e-12));
        assertThat(free.distance(b, a)).isCloseTo(free.distance(a, b), within(1e-12));
        double sum = 0;
        List<DynamicTimeWarping.Pair> path = free.path(a, b);
        for (DynamicTimeWarping.Pair pair : path) {
            sum += Math.pow(a[pair.first()] - b[pair.second()], 2);
        }
        assertThat(Math.sqrt(sum)).isCloseTo(free.distance(a, b), within(1e-12));
        assertThat(path.getFirst()).isEqualTo(new DynamicTimeWarping.Pair(0, 0));
        assertThat(path.getLast()).isEqualTo(new DynamicTimeWarping.Pair(6, 4));
    }

    @Test
    void a_delay_costs_nothing_and_a_band_limits_it() {
        double[] a = {0, 0, 1, 2, 1, 0, 0, 0};
        double[] b = {0, 0, 0, 0, 1, 2, 1, 0};
        assertThat(DynamicTimeWarping.free().distance(a, b)).isZero();
        assertThat(new DynamicTimeWarping(2).distance(a, b)).isZero();
        assertThat(new DynamicTimeWarping(1).distance(a, b)).isPositive();
        assertThat(new DynamicTimeWarping(0).distance(a, a)).isZero();
        assertThat(new DynamicTimeWarping(0).distance(a, new double[] {0, 2, 1, 0}))
                .isFinite();
        assertThat(new DynamicTimeWarping(1).path(a, b)).hasSizeGreaterThanOrEqualTo(8);
        assertThatThrownBy(() -> new DynamicTimeWarping(-1)).hasMessageContaining("band of -1");
        assertThatThrownBy(() -> DynamicTimeWarping.free().distance(a, new double[0]))
                .hasMessageContaining("at least 1");
    }

    /** The readable twin: each stretch scaled, each pair compared. */
    private static double between(double[] series, int i, int j, int m) {
        double[] a = scaled(Arrays.copyOfRange(series, i, i + m));
        double[] b = scaled(Arrays.copyOfRange(series, j, j + m));
        double sum = 0;
        for (int k = 0; k < m; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum);
    }

    private static double[] scaled(double[] values) {
        double mean = Values.mean(values);
        double deviation = Values.constant(values) ? 1 : Math.sqrt(Values.variance(values));
        return Arrays.stream(values).map(v -> (v - mean) / deviation).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void every_nearest_neighbour_is_found(long seed) {
        double[] series = Series.walk(160, seed);
        Arrays.fill(series, 40, 60, 2.5); // a stretch without shape
        Arrays.fill(series, 100, 115, -1);
        int m = 11;
        MatrixProfile profile = MatrixProfile.of(series, m);
        for (int i = 0; i < profile.size(); i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < profile.size(); j++) {
                if (Math.abs(i - j) > 3) { // a quarter of 11, rounded up
                    least = Math.min(least, between(series, i, j, m));
                }
            }
            assertThat(profile.distance(i)).isCloseTo(least, within(1e-6));
            assertThat(between(series, i, profile.neighbour(i), m)).isCloseTo(least, within(1e-6));
        }
        double[] query = Arrays.copyOfRange(series, 70, 81);
        double[] distances = MatrixProfile.distances(query, series);
        for (int i = 0; i < distances.length; i++) {
            assertThat(distances[i]).isCloseTo(between(series, i, 70, m), within(1e-6));
        }
    }

    @Test
    void a_planted_motif_and_a_planted_discord_are_found() {
        double[] noise = Series.noise(600, 3);
        double[] series = new double[600];
        Arrays.setAll(series, t -> Math.sin(t / 4.0) + 0.1 * noise[t]);
        for (int k = 0; k < 40; k++) {
            double shape = 2 * Math.exp(-(k - 20) * (k - 20) / 60.0) * Math.sin(k * k / 30.0);
            series[100 + k] = 1000 * shape; // the same shape at two levels and sizes
            series[430 + k] = 7 + shape;
        }
        MatrixProfile.Match motif = MatrixProfile.of(series, 40).motif();
        assertThat(Math.min(motif.position(), motif.neighbour())).isBetween(98, 102);
        assertThat(Math.max(motif.position(), motif.neighbour())).isBetween(428, 432);
        double[] beat = new double[400];
        Arrays.setAll(beat, t -> Math.sin(2 * Math.PI * t / 25) + 0.05 * noise[t]);
        for (int t = 210; t < 222; t++) {
            beat[t] = 0.5;
        }
        MatrixProfile profile = MatrixProfile.of(beat, 25);
        List<MatrixProfile.Match> discords = profile.discords(2);
        assertThat(discords.getFirst().position()).isBetween(186, 221);
        assertThat(Math.abs(discords.get(0).position() - discords.get(1).position()))
                .isGreaterThan(7);
        assertThat(profile.window()).isEqualTo(25);
        assertThat(profile.distances()).hasSize(376);
    }

    @Test
    void a_missing_value_has_no_neighbour_and_spoils_no_other() {
        double[] series = Series.noise(80, 4);
        series[30] = Double.NaN;
        MatrixProfile profile = MatrixProfile.of(series, 8);
        for (int i = 0; i < profile.size(); i++) {
            boolean spoiled = i <= 30 && i + 8 > 30;
            assertThat(profile.neighbour(i) < 0).isEqualTo(spoiled);
            assertThat(Double.isInfinite(profile.distance(i))).isEqualTo(spoiled);
        }
        assertThat(profile.discords(100)).hasSizeLessThan(40);
        assertThat(MatrixProfile.distances(Arrays.copyOf(series, 8), series)[28])
                .isInfinite();
    }

    @Test
    void equal_values_are_all_alike() {
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        assertThat(MatrixProfile.of(ones, 5).distances()).containsOnly(0);
        double[] gaps = new double[20];
        Arrays.fill(gaps, Double.NaN);
        MatrixProfile nothing = MatrixProfile.of(gaps, 4);
        assertThat(nothing.discords(3)).isEmpty();
        assertThatThrownBy(nothing::motif).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> MatrixProfile.of(ones, 2)).hasMessageContaining("stretches of 2");
        assertThatThrownBy(() -> MatrixProfile.of(ones, 39)).hasMessageContaining("at least 50");
        assertThatThrownBy(() -> MatrixProfile.distances(new double[2], ones)).hasMessageContaining("at least 3");
    }
}

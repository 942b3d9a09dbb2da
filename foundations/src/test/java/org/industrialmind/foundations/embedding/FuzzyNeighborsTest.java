package org.industrialmind.foundations.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzyNeighborsTest {
    @Test
    void the_curve_for_a_tenth_is_the_published_one() {
        NearnessCurve curve = NearnessCurve.of(0.1);
        assertThat(curve.a()).isCloseTo(1.577, within(2e-3));
        assertThat(curve.b()).isCloseTo(0.895, within(1e-3));
    }

    @Test
    void pull_and_push_are_the_slopes_of_the_logarithms() {
        NearnessCurve curve = new NearnessCurve(1.6, 0.9);
        double d = 1.3;
        double e = 1e-6;
        double pull = (Math.log(curve.at((d + e) * (d + e))) - Math.log(curve.at((d - e) * (d - e)))) / (2 * e);
        assertThat(curve.pull(d * d) * d).isCloseTo(pull, within(1e-8));
        double push = (Math.log(1 - curve.at((d + e) * (d + e))) - Math.log(1 - curve.at((d - e) * (d - e)))) / (2 * e);
        assertThat(curve.push(d * d) * d).isCloseTo(push, within(1e-3)); // a thousandth keeps it finite near 0
        assertThat(curve.pull(0)).isZero();
        assertThat(curve.push(0)).isFinite();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void degrees_sum_to_the_logarithm_of_the_neighbours(long seed) {
        double[] distances =
                new SplittableRandom(seed).doubles(15, 1, 9).sorted().toArray();
        double[] degrees = new SmoothDegrees().weights(distances);
        assertThat(degrees[0]).isEqualTo(1);
        assertThat(Arrays.stream(degrees).sum()).isCloseTo(4, within(1e-9));
        assertThat(new SmoothDegrees().weights(new double[] {0, 0, 0})).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void groups_stay_together(long seed) {
        Matrix rows = MapQuality.groups(4, 50, 8, seed);
        FuzzyNeighbors settings = new FuzzyNeighbors(10, 0.1, 100, 5);
        Embedding map = settings.fit(rows, seed);
        assertThat(MapQuality.togetherness(map.coordinates(), 4)).isEqualTo(1);
        assertThat(MapQuality.kept(rows, map.coordinates(), 10)).isGreaterThan(0.3); // at random 0.05
        assertThat(settings.fit(rows, seed)).isEqualTo(map);
    }

    @Test
    void rows_that_do_not_differ_are_mapped_all_the_same_and_too_few_are_refused() {
        new FuzzyNeighbors(5, 0.1, 20, 2)
                .fit(Matrix.of(20, 1, new double[20]), 1)
                .coordinates()
                .requireFinite();
        assertThatThrownBy(() -> FuzzyNeighbors.defaults().fit(Matrix.identity(15), 1))
                .hasMessageContaining("15 neighbours among 15 rows");
        assertThatThrownBy(() -> new FuzzyNeighbors(5, 2, 1, 1)).hasMessageContaining("leastDistance is 2.0");
    }
}

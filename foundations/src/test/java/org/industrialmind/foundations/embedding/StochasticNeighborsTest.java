package org.industrialmind.foundations.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StochasticNeighborsTest {
    @ParameterizedTest
    @ValueSource(doubles = {2, 5, 17})
    void a_row_notices_as_many_as_the_perplexity_says(double perplexity) {
        double[] distances = new SplittableRandom(1).doubles(60, 0, 9).sorted().toArray();
        double[] shares = new Perplexity(perplexity).weights(distances);
        double entropy = Arrays.stream(shares)
                .map(share -> share > 0 ? -share * Math.log(share) : 0)
                .sum();
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(Math.exp(entropy)).isCloseTo(perplexity, within(1e-6));
    }

    @Test
    void neighbours_that_coincide_share_alike() {
        assertThat(new Perplexity(2).weights(new double[] {0, 0, 0, 0})).containsOnly(0.25);
        assertThat(Arrays.stream(new Perplexity(2).weights(new double[] {0, 0, 0, 7}))
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_gradient_is_that_of_the_divergence(long seed) {
        Matrix rows = MapQuality.groups(2, 8, 3, seed);
        Attraction field = new Attraction(pairs(rows, 15, 4), new EveryPair());
        double[] places = gaussians(32, seed);
        double[] gradient = field.gradient(places, 1);
        for (int i = 0; i < 32; i++) {
            double at = places[i];
            places[i] = at + 1e-5;
            double above = field.divergence(places);
            places[i] = at - 1e-5;
            double below = field.divergence(places);
            places[i] = at;
            assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(1e-8));
        }
    }

    private static Affinities pairs(Matrix rows, int neighbors, double perplexity) {
        int n = rows.rows();
        return Affinities.of(
                NeighborIndex.of(rows), neighbors, new Perplexity(perplexity), (one, other) -> (one + other) / (2 * n));
    }

    private static double[] gaussians(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    @Test
    void affinities_are_symmetric_and_sum_to_one() {
        Affinities p = pairs(MapQuality.groups(3, 20, 4, 1), 12, 4);
        assertThat(Arrays.stream(p.values()).sum()).isCloseTo(1, within(1e-12));
        double[][] dense = new double[60][60];
        for (int r = 0; r < 60; r++) {
            for (int i = p.starts()[r]; i < p.starts()[r + 1]; i++) {
                dense[r][p.others()[i]] += p.values()[i];
            }
        }
        for (int r = 0; r < 60; r++) {
            for (int c = 0; c < 60; c++) {
                assertThat(dense[r][c]).isCloseTo(dense[c][r], within(1e-17));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_tree_pushes_as_every_pair_does(long seed) {
        double[] places = gaussians(600, seed);
        System.arraycopy(places, 0, places, 100, 40); // rows that coincide
        double[] exact = new double[600];
        double[] same = new double[600];
        double[] near = new double[600];
        double total = new EveryPair().of(places, exact);
        assertThat(new Quadtree(0).of(places, same)).isCloseTo(total, within(1e-8 * total));
        assertThat(same).containsExactly(exact, within(1e-9));
        assertThat(new Quadtree(0.5).of(places, near)).isCloseTo(total, within(0.02 * total));
        double missed = 0;
        double all = 0;
        for (int i = 0; i < 600; i++) {
            missed += Math.pow(near[i] - exact[i], 2);
            all += exact[i] * exact[i];
        }
        assertThat(Math.sqrt(missed / all)).isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void groups_stay_together(double angle) {
        Matrix rows = MapQuality.groups(4, 30, 8, 5);
        StochasticNeighbors settings = new StochasticNeighbors(10, 350, angle);
        Embedding map = settings.fit(rows, 1);
        assertThat(MapQuality.togetherness(map.coordinates(), 4)).isEqualTo(1);
        assertThat(MapQuality.kept(rows, map.coordinates(), 10)).isGreaterThan(0.4); // at random 0.08
        assertThat(map.loss()).isBetween(0.0, 1.0);
        assertThat(settings.fit(rows, 1).coordinates()).isEqualTo(map.coordinates());
    }

    @Test
    void rows_that_do_not_differ_are_mapped_all_the_same_and_too_few_are_refused() {
        Embedding map = new StochasticNeighbors(3, 50, 0.5).fit(Matrix.of(20, 2, new double[40]), 1);
        map.coordinates().requireFinite();
        assertThatThrownBy(() -> StochasticNeighbors.defaults().fit(Matrix.identity(50), 1))
                .hasMessageContaining("perplexity of 30.0 among 50 rows");
        assertThatThrownBy(() -> new StochasticNeighbors(5, 10, 0.9)).hasMessageContaining("angle is 0.9");
    }
}

package org.industrialmind.foundations.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.clustering.GaussianMixture.CovarianceShape;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianMixtureTest {
    private static final Golden GOLDEN = Golden.read("clustering");

    @ParameterizedTest
    @EnumSource(CovarianceShape.class)
    void reaches_the_likelihood_that_another_program_reaches(CovarianceShape shape) {
        Matrix x = GOLDEN.matrix("x");
        String name = shape.name().toLowerCase(Locale.ROOT);
        MixtureModel model =
                GaussianMixture.of(4).withShape(shape).withPatience(2000, 1e-12).fit(x, 3);
        assertThat(model.logLikelihood()).isCloseTo(GOLDEN.vector("mixture_" + name)[0], within(1e-6));
        assertThat(model.bic()).isCloseTo(GOLDEN.vector("mixture_" + name)[1], within(1e-6));
        int[] order = IntStream.range(0, 4)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> model.means().get(c, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int c = 0; c < 4; c++) {
            assertThat(model.means().row(order[c]))
                    .containsExactly(GOLDEN.matrix("mixture_means_" + name).row(c), within(1e-4));
            assertThat(model.weights()[order[c]]).isCloseTo(GOLDEN.vector("mixture_weights_" + name)[c], within(1e-5));
        }
        for (int r = 0; r < 5; r++) {
            double[] moved = Arrays.stream(x.row(r)).map(value -> value + 0.5).toArray();
            assertThat(model.logDensity(moved)).isCloseTo(GOLDEN.vector("mixture_densities_" + name)[r], within(1e-4));
        }
        assertThat(model.settled()).isTrue();
    }

    @Test
    void one_component_is_the_mean_and_the_covariance() {
        Matrix rows = Blobs.of(2, 200, 3, 4, 1).rows();
        MixtureModel model = GaussianMixture.of(1).fit(rows, 1);
        double[] mean = rows.columnMeans();
        assertThat(model.means().row(0)).containsExactly(mean, within(1e-12));
        double expected = 0;
        for (int r = 0; r < 400; r++) {
            expected += (rows.get(r, 0) - mean[0]) * (rows.get(r, 2) - mean[2]) / 400;
        }
        assertThat(model.covariance(0).get(0, 2)).isCloseTo(expected, within(1e-12));
        assertThat(model.parameters()).isEqualTo(3 + 6);
        assertThat(model.responsibilities(rows.row(0))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void more_steps_never_lower_the_likelihood(long seed) {
        Matrix rows = Blobs.of(3, 80, 2, 2, seed).rows();
        double before = Double.NEGATIVE_INFINITY;
        for (int steps = 1; steps < 30; steps += 4) {
            double likelihood =
                    GaussianMixture.of(3).withPatience(steps, 0).fit(rows, seed).logLikelihood();
            assertThat(likelihood).isGreaterThanOrEqualTo(before - 1e-3); // the ridge alone can take a trifle
            before = likelihood;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void the_criterion_finds_the_number_of_clouds(long seed) {
        Matrix rows = Blobs.of(3, 100, 3, 9, seed).rows();
        double[] criteria = IntStream.rangeClosed(1, 5)
                .mapToDouble(k -> GaussianMixture.of(k)
                        .withShape(CovarianceShape.SPHERICAL)
                        .fit(rows, seed)
                        .bic())
                .toArray();
        assertThat(criteria[2]).isEqualTo(Arrays.stream(criteria).min().orElseThrow());
    }

    @Test
    void responsibilities_sum_to_one_far_from_every_component() {
        MixtureModel model = GaussianMixture.of(2).fit(Blobs.of(2, 50, 2, 9, 2).rows(), 1);
        double[] far = model.responsibilities(new double[] {1e4, -1e4});
        assertThat(Arrays.stream(far).sum()).isCloseTo(1, within(1e-12));
        assertThat(model.logDensity(new double[] {1e4, -1e4})).isFinite();
        assertThat(model.clusters()).isEqualTo(2);
        assertThat(model.sizes()).containsExactly(50, 50);
    }

    @Test
    void equal_rows_live_on_the_ridge_and_without_it_are_refused() {
        Matrix rows = Matrix.of(5, 2, new double[10]);
        assertThat(GaussianMixture.of(1).fit(rows, 1).covariance(0).get(0, 0)).isEqualTo(1e-6);
        GaussianMixture bare = new GaussianMixture(1, CovarianceShape.FULL, 1, 10, 0, 0);
        assertThatThrownBy(() -> bare.fit(rows, 1)).hasMessageContaining("larger ridge");
        assertThatThrownBy(() -> bare.withShape(CovarianceShape.DIAGONAL).fit(rows, 1))
                .hasMessageContaining("larger ridge");
        assertThatThrownBy(() -> GaussianMixture.of(6).fit(rows, 1)).hasMessageContaining("5 rows");
        assertThatThrownBy(() -> GaussianMixture.of(1).fit(rows, 1).logDensity(new double[3]))
                .hasMessageContaining("expected 2");
    }
}

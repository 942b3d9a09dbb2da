package org.industrialmind.foundations.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndependentComponentsTest {
    private static final Golden GOLDEN = Golden.read("decomposition");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void unmixes_as_another_program_does_up_to_order_and_sign(long seed) {
        Matrix mixed = GOLDEN.matrix("mixed");
        IndependentComponentsModel model = IndependentComponents.of(3).fit(mixed, seed);
        assertThat(model.settled()).isTrue();
        Matrix agreement = model.sources(mixed).transposedTimes(GOLDEN.matrix("sources"));
        for (int k = 0; k < 3; k++) {
            double best = 0;
            for (int j = 0; j < 3; j++) {
                best = Math.max(best, Math.abs(agreement.get(k, j)) / 200);
            }
            assertThat(best).isGreaterThan(0.997); // both have variance 1, by the divisors rows and rows - 1
        }
        assertThat(model.mixed(model.sources(mixed)).toArray()).containsExactly(mixed.toArray(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void two_uniform_sources_come_apart_again(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[4000];
        double[] first = new double[2000];
        for (int r = 0; r < 2000; r++) {
            first[r] = random.nextDouble(-1, 1);
            double second = random.nextDouble(-1, 1);
            values[2 * r] = first[r] + second;
            values[2 * r + 1] = first[r] - 0.5 * second;
        }
        Matrix rows = Matrix.of(2000, 2, values);
        Matrix sources = IndependentComponents.of(2).fit(rows, seed).sources(rows);
        double best = Math.max(correlation(first, sources.column(0)), correlation(first, sources.column(1)));
        assertThat(best).isGreaterThan(0.99);
    }

    private static double correlation(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return Math.abs(xy) / Math.sqrt(xx * yy);
    }

    @Test
    void more_sources_than_directions_are_refused() {
        Matrix line = Matrix.of(4, 2, new double[] {0, 0, 1, 1, 2, 2, 3, 3});
        assertThatThrownBy(() -> IndependentComponents.of(2).fit(line, 1)).hasMessageContaining("fewer than 2");
        assertThat(IndependentComponents.of(1).fit(line, 1).iterations()).isPositive();
    }
}

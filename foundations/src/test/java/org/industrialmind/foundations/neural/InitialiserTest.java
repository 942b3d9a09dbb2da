package org.industrialmind.foundations.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialiserTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_spread_is_what_the_papers_ask(long seed) {
        double[] xavier = Initialiser.XAVIER.draw(200, 100, new SplittableRandom(seed));
        double[] he = Initialiser.HE.draw(200, 100, new SplittableRandom(seed));
        assertThat(variance(xavier) * 300 / 2).isCloseTo(1, within(0.05));
        assertThat(variance(he) * 200 / 2).isCloseTo(1, within(0.05));
    }

    private static double variance(double[] values) {
        return Arrays.stream(values).map(v -> v * v).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "7, 3", "3, 7"})
    void orthogonal_weights_keep_lengths(int inputs, int outputs) {
        Matrix weights =
                Matrix.of(inputs, outputs, Initialiser.ORTHOGONAL.draw(inputs, outputs, new SplittableRandom(4)));
        Matrix product = inputs >= outputs ? weights.transposed().times(weights) : weights.times(weights.transposed());
        assertThat(product.minus(Matrix.identity(Math.min(inputs, outputs))).largest())
                .isLessThan(1e-14);
    }
}

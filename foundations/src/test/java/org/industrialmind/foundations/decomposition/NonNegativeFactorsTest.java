package org.industrialmind.foundations.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.decomposition.NonNegativeFactors.Method;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NonNegativeFactorsTest {
    private static final Golden GOLDEN = Golden.read("decomposition");

    @ParameterizedTest
    @EnumSource(Method.class)
    void goes_the_way_of_another_program_step_by_step(Method method) {
        String name = method.name().toLowerCase(Locale.ROOT);
        for (int steps : new int[] {5, 40}) {
            NonNegativeModel model = new NonNegativeFactors(3, method, steps, 0)
                    .fitFrom(GOLDEN.matrix("v"), GOLDEN.matrix("w"), GOLDEN.matrix("h"));
            double expected = GOLDEN.value("nmf_" + name + "_" + steps);
            assertThat(model.loss()).as(name).isCloseTo(expected, within(1e-6 * expected));
            if (steps == 5) {
                assertThat(model.parts().toArray()).containsExactly(GOLDEN.vector("nmf_parts_" + name), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void no_step_raises_the_loss_and_nothing_falls_below_zero(Method method) {
        Matrix v = GOLDEN.matrix("v");
        double before = Double.POSITIVE_INFINITY;
        for (int steps = 1; steps < 40; steps += 3) {
            NonNegativeModel model = new NonNegativeFactors(2, method, steps, 0).fit(v, 7);
            assertThat(model.loss()).isLessThanOrEqualTo(before);
            before = model.loss();
            for (double value : model.parts().toArray()) {
                assertThat(value).isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a_table_of_two_parts_is_put_together_again(Method method) {
        SplittableRandom random = new SplittableRandom(3);
        Matrix w = Matrix.of(30, 2, random.doubles(60).toArray());
        Matrix h = Matrix.of(2, 9, random.doubles(18).toArray());
        Matrix v = w.times(h);
        NonNegativeModel model = new NonNegativeFactors(2, method, 3000, 1e-12).fit(v, 1);
        assertThat(model.table().minus(v).norm() / v.norm()).isLessThan(0.01);
    }

    @Test
    void zeros_are_made_of_nothing_and_what_is_below_zero_is_refused() {
        for (Method method : Method.values()) {
            NonNegativeModel model = NonNegativeFactors.of(2).with(method).fit(Matrix.of(3, 3, new double[9]), 1);
            assertThat(model.loss()).isZero();
        }
        Matrix below = Matrix.of(1, 2, new double[] {1, -1});
        assertThatThrownBy(() -> NonNegativeFactors.of(1).fit(below, 1))
                .hasMessageContaining("-1.0 at row 0, column 1");
        assertThatThrownBy(() ->
                        NonNegativeFactors.of(1).fitFrom(Matrix.identity(2), Matrix.identity(2), Matrix.identity(2)))
                .hasMessageContaining("expected 2 x 1");
    }
}

package org.industrialmind.foundations.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowRankTest {
    @Test
    void keeps_the_singular_values_that_another_program_keeps() {
        Golden golden = Golden.read("decomposition");
        assertThat(LowRank.exactly(3).fit(golden.matrix("x"), 1).singularValues())
                .containsExactly(golden.vector("svd_values"), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_table_of_low_rank_is_kept_whole_both_ways(long seed) {
        Matrix table =
                PrincipalComponentsTest.random(60, 4, seed).times(PrincipalComponentsTest.random(4, 40, seed + 9));
        for (LowRank method : new LowRank[] {LowRank.exactly(4), LowRank.randomised(4)}) {
            LowRankModel model = method.fit(table, seed);
            assertThat(model.table().toArray()).containsExactly(table.toArray(), within(1e-10));
            assertThat(model.kept()).isCloseTo(1, within(1e-12));
            assertThat(model.transform(table).toArray())
                    .containsExactly(model.coordinates().toArray(), within(1e-10));
            assertThat(model.numbers()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void what_is_missing_is_the_sum_of_squares_left_out(long seed) {
        Matrix table = PrincipalComponentsTest.random(20, 12, seed);
        LowRankModel model = LowRank.exactly(5).fit(table, seed);
        double missing = Math.pow(model.table().minus(table).norm() / table.norm(), 2);
        assertThat(1 - model.kept()).isCloseTo(missing, within(1e-12));
        assertThat(LowRank.randomised(5).fit(table, seed).kept()).isBetween(0.97 * model.kept(), model.kept() + 1e-12);
        assertThat(model.directions().timesTransposed(model.directions()).toArray())
                .containsExactly(Matrix.identity(5).toArray(), within(1e-12));
    }

    @Test
    void zeros_lose_nothing_and_too_high_a_rank_is_refused() {
        assertThat(LowRank.exactly(1).fit(Matrix.of(2, 2, new double[4]), 1).kept())
                .isEqualTo(1);
        assertThatThrownBy(() -> LowRank.randomised(3).fit(Matrix.identity(2), 1))
                .hasMessageContaining("at most 2");
    }
}

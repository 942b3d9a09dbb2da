package org.industrialmind.learning.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseDescentTest {
    /** Returns the distance from the origin of a point that lies at {@code from}. */
    private static ToDoubleFunction<double[]> distance(double... from) {
        return b -> {
            double sum = 0;
            for (int i = 0; i < from.length; i++) {
                sum += (from[i] + b[i]) * (from[i] + b[i]);
            }
            return Math.sqrt(sum);
        };
    }

    @Test
    void changes_nothing_where_nothing_is_wrong() {
        assertThat(SparseDescent.defaults().below(distance(0.5, 0.5), 2, 1)).containsExactly(0, 0);
    }

    @Test
    void corrects_the_one_that_is_off_just_to_the_limit() {
        double[] b = SparseDescent.defaults().below(distance(8, 0.6, 0), 3, 1);
        assertThat(b[0]).isCloseTo(-(8 - 0.8), within(0.02)); // 0.8^2 + 0.6^2 = 1
        assertThat(b[1]).isZero();
        assertThat(b[2]).isZero();
    }

    @Test
    void puts_a_step_back_that_a_later_one_makes_needless() {
        // both together are seen first, since they move the score most, but the third alone explains all
        ToDoubleFunction<double[]> score =
                b -> Math.abs(6 + b[2] + 0.5 * b[0]) + Math.abs(6 + b[2] + 0.5 * b[1]) + 0.2 * Math.abs(b[0] - b[1]);
        double[] b = SparseDescent.defaults().below(score, 3, 1);
        assertThat(b[2]).isCloseTo(-5.5, within(0.05));
        assertThat(Math.abs(b[0]) + Math.abs(b[1])).isLessThan(0.05);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void reaches_the_limit_with_few_of_many(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] from = random.doubles(30, -0.1, 0.1).toArray();
        from[4] = 9;
        from[17] = -5;
        double[] b = SparseDescent.defaults().below(distance(from), 30, 1);
        assertThat(distance(from).applyAsDouble(b)).isLessThanOrEqualTo(1.01);
        for (int i = 0; i < b.length; i++) {
            assertThat(b[i] != 0).as("channel %d", i).isEqualTo(i == 4 || i == 17);
        }
    }

    @Test
    void refuses_a_search_without_reach() {
        assertThatThrownBy(() -> new SparseDescent(0, 0.1, 3)).hasMessageContaining("reach 0.0");
    }
}

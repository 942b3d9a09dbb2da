package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {
    @Test
    void ties_share_the_mean_of_their_places() {
        assertThat(Ranks.of(new double[] {3, 1, 3, 2, 3})).containsExactly(4, 1, 4, 2, 4);
        assertThat(Ranks.of(new double[0])).isEmpty();
        assertThat(Ranks.descending(new double[] {3, 1, 3, 2})).containsExactly(0, 2, 3, 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void order_is_that_of_a_stable_sort(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(random.nextInt(1, 300))
                .map(v -> Math.floor(v * 40))
                .toArray();
        int[] expected = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        assertThat(Ranks.ascending(values)).containsExactly(expected);
    }

    @Test
    void what_is_missing_has_no_rank() {
        assertThatThrownBy(() -> Ranks.of(new double[] {1, Double.NaN})).hasMessageContaining("position 1");
    }
}

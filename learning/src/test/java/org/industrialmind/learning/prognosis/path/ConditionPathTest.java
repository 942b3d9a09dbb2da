package org.industrialmind.learning.prognosis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionPathTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final ConditionPath empty = ConditionPath.from(1000 * MINUTE, MINUTE);

    @Test
    void a_block_is_the_mean_of_what_was_seen_in_its_span() {
        ConditionPath path =
                empty.plus(1000 * MINUTE, 1).plus(1000 * MINUTE + MINUTE / 2, 2).plus(1003 * MINUTE, 7);

        assertThat(path.blocks())
                .containsExactly(
                        new ConditionPath.Block(0, 2, 0.25 / 60, 1.5), new ConditionPath.Block(3, 1, 3 / 60.0, 7));
        assertThat(path.on(level -> 10 * level).blocks())
                .extracting(ConditionPath.Block::value)
                .containsExactly(15.0, 70.0);
        assertThat(path.hoursAt(1060 * MINUTE)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void however_long_it_lasts_it_keeps_few_blocks_and_every_observation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ConditionPath path = empty;
        double sum = 0;
        int count = 500 + random.nextInt(2000);
        long at = 1000 * MINUTE;
        for (int i = 0; i < count; i++) {
            at += random.nextLong(2 * MINUTE);
            double value = random.nextGaussian();
            path = path.plus(at, value);
            sum += value;
        }

        assertThat(path.blocks()).hasSizeLessThanOrEqualTo(ConditionPath.MOST);
        assertThat(path.blocks()).hasSizeGreaterThan(ConditionPath.MOST / 2 - 1);
        assertThat(path.blocks().stream().mapToLong(ConditionPath.Block::count).sum())
                .isEqualTo(count);
        assertThat(path.blocks().stream()
                        .mapToDouble(b -> b.count() * b.value())
                        .sum())
                .isCloseTo(sum, within(1e-9 * count));
        long span = path.spanNanos() / MINUTE;
        assertThat(path.blocks()).allSatisfy(block -> {
            assertThat(block.hours() * 60).isBetween(block.index() * span - 1e-6, (block.index() + 1) * span + 1e-6);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void what_has_been_survived_never_falls_and_counts_complete_blocks_only(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ConditionPath path = empty.plus(1000 * MINUTE, 5);
        assertThat(path.highest()).isEmpty();
        path = path.plus(1001 * MINUTE, 99);
        assertThat(path.highest()).contains(5.0);
        double before = 5;
        for (int minute = 1002; minute < 1300; minute++) {
            path = path.plus(minute * MINUTE, random.nextGaussian());
            assertThat(path.highest().orElseThrow()).isGreaterThanOrEqualTo(before);
            before = path.highest().orElseThrow();
        }
        assertThat(before).isEqualTo(99);
    }

    @Test
    void time_does_not_run_backwards() {
        ConditionPath path = empty.plus(1005 * MINUTE, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> path.plus(1003 * MINUTE, 1))
                .withMessageContaining("order of time");
        assertThatIllegalArgumentException().isThrownBy(() -> empty.plus(0, 1)).withMessageContaining("order of time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPath.from(0, 0))
                .withMessageContaining("positive span");
    }
}

package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.industrialmind.signal.Frame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensorWalkTest {
    private static final Duration PERIOD = Duration.ofMillis(20);

    private static SensorWalk walk(long seed) {
        return new Fleet("pump", 2, 50, PERIOD, seed).machines().getFirst();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void walks_the_same_way_from_the_same_seed(long seed) {
        SensorWalk one = walk(seed);
        SensorWalk other = walk(seed);
        assertThat(one.next(1_000, 20)).isEqualTo(other.next(1_000, 20));
        assertThat(one.next(2_000, 7)).isEqualTo(other.next(2_000, 7));
        assertThat(walk(seed).next(1_000, 20)).isNotEqualTo(walk(seed + 1).next(1_000, 20));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void steps_rows_by_the_period_and_repeats_none(long seed) {
        Frame frame = walk(seed).next(5_000, 20);
        assertThat(IntStream.range(0, 20).mapToLong(frame::time))
                .containsExactly(IntStream.range(0, 20)
                        .mapToObj(row -> 5_000 + row * PERIOD.toNanos())
                        .toArray(Long[]::new));
        assertThat(IntStream.range(0, 20)
                        .mapToDouble(row -> frame.value(row, 0))
                        .distinct())
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stays_about_its_level(long seed) {
        SensorWalk walk = walk(seed);
        double early = mean(walk.next(0, 1_000));
        for (int block = 0; block < 20; block++) {
            walk.next(0, 1_000);
        }
        // the mean of 1,000 rows that remember about ten has a standard deviation near 0.4
        assertThat(mean(walk.next(0, 1_000))).isCloseTo(early, within(2.5));
    }

    private static double mean(Frame frame) {
        return IntStream.range(0, frame.rows())
                .mapToDouble(row -> frame.value(row, 0))
                .average()
                .orElseThrow();
    }
}

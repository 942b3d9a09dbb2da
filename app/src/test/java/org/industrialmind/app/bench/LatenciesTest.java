package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void a_share_of_the_calls_ended_within_the_time() {
        Latencies latencies = Latencies.ofNanos(4_000, 1_000, 3_000, 2_000);
        assertThat(latencies.microseconds(0.5)).isEqualTo(2);
        assertThat(latencies.microseconds(0.51)).isEqualTo(3);
        assertThat(latencies.microseconds(0.99)).isEqualTo(4);
        assertThat(latencies.microseconds(0)).isEqualTo(1);
    }

    @Test
    void every_call_is_made_once_and_timed_by_the_clock_given() {
        List<Integer> calls = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        Latencies latencies = Latencies.of(2, 3, () -> clock.getAndAdd(5_000), calls::add);
        assertThat(calls).containsExactly(0, 1, 0, 1, 2);
        assertThat(latencies.microseconds(1)).isEqualTo(5);
    }
}

package org.industrialmind.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void both_sides_do_the_same(NetworkTask task) {
        Optional<TorchPeer> peer = TorchPeer.find(Path.of("src/main/python/networks.py"));
        assumeTrue(peer.isPresent(), "python3-torch is not installed");
        double theirs = peer.orElseThrow()
                .measure(task, NetworkBenchmark.state(task), 0)
                .loss();
        assertThat(NetworkBenchmark.loss(task)).isCloseTo(theirs, within(1e-3 * theirs));
    }
}

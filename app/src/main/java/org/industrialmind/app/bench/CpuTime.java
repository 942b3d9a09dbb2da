package org.industrialmind.app.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time used so far: by this program, and by the servers it has started. On a busy machine it tells more than
 * the clock on the wall.
 */
record CpuTime(Duration program, Duration servers) {
    static CpuTime now() {
        return new CpuTime(
                of(Stream.of(ProcessHandle.current())),
                of(ProcessHandle.current().descendants()));
    }

    private static Duration of(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns what has been used since then. */
    CpuTime since(CpuTime before) {
        return new CpuTime(program.minus(before.program), servers.minus(before.servers));
    }

    double programSeconds() {
        return program.toNanos() / 1e9;
    }

    double serverSeconds() {
        return servers.toNanos() / 1e9;
    }
}

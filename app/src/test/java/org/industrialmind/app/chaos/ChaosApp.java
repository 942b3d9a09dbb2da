package org.industrialmind.app.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.platform.PlatformConfig;
import org.industrialmind.app.platform.ServerEnvironment;
import org.industrialmind.app.platform.Variables;
import org.industrialmind.telemetry.scoring.Probe;
import org.industrialmind.telemetry.scoring.ScoringConfig;
import org.industrialmind.telemetry.scoring.ScoringSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The platform as a program of its own that can be told to kill itself at a named point.
 *
 * <p>It reads orders from its input and answers on its output, a line each: {@code trap POINT n} sets a trap at the n-th
 * passage from now ({@code trapped}), {@code state} asks how it stands. It says {@code ready} when it has started, and
 * ends in order when its input ends, so that it never outlives its test.
 */
final class ChaosApp {
    private ChaosApp() {}

    /** @param args the data folder */
    public static void main(String[] args) throws IOException {
        Trap trap = new Trap();
        PlatformConfig config = config(Path.of(args[0]));
        try (Platform platform =
                        Platform.start(config, new ServerEnvironment(Variables.ofThisProcess()).servers(), trap);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(answer(order.split(" ", -1), platform, trap));
            }
        }
        System.exit(0);
    }

    static PlatformConfig config(Path data) {
        return PlatformConfig.defaults(data, data.resolve("no-dashboard"))
                .withPort(0)
                .withScoring(smallSteps(ScoringConfig.defaults()));
    }

    /** Small batches, so that a crash falls between many effects, and short queues, so that they are full soon. */
    private static ScoringConfig smallSteps(ScoringConfig base) {
        return new ScoringConfig(
                base.groupId(),
                base.windowLength(),
                base.stride(),
                base.lateness(),
                base.maxRetainedRows(),
                base.idleAfter(),
                base.futureTolerance(),
                16,
                Duration.ofMillis(2),
                128,
                6_000,
                100,
                Duration.ofMillis(2),
                Duration.ofMillis(200),
                base.drainTimeout(),
                base.maxPollInterval());
    }

    private static String answer(String[] order, Platform platform, Trap trap) {
        return switch (order[0]) {
            case "trap" -> trap.set(Probe.Point.valueOf(order[1]), Integer.parseInt(order[2]));
            case "state" -> state(platform.snapshot());
            default -> throw new IllegalArgumentException("unknown order '" + order[0] + "': expected trap or state");
        };
    }

    private static String state(ScoringSnapshot snapshot) {
        return snapshot.state() + " retries=" + snapshot.totals().storeRetries() + " "
                + snapshot.totals().rejectedRecords();
    }

    /** Kills this process when the awaited point is passed for the n-th time. */
    private static final class Trap implements Probe {
        private record Spring(Point point, AtomicInteger left) {}

        private volatile @Nullable Spring spring;

        String set(Point point, int passages) {
            spring = new Spring(point, new AtomicInteger(passages));
            return "trapped";
        }

        @Override
        public void reached(Point point) {
            Spring now = spring;
            if (now != null && now.point() == point && now.left().decrementAndGet() == 0) {
                killMyself();
            }
        }

        /** A kill from outside, as the kernel does it when memory is short: no hook runs, nothing is flushed. */
        private static void killMyself() {
            try {
                new ProcessBuilder(
                                "kill",
                                "-9",
                                Long.toString(ProcessHandle.current().pid()))
                        .start();
                new CountDownLatch(1).await();
            } catch (IOException | InterruptedException impossible) {
                throw new IllegalStateException("could not kill this process", impossible);
            }
        }
    }
}

package org.industrialmind.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.stack.ServerName;
import org.industrialmind.telemetry.scoring.Probe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The platform as a process of its own, killed at every point that matters and at moments that nobody chose, and with
 * each of its servers away for a while: every reading stored once, every window judged once and as ever, one alarm.
 */
class CrashIT {
    private static final Duration STREAM = Duration.ofSeconds(2);
    private static final String[] OTHERS = {
        "calm", "random-1", "random-2", "waiting", "broker", "store", "line", "postgres"
    };

    @TempDir
    private static Path folder;

    private static ChaosBench bench;
    private static AppProcess app;

    @BeforeAll
    static void start() throws Exception {
        bench = new ChaosBench(folder);
        List<String> tests = new ArrayList<>(Arrays.asList(OTHERS));
        for (Probe.Point point : Probe.Point.values()) {
            tests.add(point.name());
        }
        bench.promote(bench.train(bench.station.history(tests)).ref());
        app = AppProcess.launch(bench.servers(), folder);
        app.awaitReady();
        new Delivery(bench.producer).deliver(bench.station.live("first").subList(0, 2), Duration.ofMillis(1));
        bench.awaitTakenIn(app::state); // it has joined the group
    }

    @AfterAll
    static void stop() throws Exception {
        if (app != null) {
            app.close();
        }
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void finds_the_fault_once_when_nothing_happens() throws Exception {
        SentLedger ledger = new Delivery(bench.producer).deliver(bench.station.live("calm"), STREAM);
        bench.awaitTakenIn(app::state);
        bench.assertNothingLostAndNothingTwice("calm", ledger);
    }

    @ParameterizedTest
    @EnumSource
    void loses_nothing_and_does_nothing_twice_when_killed_at(Probe.Point point) throws Exception {
        app.trap(point, passages(point));
        CompletableFuture<SentLedger> delivered = deliver(point.name());
        app.awaitKilled();
        recover(point.name(), delivered);
    }

    /**
     * Somewhere in the middle, however fast the machine is: 2,400 readings come in polls of 500 at most and are written 100
     * at once at most; their 238 windows are scored 16 and written 100 at once at most.
     */
    private static int passages(Probe.Point point) {
        return switch (point) {
            case POLLED -> 4;
            case STORED -> 16;
            case SCORED -> 10;
            case PUBLISHED -> 150;
            case ASSESSED -> 3;
            case COMMITTED -> 2;
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void loses_nothing_and_does_nothing_twice_when_killed_at_any_moment(long seed) throws Exception {
        Random random = new Random(seed);
        String test = "random-" + seed;
        long first = random.nextLong(STREAM.toMillis());
        long second = random.nextLong(5_000);
        System.out.printf("chaos: seed=%d killed after %d ms, and %d ms after the restart%n", seed, first, second);
        CompletableFuture<SentLedger> delivered = deliver(test);
        Thread.sleep(first);
        app.kill();
        app.awaitKilled();
        AppProcess interim = AppProcess.launch(bench.servers(), folder);
        Thread.sleep(second);
        interim.kill();
        interim.awaitKilled();
        recover(test, delivered);
    }

    /** Readings have been taken in and wait for the store: none of them may count as done. */
    @Test
    void loses_nothing_when_killed_while_readings_wait_for_the_store() throws Exception {
        CompletableFuture<SentLedger> delivered = deliver("waiting");
        Thread.sleep(STREAM.dividedBy(4));
        bench.storeLine.cut();
        awaitRest();
        Thread.sleep(1_000); // some commits pass
        app.kill();
        app.awaitKilled();
        bench.storeLine.mend();
        recover("waiting", delivered);
    }

    private static void recover(String test, CompletableFuture<SentLedger> delivered) throws Exception {
        long killed = System.nanoTime();
        app.close();
        app = AppProcess.launch(bench.servers(), folder);
        app.awaitReady();
        double ready = seconds(killed);
        SentLedger ledger = delivered.get();
        bench.awaitTakenIn(app::state);
        System.out.printf(Locale.ROOT, "chaos: %s ready_s=%.1f caught_up_s=%.1f%n", test, ready, seconds(killed));
        bench.assertNothingLostAndNothingTwice(test, ledger);
    }

    @Test
    void goes_on_by_itself_when_the_broker_has_been_away() throws Exception {
        CompletableFuture<SentLedger> delivered = deliver("broker");
        Thread.sleep(STREAM.dividedBy(2));
        bench.stack.stop(ServerName.KAFKA);
        Thread.sleep(2_000); // an outage, not a wait for something
        bench.stack.start(ServerName.KAFKA);
        long back = System.nanoTime();
        SentLedger ledger = delivered.get();
        bench.awaitTakenIn(app::state);
        report("broker", back);
        bench.assertNothingLostAndNothingTwice("broker", ledger);
    }

    @Test
    void takes_readings_while_the_store_is_away_and_catches_up() throws Exception {
        CompletableFuture<SentLedger> delivered = deliver("store");
        Thread.sleep(STREAM.dividedBy(4));
        bench.stack.stop(ServerName.QUESTDB);
        SentLedger ledger = delivered.get(); // all of it acknowledged, although the store is away
        awaitRest();
        Thread.sleep(6_000); // an outage, not a wait for something
        assertThat(app.state())
                .startsWith("PAUSED")
                .doesNotContain("retries=0 ")
                .endsWith("{}");
        bench.stack.start(ServerName.QUESTDB);
        long back = System.nanoTime();
        bench.awaitTakenIn(app::state);
        report("store", back);
        bench.assertNothingLostAndNothingTwice("store", ledger);
    }

    @Test
    void follows_a_store_on_a_slow_line_that_breaks() throws Exception {
        bench.storeLine.delay(Duration.ofMillis(100));
        CompletableFuture<SentLedger> delivered = deliver("line");
        awaitRest();
        bench.storeLine.cut();
        SentLedger ledger = delivered.get();
        bench.storeLine.mend();
        Thread.sleep(1_000); // slow again for a while
        bench.storeLine.delay(Duration.ZERO);
        long back = System.nanoTime();
        bench.awaitTakenIn(app::state);
        report("line", back);
        bench.assertNothingLostAndNothingTwice("line", ledger);
    }

    @Test
    void raises_the_alarm_late_but_once_when_the_database_has_been_away() throws Exception {
        CompletableFuture<SentLedger> delivered = deliver("postgres");
        Thread.sleep(STREAM.dividedBy(4));
        bench.stack.stop(ServerName.POSTGRES);
        SentLedger ledger = delivered.get();
        Thread.sleep(3_000); // an outage, not a wait for something
        bench.stack.start(ServerName.POSTGRES);
        long back = System.nanoTime();
        bench.awaitTakenIn(app::state);
        report("postgres", back);
        bench.assertNothingLostAndNothingTwice("postgres", ledger);
    }

    private static void awaitRest() throws InterruptedException {
        ChaosBench.await("reading to rest", () -> app.state().startsWith("PAUSED") ? "" : app.state());
    }

    private static CompletableFuture<SentLedger> deliver(String test) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new Delivery(bench.producer).deliver(bench.station.live(test), STREAM);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException("interrupted", stopped);
            }
        });
    }

    private static void report(String test, long backNanos) {
        assertThat(app.running()).as("the app is the same process as before").isTrue();
        System.out.printf(Locale.ROOT, "chaos: %s caught_up_s=%.1f%n", test, seconds(backNanos));
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}

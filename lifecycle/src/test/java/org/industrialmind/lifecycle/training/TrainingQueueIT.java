package org.industrialmind.lifecycle.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.industrialmind.lifecycle.database.TestDatabase;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(90) // a queue that hangs must not hang the build
final class TrainingQueueIT {
    static final TrainingSettings QUICK = new TrainingSettings(Duration.ofMillis(50), Duration.ofMillis(250), 3);
    private static final TrainingJob JOB = new TrainingJob(
            "pca",
            "anomaly/fan",
            new EquipmentClass("fan"),
            0x5eed,
            List.of(new AssetId("F-101"), new AssetId("F-102")),
            Instant.parse("2026-11-18T00:00:00Z"),
            Instant.parse("2026-11-20T00:00:00Z"),
            60,
            10,
            42);
    private static final ModelRef MODEL = new ModelRef("anomaly/fan", 7);

    private final PGSimpleDataSource source = TestDatabase.empty();
    private final TrainingQueue queue = new TrainingQueue(source, InstantSource.system());

    private TrainingWorker worker(TrainingHandler handler) {
        TrainingWorker worker = new TrainingWorker(source, handler, QUICK, InstantSource.system());
        worker.start();
        return worker;
    }

    private TrainingState await(UUID id, Predicate<TrainingState> condition) throws InterruptedException {
        TrainingState state = queue.status(id).orElseThrow().state();
        while (!condition.test(state)) {
            Thread.sleep(50);
            state = queue.status(id).orElseThrow().state();
        }
        return state;
    }

    @Test
    void a_job_waits_is_done_and_says_what_came_of_it() throws InterruptedException {
        UUID id = queue.submit(JOB);
        assertThat(queue.status(id).orElseThrow().state()).isEqualTo(new TrainingState.Queued());
        assertThat(queue.status(id).orElseThrow().job()).isEqualTo(JOB);
        assertThat(queue.list(10)).extracting(TrainingStatus::id).containsExactly(id);
        assertThat(queue.status(UUID.randomUUID())).isEmpty();
        BlockingQueue<TrainingJob> seen = new LinkedBlockingQueue<>();

        try (TrainingWorker worker = worker((_, job) -> {
            seen.add(job);
            return MODEL;
        })) {
            assertThat(worker).isNotNull();
            assertThat(await(id, TrainingState::ended)).isEqualTo(new TrainingState.Succeeded(MODEL));
        }

        assertThat(seen).containsExactly(JOB);
    }

    @Test
    void a_job_that_fails_says_why_and_is_not_tried_again() throws InterruptedException {
        UUID id = queue.submit(JOB);
        BlockingQueue<TrainingJob> seen = new LinkedBlockingQueue<>();

        try (TrainingWorker worker = worker((_, job) -> {
            seen.add(job);
            throw new IllegalArgumentException("no windows to learn from");
        })) {
            assertThat(worker).isNotNull();
            assertThat(await(id, TrainingState::ended)).isEqualTo(new TrainingState.Failed("no windows to learn from"));
            UUID next = queue.submit(JOB);
            await(next, TrainingState::ended);
        }

        assertThat(seen).hasSize(2);
    }

    @Test
    void two_workers_share_the_work_and_do_no_job_twice() throws InterruptedException {
        List<UUID> ids = Stream.generate(() -> queue.submit(JOB)).limit(12).toList();
        BlockingQueue<TrainingJob> seen = new LinkedBlockingQueue<>();
        TrainingHandler handler = (_, job) -> {
            seen.add(job);
            return MODEL;
        };

        try (TrainingWorker one = worker(handler);
                TrainingWorker two = worker(handler)) {
            assertThat(one).isNotSameAs(two);
            for (UUID id : ids) {
                await(id, TrainingState::ended);
            }
        }

        assertThat(seen).hasSize(12);
    }

    @Test
    void a_job_whose_worker_was_killed_is_done_by_the_next() throws Exception {
        UUID id = queue.submit(JOB);
        Process doomed = startDoomedWorker(source.getUrl());
        try {
            await(id, state -> state instanceof TrainingState.Running);
        } finally {
            doomed.destroyForcibly().waitFor();
        }

        try (TrainingWorker worker = worker((_, job) -> MODEL)) {
            assertThat(worker).isNotNull();
            assertThat(await(id, TrainingState::ended)).isEqualTo(new TrainingState.Succeeded(MODEL));
        }
    }

    @Test
    void the_newest_of_the_jobs_alike_that_wait_is_found_and_none_that_differs() {
        queue.submit(JOB);
        UUID newer = queue.submit(JOB);
        TrainingJob other = new TrainingJob(
                JOB.kind(),
                JOB.modelName(),
                JOB.equipmentClass(),
                JOB.schemaId(),
                JOB.assets(),
                JOB.from(),
                JOB.to(),
                JOB.windowLength(),
                JOB.stride(),
                JOB.seed() + 1);

        assertThat(queue.unfinished(JOB)).contains(newer);
        assertThat(queue.unfinished(other)).isEmpty();
    }

    private static Process startDoomedWorker(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DoomedWorker.class.getName(),
                        url)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void a_worker_that_is_closed_gives_its_job_back() throws InterruptedException {
        UUID id = queue.submit(JOB);
        try (TrainingWorker worker = worker((_, job) -> {
            try {
                TimeUnit.HOURS.sleep(1);
            } catch (InterruptedException stopped) { // as a fit on libtorch ends
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
            return MODEL;
        })) {
            assertThat(worker).isNotNull();
            await(id, state -> state instanceof TrainingState.Running);
        }
        assertThat(queue.unfinished(JOB)).contains(id);

        BlockingQueue<UUID> taken = new LinkedBlockingQueue<>();
        BlockingQueue<TrainingState> states = new LinkedBlockingQueue<>();
        try (TrainingWorker worker = worker((given, job) -> {
            taken.add(given);
            states.add(queue.status(given).orElseThrow().state());
            return MODEL;
        })) {
            assertThat(worker).isNotNull();
            assertThat(await(id, TrainingState::ended)).isEqualTo(new TrainingState.Succeeded(MODEL));
        }
        assertThat(taken).containsExactly(id);
        assertThat(states).containsExactly(new TrainingState.Running(1)); // being stopped is no way to die
        assertThat(queue.unfinished(JOB)).isEmpty();
    }

    @Test
    void a_job_that_kills_its_workers_is_given_up() throws Exception {
        UUID id = queue.submit(JOB);
        execute("UPDATE lifecycle.training_job SET state = 'RUNNING', attempts = 3");

        try (TrainingWorker worker = worker((_, job) -> MODEL)) {
            assertThat(worker).isNotNull();
            assertThat(await(id, TrainingState::ended))
                    .asInstanceOf(InstanceOfAssertFactories.type(TrainingState.Failed.class))
                    .extracting(TrainingState.Failed::reason)
                    .asString()
                    .contains("died 3 times");
        }
    }

    @Test
    void a_job_left_behind_between_the_two_writes_is_picked_up() throws Exception {
        UUID id = queue.submit(JOB);
        execute("DELETE FROM lifecycle.scheduled_tasks");

        try (TrainingWorker worker = worker((_, job) -> MODEL)) {
            assertThat(worker).isNotNull();
            assertThat(await(id, TrainingState::ended)).isEqualTo(new TrainingState.Succeeded(MODEL));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void refuses_a_job_without_a_span() {
        assertThatThrownBy(() -> new TrainingJob(
                        "pca", "anomaly/fan", JOB.equipmentClass(), 1, JOB.assets(), JOB.to(), JOB.from(), 60, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("span that is not empty");
    }
}

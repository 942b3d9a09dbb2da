package org.industrialmind.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.alarm.AlarmSettings;
import org.industrialmind.advisor.alarm.PostgresAlarmDesk;
import org.industrialmind.advisor.diagnosis.Diagnoser;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.app.platform.AssetCatalogue;
import org.industrialmind.app.platform.Servers;
import org.industrialmind.app.scoring.ChampionScorer;
import org.industrialmind.app.scoring.ModelNames;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.registry.PostgresModelRegistry;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.stack.LocalStack;
import org.industrialmind.stack.StackConfig;
import org.industrialmind.telemetry.scoring.ScoringConfig;
import org.industrialmind.telemetry.store.Login;
import org.industrialmind.telemetry.store.QuestDbConfig;
import org.industrialmind.telemetry.store.QuestDbSampleStore;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.FrameProducer;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.industrialmind.telemetry.wire.Topics;

/**
 * The real servers on a fresh folder, a trained champion, and what tests ask from outside: what is in the store, what
 * alarms there are, and whether everything on the log has been dealt with. The platform itself is not in here.
 */
final class ChaosBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ENOUGH = 100_000;

    final Path data;
    final LocalStack stack;
    final KafkaSettings kafka;
    final TcpProxy storeLine;
    final PumpStation station = PumpStation.record(7);
    final FrameProducer producer;
    final SampleStore store;
    final ModelRegistry registry;
    final ChampionScorer scorer;
    final AlarmDesk desk;
    private final HikariDataSource database;
    private final Admin admin;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    ChaosBench(Path data) throws IOException {
        this.data = data;
        stack = opened(LocalStack.start(StackConfig.defaults(data.resolve("stack"))));
        kafka = new KafkaSettings(stack.kafka().bootstrapServers());
        Topics.create(kafka);
        admin = opened(Admin.create(kafka.client(Map.of())));
        noticeTheDeadSoon();
        SchemaCatalogue schemas = opened(new SchemaCatalogue(kafka));
        producer = opened(new FrameProducer(kafka, schemas));
        URI questDb = URI.create(stack.questDb().httpUrl());
        storeLine = opened(new TcpProxy(questDb.getHost(), questDb.getPort()));
        store = opened(
                new QuestDbSampleStore(QuestDbConfig.at(questDb.toString()).withLogin(storeLogin())));
        database = opened(database(stack.postgres().jdbcUrl()));
        registry = new PostgresModelRegistry(database, data.resolve("models"), InstantSource.system());
        scorer = new ChampionScorer(registry, DetectorKind.formats());
        desk = new PostgresAlarmDesk(
                database,
                new AssetCatalogue(),
                new Diagnoser(new NoGraph()),
                AlarmSettings.defaults(),
                InstantSource.system());
        store.prepare(station.schema());
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    private Login storeLogin() {
        return new Login.Password(stack.questDb().user(), stack.questDb().password());
    }

    private static HikariDataSource database(String jdbcUrl) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl);
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(5_000);
        return new HikariDataSource(pool);
    }

    /** After a kill, half of the recovery is the group waiting for the dead member: 6 s is the least the broker allows. */
    private void noticeTheDeadSoon() {
        ConfigResource group = new ConfigResource(
                ConfigResource.Type.GROUP, ScoringConfig.defaults().groupId());
        List<AlterConfigOp> changes =
                List.of(set("consumer.session.timeout.ms", 6_000), set("consumer.heartbeat.interval.ms", 1_000));
        asking(admin ->
                admin.incrementalAlterConfigs(Map.of(group, changes)).all().get());
    }

    private static AlterConfigOp set(String name, int value) {
        return new AlterConfigOp(new ConfigEntry(name, Integer.toString(value)), AlterConfigOp.OpType.SET);
    }

    /** Returns where the servers are for the platform: its way to the store leads over the line. */
    Servers servers() {
        return new Servers(
                kafka,
                new Servers.StoreAddress.QuestDb("http://127.0.0.1:" + storeLine.port(), Optional.of(storeLogin())),
                stack.postgres().jdbcUrl(),
                new CompletableFuture<>());
    }

    HikariDataSource database() {
        return database;
    }

    /** Learns a detector from those windows and registers it as the next version. */
    ModelVersion train(WindowSet windows) throws IOException {
        AnomalyDetector detector =
                DetectorKind.PCA.trainer(InstantSource.system()).train(windows, 1);
        Path folder = Files.createTempDirectory(data, "model-");
        DetectorKind.PCA.format().save(detector, folder);
        return registry.register(
                ModelNames.ofClass(station.schema().equipmentClass()),
                DetectorKind.PCA.code(),
                folder,
                detector.provenance(),
                detector.metrics());
    }

    void promote(ModelRef version) {
        registry.promote(version, "test", "for the test");
        scorer.refresh();
    }

    /** Waits until every reading on the log is stored and judged, and every assessment has come to the desk. */
    void awaitTakenIn(Supplier<String> about) throws InterruptedException {
        await("the log to be taken in", () -> {
            String readings = behind(Topics.FRAMES, committed());
            return readings.isEmpty() ? behind(Topics.ASSESSMENTS, desk.positions()) : readings + " " + about.get();
        });
    }

    /** Waits until the supplier says nothing; what it last said is in the message when patience ends. */
    static void await(String what, Supplier<String> missing) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (String left = missing.get(); !left.isEmpty(); left = missing.get()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited " + PATIENCE + " for " + what + ", still missing: " + left);
            }
            Thread.sleep(50);
        }
    }

    private Map<Integer, Long> committed() {
        Map<Integer, Long> next = new HashMap<>();
        asking(admin -> admin.listConsumerGroupOffsets(ScoringConfig.defaults().groupId())
                        .partitionsToOffsetAndMetadata()
                        .get())
                .forEach((partition, offset) -> next.put(partition.partition(), offset.offset()));
        return next;
    }

    /** Says how far readers at those positions are behind the ends of the topic; nothing if they are not. */
    private String behind(String topic, Map<Integer, Long> positions) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < Topics.DEFAULT_PARTITIONS; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        StringBuilder text = new StringBuilder();
        asking(admin -> admin.listOffsets(ends).all().get()).forEach((partition, end) -> {
            long left = end.offset() - positions.getOrDefault(partition.partition(), 0L);
            if (left > 0) {
                text.append(partition).append(": ").append(left).append(" records; ");
            }
        });
        return text.toString();
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T asking(Question<T> question) {
        try {
            return question.ask(admin);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    List<Assessment> assessments(AssetId asset) {
        store.awaitVisible(PATIENCE);
        return store.assessments(asset, 0, Long.MAX_VALUE, ENOUGH);
    }

    List<Alarm> alarms(AssetId asset) {
        return desk.recent(10_000).stream()
                .filter(alarm -> alarm.asset().equals(asset))
                .toList();
    }

    /**
     * Checks the promises for both pumps of a test: what was sent is stored once, every window is judged once and as in a
     * run that nothing disturbs, and there is one alarm, under the name it would have had.
     */
    void assertNothingLostAndNothingTwice(String test, SentLedger ledger) {
        SentLedger.Comparison comparison = ledger.compare(store);
        assertThat(comparison.differences()).as("readings of " + test).isEmpty();
        assertThat(comparison.stored())
                .isEqualTo(comparison.sent())
                .isEqualTo(station.live(test).size());
        for (AssetId asset : List.of(PumpStation.faulty(test), PumpStation.sound(test))) {
            Undisturbed expected = Undisturbed.of(asset, station.live(asset), scorer);
            expected.assertSameAssessments(assessments(asset));
            assertThat(alarms(asset).stream().map(Alarm::id))
                    .as("alarms of " + asset)
                    .isEqualTo(expected.episodes());
        }
        assertThat(alarms(PumpStation.faulty(test)))
                .hasSize(1)
                .allSatisfy(alarm -> assertThat(desk.history(alarm.id()))
                        .as("history of the alarm of " + test)
                        .hasSize(1));
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}

package org.industrialmind.telemetry.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import org.industrialmind.stack.LocalStack;
import org.industrialmind.stack.ServerName;
import org.industrialmind.stack.StackConfig;
import org.industrialmind.telemetry.store.RowChecksum;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.AssessmentCodec;
import org.industrialmind.telemetry.wire.FrameProducer;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.Readings;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.industrialmind.telemetry.wire.Topics;
import org.jspecify.annotations.Nullable;

/** A real broker with the topics of the house, and what tests of the runtime ask of it. */
final class ScoringBench implements AutoCloseable {
    static final long YEAR_2100 = 4_102_444_800L * Readings.SECOND;
    private static final int PARTITIONS = 4;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    final LocalStack stack;
    final KafkaSettings kafka;
    final SchemaCatalogue catalogue;
    final FrameProducer producer;
    private String group = "none";

    ScoringBench(Path folder) {
        stack = LocalStack.start(StackConfig.defaults(folder).withServers(ServerName.KAFKA));
        kafka = new KafkaSettings(stack.kafka().bootstrapServers());
        Topics.create(kafka, PARTITIONS);
        catalogue = new SchemaCatalogue(kafka);
        producer = new FrameProducer(kafka, catalogue);
    }

    /** Returns a whole minute, at least that many seconds ago. */
    static long recently(int secondsAgo) {
        return (System.currentTimeMillis() / 1000 - secondsAgo) / 60 * 60 * Readings.SECOND;
    }

    static ScoringConfig config(String group) {
        return ScoringConfig.defaults().withGroup(group);
    }

    /** Starts a new group that begins at the present end of the log. */
    String freshGroup() throws Exception {
        group = "test-" + System.nanoTime();
        try (Admin admin = Admin.create(kafka.client(Map.of()))) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                ends.put(new TopicPartition(Topics.FRAMES, partition), OffsetSpec.latest());
            }
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            admin.listOffsets(ends)
                    .all()
                    .get()
                    .forEach((partition, end) -> start.put(
                            partition, CommitMetadata.of(new OffsetLedger.CommitPoint(end.offset(), end.offset()))));
            admin.alterConsumerGroupOffsets(group, start).all().get();
        }
        return group;
    }

    ScoringRuntime runtime(SampleStore store, Probe probe) throws Exception {
        return runtime(config(freshGroup()), store, probe);
    }

    /** Makes a runtime for the same group as the last one. */
    ScoringRuntime successor(SampleStore store, Probe probe) {
        return runtime(config(group), store, probe);
    }

    ScoringRuntime runtime(SampleStore store, WindowScorer scorer) throws Exception {
        return new ScoringRuntime(config(freshGroup()), kafka, catalogue, store, scorer);
    }

    /** Returns settings that commit and write often, so that crashes fall between many small effects. */
    ScoringConfig hasty(String newGroup) {
        ScoringConfig base = config(newGroup);
        return changed(
                base,
                8,
                Duration.ofMillis(1),
                base.windowQueue(),
                base.storeQueueValues(),
                50,
                base.drainTimeout(),
                base.maxPollInterval());
    }

    /** Returns settings with queues that are soon full. */
    ScoringConfig small(String newGroup) {
        ScoringConfig base = config(newGroup);
        return changed(
                base, base.maxBatch(), base.maxLinger(), 512, 4_000, 500, base.drainTimeout(), base.maxPollInterval());
    }

    /** Returns settings of a group that soon gives up a member. */
    ScoringConfig impatient(String newGroup) {
        ScoringConfig base = config(newGroup);
        return changed(
                base,
                base.maxBatch(),
                base.maxLinger(),
                base.windowQueue(),
                base.storeQueueValues(),
                base.storeBatchRows(),
                base.drainTimeout(),
                Duration.ofSeconds(2));
    }

    private static ScoringConfig changed(
            ScoringConfig base,
            int batch,
            Duration linger,
            int windowQueue,
            int storeValues,
            int storeRows,
            Duration drain,
            Duration pollInterval) {
        return new ScoringConfig(
                base.groupId(),
                base.windowLength(),
                base.stride(),
                base.lateness(),
                base.maxRetainedRows(),
                base.idleAfter(),
                base.futureTolerance(),
                batch,
                linger,
                windowQueue,
                storeValues,
                storeRows,
                linger,
                Duration.ofMillis(100),
                drain,
                pollInterval);
    }

    /** Returns the last assessment of each window of the assets with that prefix, from the log. */
    Map<String, Assessment> published(String prefix) {
        Map<String, Assessment> last = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : everything(Topics.ASSESSMENTS)) {
            Assessment assessment = AssessmentCodec.decode(record.value());
            assertThat(new String(record.key(), UTF_8))
                    .isEqualTo(assessment.asset().value());
            if (assessment.asset().value().startsWith(prefix)) {
                last.put(assessment.asset() + "@" + assessment.windowEndNanos(), assessment);
            }
        }
        return last;
    }

    /** Returns the reasons of the dead letters whose key starts with that prefix. */
    List<String> deadLetters(String prefix) {
        List<String> reasons = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : everything(Topics.DEAD_LETTERS)) {
            if (new String(record.key(), UTF_8).startsWith(prefix)) {
                assertThat(header(record, "source.topic")).isEqualTo(Topics.FRAMES);
                assertThat(header(record, "source.offset")).containsOnlyDigits();
                assertThat(header(record, "source.partition")).containsOnlyDigits();
                assertThat(header(record, "message")).isNotBlank();
                reasons.add(header(record, "reason"));
            }
        }
        return reasons;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private List<ConsumerRecord<byte[], byte[]>> everything(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(kafka.client(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    ScoringRuntime runtime(ScoringConfig config, SampleStore store, Probe probe) {
        return runtime(config, store, probe, new ChecksumScorer());
    }

    ScoringRuntime runtime(ScoringConfig config, SampleStore store, Probe probe, WindowScorer scorer) {
        return new ScoringRuntime(config, kafka, catalogue, store, scorer, InstantSource.system(), probe);
    }

    void send(Collection<Frame> frames) {
        List<CompletableFuture<Void>> sent =
                frames.stream().map(producer::accept).toList();
        producer.flush();
        sent.forEach(CompletableFuture::join);
    }

    void sendRaw(String key, byte @Nullable [] value) throws Exception {
        try (var raw = new KafkaProducer<>(
                kafka.durableProducer(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            raw.send(new ProducerRecord<>(Topics.FRAMES, key.getBytes(UTF_8), value))
                    .get();
        }
    }

    /** Waits until the group has committed everything that is on the log. */
    void awaitDone(ScoringRuntime... runtimes) throws Exception {
        try (Admin admin = Admin.create(kafka.client(Map.of()))) {
            await(() -> {
                for (ScoringRuntime runtime : runtimes) {
                    assertThat(runtime.failure()).isEmpty();
                }
                return committedEverything(admin);
            });
        }
    }

    private boolean committedEverything(Admin admin) {
        try {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            committed.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            var reached = admin.listOffsets(ends).all().get();
            return committed.entrySet().stream().allMatch(each -> {
                var end = reached.get(each.getKey());
                return end != null && end.offset() == each.getValue().offset();
            });
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /** Compares assessments and says how many differ, with the first few, rather than all of them. */
    static void assertSame(Map<String, Assessment> actual, Map<String, Assessment> expected) {
        List<String> differences = new ArrayList<>();
        Set<String> windows = new TreeSet<>(expected.keySet());
        windows.addAll(actual.keySet());
        for (String window : windows) {
            if (!Objects.equals(expected.get(window), actual.get(window))) {
                differences.add(window + " expected " + expected.get(window) + " but was " + actual.get(window));
            }
        }
        assertThat(differences.stream().limit(5).toList())
                .as(differences.size() + " of " + expected.size() + " windows differ")
                .isEmpty();
        assertThat(expected).isNotEmpty();
    }

    /** Compares count and checksum of every asset with what was sent. */
    void assertEverythingStored(Collection<Frame> frames, SampleStore store) {
        record Series(AssetId asset, FrameSchema schema) {}
        Map<Series, TreeMap<Long, Long>> sent = new HashMap<>();
        for (Frame frame : frames) {
            var rows = sent.computeIfAbsent(new Series(frame.asset(), frame.schema()), _ -> new TreeMap<>());
            for (int row = 0; row < frame.rows(); row++) {
                rows.put(frame.time(row), RowChecksum.of(frame, row));
            }
        }
        sent.forEach((series, rows) -> assertThat(store.ledger(series.asset(), series.schema(), 0, YEAR_2100))
                .as("ledger of " + series.asset())
                .isEqualTo(new SampleStore.Ledger(
                        rows.size(),
                        rows.values().stream().mapToLong(Long::longValue).sum())));
    }

    /** Works out, without a broker and in order of time, what the windows of these frames are judged to be. */
    static Map<String, Assessment> expected(Collection<Frame> frames) {
        Map<String, Assessment> expected = new TreeMap<>();
        Map<AssetId, List<Frame>> byAsset = new HashMap<>();
        frames.forEach(frame ->
                byAsset.computeIfAbsent(frame.asset(), _ -> new ArrayList<>()).add(frame));
        byAsset.values().forEach(some -> {
            for (Window window : ReferenceWindows.of(some, ScoringConfig.defaults())) {
                expected.put(window.asset() + "@" + window.endNanos(), ChecksumScorer.assess(window));
            }
        });
        return expected;
    }

    @Override
    public void close() {
        producer.close();
        catalogue.close();
        stack.close();
    }
}

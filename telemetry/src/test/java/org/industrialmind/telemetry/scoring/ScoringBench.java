package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
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
import org.industrialmind.telemetry.wire.FrameProducer;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.Readings;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.industrialmind.telemetry.wire.Topics;

/** A real broker with the topics of the house, and what tests of the runtime ask of it. */
final class ScoringBench implements AutoCloseable {
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
        Topics.create(kafka, PARTITIONS, 1);
        catalogue = new SchemaCatalogue(kafka);
        producer = new FrameProducer(kafka, catalogue);
    }

    /** Returns a whole second, a multiple of a thousand, at least that many seconds ago. */
    static long recently(int secondsAgo) {
        return (System.currentTimeMillis() / 1000 - secondsAgo) / 1000 * 1000 * Readings.SECOND;
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
            Map<TopicPartition, org.apache.kafka.clients.consumer.OffsetAndMetadata> start = new HashMap<>();
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

    ScoringRuntime runtime(ScoringConfig config, SampleStore store, Probe probe) {
        return new ScoringRuntime(config, kafka, catalogue, store, new ChecksumScorer(), InstantSource.system(), probe);
    }

    void send(Collection<Frame> frames) {
        List<CompletableFuture<Void>> sent =
                frames.stream().map(producer::accept).toList();
        producer.flush();
        sent.forEach(CompletableFuture::join);
    }

    void sendRaw(String key, byte[] value) throws Exception {
        try (var raw = new KafkaProducer<>(
                kafka.durableProducer(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            raw.send(new ProducerRecord<>(Topics.FRAMES, key.getBytes(java.nio.charset.StandardCharsets.UTF_8), value))
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
        sent.forEach((series, rows) -> assertThat(
                        store.ledger(series.asset(), series.schema(), Long.MIN_VALUE, Long.MAX_VALUE))
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

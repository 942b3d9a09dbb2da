package org.industrialmind.app.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
import org.industrialmind.telemetry.scoring.WindowScorer;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.AssessmentCodec;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What most teams would write first, and well: one JSON object a row on the log; a thread that reads, parses and windows,
 * one that scores, one that stores in batches of the same size as the platform's; offsets committed after the effects.
 *
 * <p>Log, compression, scorer, store and acknowledgements are those of the platform. It is spared what the platform does
 * for late, doubled and broken readings.
 */
final class JsonPath implements IngestPath {
    private static final String TOPIC = "industrialmind.bench.json";
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int BATCH_ROWS = 5_000; // as the platform's store writer
    private static final int OPEN_BATCHES = 4;

    private final SampleStore store;
    private final WindowScorer scorer;
    private final FrameSchema schema;
    private final JsonRows rows;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ExecutorService storing = single("json-store");
    private final ExecutorService scoring = single("json-scorer");
    private final Map<AssetId, RowRing> rings = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong assessed = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread reader;
    private volatile boolean idle = true;
    private volatile boolean stopping;

    /** A batch on its way, and what may be committed when it has arrived. */
    private record Open(CompletableFuture<Void> effects, Map<TopicPartition, OffsetAndMetadata> offsets) {}

    JsonPath(KafkaSettings kafka, SampleStore store, WindowScorer scorer, FrameSchema schema) {
        this.store = store;
        this.scorer = scorer;
        this.schema = schema;
        rows = new JsonRows(schema);
        createTopic(kafka);
        producer = new KafkaProducer<>(
                kafka.durableProducer(Map.of()), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        "group.id", "industrialmind-bench-json",
                        "group.protocol", "consumer",
                        "enable.auto.commit", false,
                        "max.poll.records", BATCH_ROWS,
                        "auto.offset.reset", "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        reader = Thread.ofPlatform().name("json-reader").daemon().start(this::read);
    }

    private static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    private static void createTopic(KafkaSettings kafka) {
        try (Admin admin = Admin.create(kafka.client(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Topics.DEFAULT_PARTITIONS, (short) 1)))
                    .all()
                    .get();
            // answered only when every partition has its leader: a sender that is earlier may wait for minutes
            admin.listOffsets(IntStream.range(0, Topics.DEFAULT_PARTITIONS)
                            .boxed()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(TOPIC, partition),
                                    partition -> OffsetSpec.latest())))
                    .all()
                    .get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating " + TOPIC, stop);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("could not create the topic " + TOPIC, failed.getCause());
        }
    }

    @Override
    public CompletableFuture<Void> send(Frame frame) {
        byte[] key = frame.asset().value().getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Void> durable = new CompletableFuture<>();
        AtomicLong waiting = new AtomicLong(frame.rows());
        for (int row = 0; row < frame.rows(); row++) {
            producer.send(new ProducerRecord<>(TOPIC, key, rows.encode(frame, row)), (metadata, failed) -> {
                if (failed != null) {
                    durable.completeExceptionally(failed);
                } else if (waiting.decrementAndGet() == 0) {
                    durable.complete(null);
                }
            });
        }
        return durable;
    }

    private void read() {
        try (consumer) {
            consumer.subscribe(List.of(TOPIC));
            List<Frame> frames = new ArrayList<>();
            int held = 0;
            while (!stopping) {
                var polled = consumer.poll(POLL);
                held += decode(polled, frames);
                if (held >= BATCH_ROWS || (polled.isEmpty() && held > 0)) {
                    submit(frames);
                    frames = new ArrayList<>();
                    held = 0;
                }
                finish(polled.isEmpty() ? 0 : OPEN_BATCHES);
                idle = held == 0 && open.isEmpty();
            }
        } catch (Throwable unexpected) {
            failure.compareAndSet(null, unexpected);
        }
    }

    /** Puts consecutive rows of a machine back together, and returns how many rows there were. */
    private int decode(Iterable<ConsumerRecord<byte[], byte[]>> records, List<Frame> frames) {
        int count = 0;
        List<JsonRows.Row> run = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            idle = false;
            JsonRows.Row row = rows.decode(record.value());
            if (!run.isEmpty() && !run.getFirst().asset.equals(row.asset)) {
                frames.add(frame(run));
                run.clear();
            }
            run.add(row);
            count++;
        }
        if (!run.isEmpty()) {
            frames.add(frame(run));
        }
        return count;
    }

    private Frame frame(List<JsonRows.Row> run) {
        int width = schema.width();
        long[] times = new long[run.size()];
        double[] values = new double[run.size() * width]; // [row, channel]
        for (int row = 0; row < times.length; row++) {
            times[row] = run.get(row).time;
            System.arraycopy(run.get(row).values, 0, values, row * width, width);
        }
        return Frame.good(run.getFirst().asset, schema, times, values);
    }

    private void submit(List<Frame> frames) {
        List<Window> due = new ArrayList<>();
        long count = 0;
        for (Frame frame : frames) {
            RowRing ring = rings.computeIfAbsent(
                    frame.asset(), asset -> new RowRing(asset, schema, Fleet.WINDOW, Fleet.STRIDE));
            due.addAll(ring.append(frame));
            count += frame.rows();
        }
        long arrived = count;
        CompletableFuture<Void> storedRows =
                CompletableFuture.runAsync(() -> store.write(frames), storing).thenRun(() -> stored.addAndGet(arrived));
        CompletableFuture<Void> judged =
                CompletableFuture.supplyAsync(() -> scorer.assess(due), scoring).thenCompose(this::keep);
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        consumer.assignment()
                .forEach(partition -> offsets.put(partition, new OffsetAndMetadata(consumer.position(partition))));
        open.add(new Open(CompletableFuture.allOf(storedRows, judged), offsets));
    }

    /** Publishes the assessments and stores them. */
    private CompletableFuture<Void> keep(List<Assessment> assessments) {
        List<CompletableFuture<?>> effects = new ArrayList<>();
        for (Assessment assessment : assessments) {
            CompletableFuture<@Nullable Void> published = new CompletableFuture<>();
            byte[] key = assessment.asset().value().getBytes(StandardCharsets.UTF_8);
            producer.send(
                    new ProducerRecord<>(Topics.ASSESSMENTS, key, AssessmentCodec.encode(assessment)),
                    (metadata, failed) -> {
                        if (failed == null) {
                            published.complete(null);
                        } else {
                            published.completeExceptionally(failed);
                        }
                    });
            effects.add(published);
        }
        if (!assessments.isEmpty()) {
            effects.add(CompletableFuture.runAsync(() -> store.writeAssessments(assessments), storing));
        }
        return CompletableFuture.allOf(effects.toArray(CompletableFuture[]::new))
                .thenRun(() -> assessed.addAndGet(assessments.size()));
    }

    /** Waits until no more than so many batches are on their way, and commits those that have arrived. */
    private void finish(int most) {
        while (open.size() > most) {
            Open oldest = open.remove();
            oldest.effects().join();
            consumer.commitAsync(oldest.offsets(), null);
        }
    }

    @Override
    public long storedRows() {
        if (failure.get() instanceof Throwable cause) {
            throw new IllegalStateException("the JSON path has failed: " + cause, cause);
        }
        return stored.get();
    }

    @Override
    public long assessedWindows() {
        return assessed.get();
    }

    @Override
    public boolean settled() {
        return idle;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            reader.join(Duration.ofSeconds(10));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        storing.shutdown();
        scoring.shutdown();
        producer.close(Duration.ofSeconds(10));
    }
}

package org.industrialmind.telemetry.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.industrialmind.signal.FrameSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schemas that anyone has announced, kept in the compacted topic {@code industrialmind.schemas}.
 *
 * <p>A schema is announced, and that acknowledged, before its first frame is sent; so whoever meets an unknown id and
 * then reads the topic to its present end has the schema, or nobody has. Safe for use by many threads.
 *
 * <p>Errors: {@link org.apache.kafka.common.errors.TimeoutException} when the log cannot be reached; worth trying again.
 */
public final class SchemaCatalogue implements SchemaSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaCatalogue.class);
    private static final TopicPartition TOPIC = new TopicPartition(Topics.SCHEMAS, 0);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PATIENCE_MILLIS = 10_000;

    private final Map<Long, FrameSchema> known = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> reader; // guarded by this
    private final KafkaProducer<byte[], byte[]> writer;

    public SchemaCatalogue(KafkaSettings settings) {
        reader = new KafkaConsumer<>(
                settings.client(Map.of("enable.auto.commit", false, "default.api.timeout.ms", PATIENCE_MILLIS)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        reader.assign(List.of(TOPIC));
        reader.seekToBeginning(List.of(TOPIC));
        writer = new KafkaProducer<>(
                settings.durableProducer(Map.of("linger.ms", 0, "max.block.ms", PATIENCE_MILLIS)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Makes the schema known to everybody; when this returns, it is. */
    public void announce(FrameSchema schema) {
        if (find(schema.id()).isPresent()) {
            return;
        }
        byte[] key = schema.idText().getBytes(StandardCharsets.US_ASCII);
        try {
            writer.send(new ProducerRecord<>(Topics.SCHEMAS, key, SchemaJson.encode(schema)))
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "could not announce the schema of " + schema.equipmentClass() + ": check that the topic "
                            + Topics.SCHEMAS + " exists and may be written",
                    failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while announcing a schema", stopped);
        }
        known.put(schema.id(), schema);
    }

    /** Returns the schema of that id; says no only after having read everything announced before the call. */
    @Override
    public Optional<FrameSchema> find(long id) {
        FrameSchema schema = known.get(id);
        if (schema == null) {
            catchUp();
            schema = known.get(id);
        }
        return Optional.ofNullable(schema);
    }

    private synchronized void catchUp() {
        long end = reader.endOffsets(List.of(TOPIC)).getOrDefault(TOPIC, 0L);
        long giveUp = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (reader.position(TOPIC) < end) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                remember(record);
            }
            if (System.nanoTime() - giveUp > 0) {
                throw new org.apache.kafka.common.errors.TimeoutException("the topic " + Topics.SCHEMAS
                        + " could not be read to its end, offset " + end + ", within " + PATIENCE_MILLIS + " ms");
            }
        }
    }

    private void remember(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return; // a tombstone: schemas are named by their content, so one that is known stays true
        }
        try {
            FrameSchema schema = SchemaJson.decode(record.value());
            known.put(schema.id(), schema);
        } catch (IllegalArgumentException invalid) {
            LOG.warn("event=schema-ignored offset={} cause=\"{}\"", record.offset(), invalid.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        reader.close();
        writer.close();
    }
}

package org.industrialmind.telemetry.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.industrialmind.signal.Frame;
import org.industrialmind.telemetry.ingest.FrameSink;

/**
 * Puts frames on the log, in the order of each asset, and says when they are durable.
 *
 * <p>The first frame of a schema announces it. Memory is bounded: when 32 MB wait for the brokers, {@link #accept} blocks
 * for up to five seconds and then fails the future, so that the caller can refuse new readings instead of losing them.
 * Safe for use by many threads.
 */
public final class FrameProducer implements FrameSink, AutoCloseable {
    private static final int BLOCK_MILLIS = 5_000;

    private final SchemaCatalogue catalogue;
    private final Set<Long> announced = ConcurrentHashMap.newKeySet();
    private final KafkaProducer<byte[], byte[]> producer;

    public FrameProducer(KafkaSettings settings, SchemaCatalogue catalogue) {
        this.catalogue = catalogue;
        producer = new KafkaProducer<>(
                settings.durableProducer(Map.of("max.block.ms", BLOCK_MILLIS)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends the frame; the future is done when the log has acknowledged it, and fails when it has not. */
    @Override
    public CompletableFuture<Void> accept(Frame frame) {
        long schema = frame.schema().id();
        if (!announced.contains(schema)) {
            try {
                catalogue.announce(frame.schema());
            } catch (RuntimeException unreachable) {
                return CompletableFuture.failedFuture(unreachable);
            }
            announced.add(schema);
        }
        byte[] key = frame.asset().value().getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Void> durable = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(Topics.FRAMES, key, FrameCodec.encode(frame)), (metadata, failure) -> {
            if (failure == null) {
                durable.complete(null);
            } else {
                durable.completeExceptionally(failure);
            }
        });
        return durable;
    }

    /** Returns when everything accepted so far has been acknowledged or has failed. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}

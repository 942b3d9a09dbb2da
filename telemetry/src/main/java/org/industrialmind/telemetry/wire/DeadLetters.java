package org.industrialmind.telemetry.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what had to be turned away, with where it came from and why, in the topic {@code industrialmind.dead-letters}.
 *
 * <p>Headers: {@code source.topic}, {@code source.partition}, {@code source.offset}, {@code reason} (a {@link Rejection})
 * and {@code message}. A source that is read again is laid here again: the source position tells copies apart.
 */
public final class DeadLetters implements AutoCloseable {
    /** Where a record stood. */
    public record Source(String topic, int partition, long offset) {}

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Rejection, LongAdder> counts = new EnumMap<>(Rejection.class);

    public DeadLetters(KafkaSettings settings) {
        producer = new KafkaProducer<>(
                settings.durableProducer(Map.of("delivery.timeout.ms", Integer.MAX_VALUE)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        Arrays.stream(Rejection.values()).forEach(rejection -> counts.put(rejection, new LongAdder()));
    }

    /** Lays the record aside; the future is done when that is durable. */
    public CompletableFuture<Void> lay(
            Source source, byte @Nullable [] key, byte @Nullable [] value, Rejection reason, String message) {
        List<Header> headers = List.of(
                header("source.topic", source.topic()),
                header("source.partition", Integer.toString(source.partition())),
                header("source.offset", Long.toString(source.offset())),
                header("reason", reason.name()),
                header("message", message));
        CompletableFuture<Void> done = new CompletableFuture<>();
        producer.send(
                new ProducerRecord<>(Topics.DEAD_LETTERS, null, null, key, value, headers), (metadata, failure) -> {
                    if (failure == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
        counts.getOrDefault(reason, new LongAdder()).increment();
        return done;
    }

    /** Returns how many records this process has laid aside, by reason. */
    public Map<Rejection, Long> counts() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().sum()));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

package org.industrialmind.telemetry.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
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
 *
 * <p>No frame of ours is as long as {@value #LONGEST_VALUE} bytes. Of a longer value the beginning is kept, with its
 * {@code value.length} and {@code value.sha256} as further headers, since with all of it the record would be longer than
 * the brokers take, and what cannot be laid aside would stop everything behind it.
 */
public final class DeadLetters implements AutoCloseable {
    /** Where a record stood. */
    public record Source(String topic, int partition, long offset) {}

    static final int LONGEST_VALUE = 768 * 1024; // a frame has at most 2^16 values of 9 bytes; brokers take 1 MiB
    private static final int LONGEST_KEY = 16 * 1024;
    private static final int LONGEST_MESSAGE = 4_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Rejection, LongAdder> counts = new EnumMap<>(Rejection.class);

    public DeadLetters(KafkaSettings settings) {
        // waits for brokers as long as it takes: giving up would be a silent loss
        producer = new KafkaProducer<>(
                settings.durableProducer(
                        Map.of("delivery.timeout.ms", Integer.MAX_VALUE, "max.block.ms", Integer.MAX_VALUE)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        Arrays.stream(Rejection.values()).forEach(rejection -> counts.put(rejection, new LongAdder()));
    }

    /** Lays the record aside; the future is done when that is durable. */
    public CompletableFuture<Void> lay(
            Source source, byte @Nullable [] key, byte @Nullable [] value, Rejection reason, String message) {
        List<Header> headers = new ArrayList<>(List.of(
                header("source.topic", source.topic()),
                header("source.partition", Integer.toString(source.partition())),
                header("source.offset", Long.toString(source.offset())),
                header("reason", reason.name()),
                header("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))));
        if (value != null && value.length > LONGEST_VALUE) {
            headers.add(header("value.length", Integer.toString(value.length)));
            headers.add(header("value.sha256", sha256(value)));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        producer.send(
                new ProducerRecord<>(
                        Topics.DEAD_LETTERS,
                        null,
                        null,
                        beginning(key, LONGEST_KEY),
                        beginning(value, LONGEST_VALUE),
                        headers),
                (metadata, failure) -> {
                    if (failure == null) {
                        done.complete(null);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
        counts.getOrDefault(reason, new LongAdder()).increment();
        return done;
    }

    private static byte @Nullable [] beginning(byte @Nullable [] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
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

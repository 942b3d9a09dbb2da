package org.industrialmind.telemetry.scoring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.industrialmind.signal.Assessment;
import org.industrialmind.telemetry.wire.AssessmentCodec;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.Topics;
import org.jspecify.annotations.Nullable;

/** Puts assessments on the log, in the order of each asset, and settles each when the log has it. */
final class AssessmentPublisher implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Probe probe;
    private final Consumer<Throwable> failure;

    AssessmentPublisher(KafkaSettings settings, Probe probe, Consumer<Throwable> failure) {
        // waits for brokers as long as it takes: giving up would leave a window without its assessment
        producer = new KafkaProducer<>(
                settings.durableProducer(
                        Map.of("delivery.timeout.ms", Integer.MAX_VALUE, "max.block.ms", Integer.MAX_VALUE)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.probe = probe;
        this.failure = failure;
    }

    /** Sends the assessment; an effect of the entry must be open, and is settled when the log has acknowledged it. */
    void publish(Assessment assessment, OffsetLedger.Entry entry) {
        byte[] key = assessment.asset().value().getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(Topics.ASSESSMENTS, key, AssessmentCodec.encode(assessment)),
                (_, failed) -> acknowledged(entry, failed));
    }

    private void acknowledged(OffsetLedger.Entry entry, @Nullable Exception failed) {
        if (failed != null) {
            failure.accept(failed);
            return;
        }
        try {
            probe.reached(Probe.Point.PUBLISHED);
            entry.settle();
        } catch (Throwable crash) {
            failure.accept(crash); // the producer would only log it
        }
    }

    /** Stops sending; what has not been acknowledged stays unsettled. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}

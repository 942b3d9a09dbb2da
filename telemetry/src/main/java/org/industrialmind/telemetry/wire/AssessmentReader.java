package org.industrialmind.telemetry.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.industrialmind.signal.Assessment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the assessments of all partitions, each from where its reader left off.
 *
 * <p>The reader keeps its positions together with what it made of the assessments, in its own database, rather than in
 * Kafka; so there is no group here and nothing is committed. Not safe for use by several threads.
 */
public final class AssessmentReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentReader.class);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * What was read.
     *
     * @param nextPositions for each partition read from, the offset at which to go on
     */
    public record Batch(Map<Integer, Long> nextPositions, List<Assessment> assessments) {
        public Batch {
            nextPositions = Map.copyOf(nextPositions);
            assessments = List.copyOf(assessments);
        }

        public boolean isEmpty() {
            return nextPositions.isEmpty();
        }
    }

    /** @param positions the offset to begin at, by partition; a partition that is absent is read from its beginning */
    public AssessmentReader(KafkaSettings settings, Map<Integer, Long> positions) {
        consumer = new KafkaConsumer<>(
                settings.client(Map.of("enable.auto.commit", false, "auto.offset.reset", "none")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ASSESSMENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition.partition());
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
    }

    /** Returns what has arrived, waiting for at most that long; records that are no assessments are passed over. */
    public Batch poll(Duration patience) {
        Map<Integer, Long> next = new HashMap<>();
        List<Assessment> assessments = new ArrayList<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
                next.merge(record.partition(), record.offset() + 1, Math::max);
                try {
                    assessments.add(AssessmentCodec.decode(record.value()));
                } catch (IllegalArgumentException invalid) {
                    LOG.warn(
                            "event=assessment-ignored partition={} offset={} cause=\"{}\"",
                            record.partition(),
                            record.offset(),
                            invalid.getMessage());
                }
            }
        } catch (OffsetOutOfRangeException gone) {
            // Retention has overtaken a reader that was away for long: go on with the oldest that is still there.
            LOG.warn("event=assessments-expired partitions={}", gone.partitions());
            consumer.seekToBeginning(gone.partitions());
        }
        return new Batch(next, assessments);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

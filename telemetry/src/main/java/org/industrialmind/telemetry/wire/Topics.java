package org.industrialmind.telemetry.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the house and how they are made.
 *
 * <p>All of them are stamped by the broker when it appends, not by the writer: retention then counts from arrival, so
 * that readings of last year that are replayed today are not deleted tonight.
 */
public final class Topics {
    public static final String FRAMES = "industrialmind.frames";
    public static final String SCHEMAS = "industrialmind.schemas";
    public static final String ASSESSMENTS = "industrialmind.assessments";
    public static final String DEAD_LETTERS = "industrialmind.dead-letters";

    public static final int DEFAULT_PARTITIONS = 8; // four times the scoring processes we expect at first
    private static final Duration READINGS_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private Topics() {}

    /** Makes the topics that are not there yet, and leaves those that are as they are. */
    public static void create(KafkaSettings settings, int partitions, int replicas) {
        List<NewTopic> wanted = List.of(
                topic(FRAMES, partitions, replicas, kept(READINGS_KEPT)),
                topic(ASSESSMENTS, partitions, replicas, kept(READINGS_KEPT)),
                topic(DEAD_LETTERS, 1, replicas, kept(DEAD_LETTERS_KEPT)),
                topic(SCHEMAS, 1, replicas, Map.of("cleanup.policy", "compact")));
        try (Admin admin = Admin.create(settings.client(Map.of()))) {
            for (var made : admin.createTopics(wanted).values().values()) {
                try {
                    made.get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(
                                "could not create the topics at " + settings.bootstrapServers()
                                        + ": check that the brokers run and this client may create topics",
                                failed.getCause());
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", stopped);
        }
    }

    /** Makes the topics for a local, single broker. */
    public static void create(KafkaSettings settings) {
        create(settings, DEFAULT_PARTITIONS, 1);
    }

    /**
     * Returns the end of each partition of a topic: the offset that the next record will have.
     *
     * @throws IllegalStateException if the brokers do not tell
     */
    public static Map<Integer, Long> ends(KafkaSettings settings, String topic) {
        try (Admin admin = Admin.create(settings.client(Map.of()))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(made -> made.partitions()
                            .forEach(part ->
                                    latest.put(new TopicPartition(topic, part.partition()), OffsetSpec.latest())));
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((part, end) -> ends.put(part.partition(), end.offset()));
            return ends;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "could not read the ends of " + topic + " at " + settings.bootstrapServers()
                            + ": check that the brokers run and the topic is there",
                    failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the ends of " + topic, stopped);
        }
    }

    private static Map<String, String> kept(Duration retention) {
        return Map.of("retention.ms", Long.toString(retention.toMillis()));
    }

    private static NewTopic topic(String name, int partitions, int replicas, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("message.timestamp.type", "LogAppendTime");
        return new NewTopic(name, partitions, (short) replicas).configs(settings);
    }
}

package org.industrialmind.telemetry.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics of the house and how they are made.
 *
 * <p>All of them are stamped by the broker when it appends, not by the writer: retention then counts from arrival, so
 * that readings of last year that are replayed today are not deleted tonight. How many copies there are of each is the
 * brokers' to say ({@code default.replication.factor}), since they know how many they are: what is acknowledged is as
 * durable as they have been told to make it.
 */
public final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    public static final String FRAMES = "industrialmind.frames";
    public static final String SCHEMAS = "industrialmind.schemas";
    public static final String ASSESSMENTS = "industrialmind.assessments";
    public static final String DEAD_LETTERS = "industrialmind.dead-letters";

    public static final int DEFAULT_PARTITIONS = 8; // four times the scoring processes we expect at first
    private static final Duration READINGS_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private Topics() {}

    /** Returns the topics as they are to be made. */
    static List<NewTopic> wanted(int partitions) {
        return List.of(
                topic(FRAMES, partitions, kept(READINGS_KEPT)),
                topic(ASSESSMENTS, partitions, kept(READINGS_KEPT)),
                topic(DEAD_LETTERS, 1, kept(DEAD_LETTERS_KEPT)),
                topic(SCHEMAS, 1, Map.of("cleanup.policy", "compact")));
    }

    /** Makes the topics that are not there yet, and leaves those that are as they are. */
    public static void create(KafkaSettings settings, int partitions) {
        try (Admin admin = Admin.create(settings.client(Map.of()))) {
            for (var made : admin.createTopics(wanted(partitions)).values().values()) {
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
            warnOfSingleCopies(admin);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", stopped);
        }
    }

    /** Makes the topics with the usual number of partitions. */
    public static void create(KafkaSettings settings) {
        create(settings, DEFAULT_PARTITIONS);
    }

    /** Warns where several brokers keep only one copy: the loss of one disk would lose what has been acknowledged. */
    private static void warnOfSingleCopies(Admin admin) throws InterruptedException {
        try {
            int brokers = admin.describeCluster().nodes().get().size();
            for (var topic : admin.describeTopics(List.of(FRAMES, ASSESSMENTS, DEAD_LETTERS, SCHEMAS))
                    .allTopicNames()
                    .get()
                    .values()) {
                int copies = topic.partitions().stream()
                        .mapToInt(part -> part.replicas().size())
                        .min()
                        .orElse(0);
                if (brokers > 1 && copies == 1) {
                    LOG.warn(
                            "event=topic-without-copies topic={} brokers={} next=\"the disk of one broker holds it"
                                    + " alone: reassign its partitions, and set default.replication.factor\"",
                            topic.name(),
                            brokers);
                }
            }
        } catch (ExecutionException unknown) {
            LOG.warn("event=topic-copies-unknown next=\"going on\" cause=\"{}\"", String.valueOf(unknown.getCause()));
        }
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

    private static NewTopic topic(String name, int partitions, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("message.timestamp.type", "LogAppendTime");
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}

package org.industrialmind.telemetry.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.stack.LocalStack;
import org.industrialmind.stack.ServerName;
import org.industrialmind.stack.StackConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameProducerIT {
    @TempDir
    static Path folder;

    private static LocalStack stack;
    private static KafkaSettings kafka;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(StackConfig.defaults(folder).withServers(ServerName.KAFKA));
        kafka = new KafkaSettings(stack.kafka().bootstrapServers());
        Topics.create(kafka);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void puts_frames_on_the_log_in_the_order_of_each_asset_and_announces_their_schema() throws Exception {
        FrameSchema schema = Readings.schema("pump", 3, FrameSchema.Precision.SINGLE);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            frames.add(Readings.frame(new AssetId("P-" + i % 5), schema, i * 100 * Readings.SECOND, 10));
        }
        try (SchemaCatalogue writers = new SchemaCatalogue(kafka);
                SchemaCatalogue readers = new SchemaCatalogue(kafka);
                FrameProducer producer = new FrameProducer(kafka, writers)) {
            assertThat(readers.find(schema.id())).isEmpty();
            var durable = frames.stream().map(producer::accept).toList();
            producer.flush();
            durable.forEach(each -> assertThat(each).isCompleted());
            assertThat(readers.find(schema.id())).contains(schema);
            assertThat(read(new FrameCodec(readers))).containsExactlyInAnyOrderElementsOf(frames);
            assertThat(Topics.ends(kafka, Topics.FRAMES)).hasSize(Topics.DEFAULT_PARTITIONS);
            assertThat(Topics.ends(kafka, Topics.FRAMES).values())
                    .satisfies(ends -> assertThat(
                                    ends.stream().mapToLong(end -> end).sum())
                            .isEqualTo(100));
        }
    }

    /** Reads all frames, checking the order within each asset on the way. */
    private static List<Frame> read(FrameCodec codec) throws MalformedFrameException {
        List<Frame> frames = new ArrayList<>();
        Map<AssetId, Long> newest = new HashMap<>();
        try (var consumer =
                new KafkaConsumer<>(kafka.client(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FRAMES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            assertThat(partitions).hasSize(Topics.DEFAULT_PARTITIONS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (frames.size() < 100) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(5))) {
                    Frame frame = codec.decode(record.value());
                    assertThat(record.key()).isEqualTo(frame.asset().value().getBytes(UTF_8));
                    assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                    Long before = newest.put(frame.asset(), frame.time(0));
                    assertThat(before == null || before < frame.time(0)).isTrue();
                    frames.add(frame);
                }
            }
        }
        return frames;
    }

    @Test
    void leaves_topics_that_are_there_as_they_are() {
        Topics.create(kafka, 3);
        try (var consumer =
                new KafkaConsumer<>(kafka.client(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThat(consumer.partitionsFor(Topics.ASSESSMENTS)).hasSize(Topics.DEFAULT_PARTITIONS);
            assertThat(consumer.partitionsFor(Topics.SCHEMAS)).hasSize(1);
        }
    }

    @Test
    void leaves_the_number_of_copies_to_the_brokers() {
        assertThat(Topics.wanted(3))
                .allSatisfy(topic -> assertThat(topic.replicationFactor())
                        .as("-1: the default of the brokers")
                        .isEqualTo((short) -1));
    }

    @Test
    void counts_what_it_lays_aside() throws Exception {
        try (DeadLetters deadLetters = new DeadLetters(kafka)) {
            deadLetters
                    .lay(
                            new DeadLetters.Source(Topics.FRAMES, 0, 17),
                            null,
                            new byte[] {1},
                            Rejection.NOT_A_FRAME,
                            "a byte")
                    .get();
            assertThat(deadLetters.counts())
                    .containsEntry(Rejection.NOT_A_FRAME, 1L)
                    .containsEntry(Rejection.CHECKSUM, 0L);
        }
    }
}

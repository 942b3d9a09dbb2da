package org.industrialmind.app.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.telemetry.scoring.ScoringSnapshot.Totals;
import org.industrialmind.telemetry.wire.FrameCodec;
import org.industrialmind.telemetry.wire.Rejection;
import org.industrialmind.telemetry.wire.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings as they should not be, through the whole platform: each with its one outcome, none dropped in silence. */
class BadInputIT {
    private static final int SCHEMA_AT = 8; // offsets in a frame, see the package documentation of wire
    private static final int ROWS_AT = 16;

    @TempDir
    private static Path folder;

    private static ChaosBench bench;
    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        bench = new ChaosBench(folder);
        List<String> tests = Arrays.stream(Mischief.values()).map(Enum::name).toList();
        bench.promote(bench.train(bench.station.history(tests)).ref());
        platform = Platform.start(ChaosApp.config(folder), bench.servers());
        platform.producer().accept(bench.station.live("first").getFirst()).get(); // which announces the schema
        bench.awaitTakenIn(BadInputIT::state);
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        if (bench != null) {
            bench.close();
        }
    }

    /** What may happen to good readings on their way, and what must rise when it does. */
    enum Mischief {
        NOTHING(frames -> frames) {
            @Override
            void assertCounted(Totals rise) {
                assertThat(rise.revisions()).isZero();
                assertThat(rise.historicalWindows()).isZero();
            }
        },
        EVERY_FRAME_THRICE(
                frames -> frames.stream().flatMap(it -> Stream.of(it, it, it)).toList()) {
            @Override
            void assertCounted(Totals rise) {
                assertThat(rise.revisions()).as("copies change no window").isZero();
            }
        },
        OUT_OF_ORDER_WITHIN_THE_LATENESS(frames -> shuffled(frames, 40)) {
            @Override
            void assertCounted(Totals rise) {
                assertThat(rise.revisions()).isPositive();
                assertThat(rise.historicalWindows()).isZero();
            }
        },
        LATER_THAN_THE_LATENESS(frames -> firstMinuteLast(frames)) {
            @Override
            void assertCounted(Totals rise) {
                assertThat(rise.historicalWindows()).isPositive();
                assertThat(rise.rescoredWindows()).isPositive();
            }
        },
        TWO_MINUTES_OF_NOT_A_NUMBER(frames -> silenced(frames, 240, 480)) {
            @Override
            void assertCounted(Totals rise) {
                assertThat(rise.notAssessable())
                        .as("windows with too few readings")
                        .isGreaterThan(2 * 12);
            }
        };

        final UnaryOperator<List<Frame>> change;

        Mischief(UnaryOperator<List<Frame>> change) {
            this.change = change;
        }

        abstract void assertCounted(Totals rise);

        private static List<Frame> shuffled(List<Frame> frames, int seconds) {
            List<Frame> changed = new ArrayList<>(frames);
            Random random = new Random(11);
            for (int from = 0; from < changed.size(); from += 2 * seconds) {
                Collections.shuffle(changed.subList(from, Math.min(from + 2 * seconds, changed.size())), random);
            }
            return changed;
        }

        private static List<Frame> firstMinuteLast(List<Frame> frames) {
            List<Frame> changed = new ArrayList<>(frames.subList(120, frames.size()));
            changed.addAll(frames.subList(0, 120));
            return changed;
        }

        private static List<Frame> silenced(List<Frame> frames, int from, int to) {
            List<Frame> changed = new ArrayList<>(frames);
            for (int i = from; i < to; i++) {
                Frame frame = changed.get(i);
                double[] nothing = new double[frame.schema().width()];
                Arrays.fill(nothing, Double.NaN);
                changed.set(i, Frame.good(frame.asset(), frame.schema(), new long[] {frame.time(0)}, nothing));
            }
            return changed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void comes_to_the_same_in_the_end_whatever_happens_on_the_way(Mischief mischief) throws Exception {
        String test = mischief.name();
        List<Frame> sent = mischief.change.apply(bench.station.live(test));
        Totals before = platform.snapshot().totals();
        SentLedger ledger = new Delivery(bench.producer).deliver(sent, Duration.ofMillis(1_500));
        bench.awaitTakenIn(BadInputIT::state);
        Totals rise = rise(before, platform.snapshot().totals());

        assertThat(ledger.compare(bench.store).differences()).isEmpty();
        assertThat(rise.rows()).as("every row is counted").isEqualTo(sent.size());
        assertThat(rise.storedRows()).isEqualTo(sent.size());
        assertThat(rise.rejectedRecords()).isEmpty();
        mischief.assertCounted(rise);
        for (AssetId asset : List.of(PumpStation.faulty(test), PumpStation.sound(test))) {
            Undisturbed.of(asset, inOrder(asset, sent), bench.scorer).assertSameAssessments(bench.assessments(asset));
        }
        assertThat(bench.alarms(PumpStation.faulty(test))).hasSize(1);
        assertThat(bench.alarms(PumpStation.sound(test)).stream().map(Alarm::message))
                .isEmpty();
    }

    /** Returns the readings of one asset, each once and in order of time. */
    private static List<Frame> inOrder(AssetId asset, List<Frame> frames) {
        return frames.stream()
                .filter(frame -> frame.asset().equals(asset))
                .distinct()
                .sorted(Comparator.comparingLong(frame -> frame.time(0)))
                .toList();
    }

    /**
     * A record that is no good.
     *
     * @param kept how many of its rows are good all the same
     */
    @SuppressWarnings("ArrayRecordComponent") // raw bytes are what this is about; nobody compares two of them
    record BadRecord(String name, String key, byte @Nullable [] value, Rejection reason, int kept) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<BadRecord> badRecords() {
        long now = Instant.now().getEpochSecond() * 1_000_000_000;
        byte[] good = FrameCodec.encode(reading("bad/0", now));
        byte[] flipped = good.clone();
        flipped[60] ^= 1;
        byte[] otherVersion = good.clone();
        otherVersion[2] = 9;
        byte[] garbage = new byte[500_000];
        new Random(5).nextBytes(garbage);
        long hour = 3_600_000_000_000L;
        return List.of(
                bad("nothing at all", null, Rejection.TRUNCATED),
                bad("no bytes", new byte[0], Rejection.TRUNCATED),
                bad("half a frame", Arrays.copyOf(good, good.length / 2), Rejection.TRUNCATED),
                bad("a frame and more", Arrays.copyOf(good, good.length + 3), Rejection.TRAILING_BYTES),
                bad("a flipped bit", flipped, Rejection.CHECKSUM),
                bad("garbage", garbage, Rejection.NOT_A_FRAME),
                bad("json", "{\"flow\": 1}".getBytes(UTF_8), Rejection.NOT_A_FRAME),
                bad("another version", otherVersion, Rejection.UNKNOWN_VERSION),
                bad("a hundred million rows", sealed(good, ROWS_AT, 100_000_000), Rejection.OVERSIZED),
                bad("no rows", sealed(good, ROWS_AT, 0), Rejection.BAD_NUMBER),
                bad("a schema that nobody knows", sealed(good, SCHEMA_AT, 4711), Rejection.UNKNOWN_SCHEMA),
                new BadRecord("the key of another asset", "bad/1", good, Rejection.BAD_ASSET, 0),
                bad("a time to come", FrameCodec.encode(reading("bad/0", now + hour)), Rejection.FUTURE_TIME),
                bad("a time before 1970", FrameCodec.encode(reading("bad/0", -hour)), Rejection.BEFORE_EPOCH),
                new BadRecord(
                        "one good row and one to come",
                        "bad/0",
                        FrameCodec.encode(reading("bad/0", now - hour, now + hour)),
                        Rejection.FUTURE_TIME,
                        1));
    }

    private static BadRecord bad(String name, byte @Nullable [] value, Rejection reason) {
        return new BadRecord(name, "bad/0", value, reason, 0);
    }

    private static Frame reading(String asset, long... times) {
        Frame like = bench.station.live("any").getFirst();
        double[] values = new double[times.length * like.schema().width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = like.value(0, i % like.schema().width());
        }
        return Frame.good(new AssetId(asset), like.schema(), times, values);
    }

    /** Returns the frame with another number in it and a checksum that fits. */
    private static byte[] sealed(byte[] frame, int at, int number) {
        byte[] changed = frame.clone();
        ByteBuffer bytes = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(at, number);
        CRC32C crc = new CRC32C();
        crc.update(changed, 0, changed.length - Integer.BYTES);
        bytes.putInt(changed.length - Integer.BYTES, (int) crc.getValue());
        return changed;
    }

    @ParameterizedTest
    @MethodSource("badRecords")
    void lays_aside_with_a_reason(BadRecord bad) throws Exception {
        Totals before = platform.snapshot().totals();
        long storedBefore = storedOf("bad/0");
        RecordMetadata sent = sendRaw(bad.key(), bad.value());
        bench.awaitTakenIn(BadInputIT::state);
        Totals rise = rise(before, platform.snapshot().totals());

        assertThat(rise.records()).isEqualTo(1);
        assertThat(rise.rejectedRecords()).isEqualTo(Map.of(bad.reason(), 1L));
        assertThat(rise.rows()).isEqualTo(bad.kept());
        assertThat(storedOf("bad/0") - storedBefore).isEqualTo(bad.kept());
        ConsumerRecord<byte[], byte[]> letter = lastDeadLetter();
        assertThat(header(letter, "reason")).isEqualTo(bad.reason().name());
        assertThat(header(letter, "source.topic")).isEqualTo(Topics.FRAMES);
        assertThat(header(letter, "source.partition")).isEqualTo(Integer.toString(sent.partition()));
        assertThat(header(letter, "source.offset")).isEqualTo(Long.toString(sent.offset()));
        assertThat(header(letter, "message")).isNotBlank();
        assertThat(new String(letter.key(), UTF_8)).isEqualTo(bad.key());
        if (bad.kept() == 0) {
            assertThat(letter.value()).isEqualTo(bad.value());
        }
    }

    private static long storedOf(String asset) {
        return bench.store
                .ledger(new AssetId(asset), bench.station.schema(), Long.MIN_VALUE, Long.MAX_VALUE)
                .rows();
    }

    private static RecordMetadata sendRaw(String key, byte @Nullable [] value) throws Exception {
        try (var raw = new KafkaProducer<>(
                bench.kafka.durableProducer(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            return raw.send(new ProducerRecord<>(Topics.FRAMES, key.getBytes(UTF_8), value))
                    .get();
        }
    }

    private static ConsumerRecord<byte[], byte[]> lastDeadLetter() {
        try (var consumer = new KafkaConsumer<>(
                bench.kafka.client(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition letters = new TopicPartition(Topics.DEAD_LETTERS, 0);
            consumer.assign(List.of(letters));
            long end = consumer.endOffsets(List.of(letters)).getOrDefault(letters, 0L);
            consumer.seek(letters, end - 1);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(letters) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records.getLast();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String state() {
        return platform.snapshot().toString();
    }

    /** Returns how far those counters have come that these tests look at; the others are zero. */
    private static Totals rise(Totals before, Totals after) {
        Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
        after.rejectedRecords().forEach((reason, count) -> {
            long more = count - before.rejectedRecords().getOrDefault(reason, 0L);
            if (more > 0) {
                rejected.put(reason, more);
            }
        });
        return new Totals(
                after.records() - before.records(),
                after.rows() - before.rows(),
                0,
                0,
                0,
                after.storedRows() - before.storedRows(),
                0,
                after.revisions() - before.revisions(),
                after.historicalWindows() - before.historicalWindows(),
                after.rescoredWindows() - before.rescoredWindows(),
                0,
                0,
                after.notAssessable() - before.notAssessable(),
                0,
                0,
                0,
                0,
                after.expiredRecords() - before.expiredRecords(),
                rejected,
                Map.of());
    }
}

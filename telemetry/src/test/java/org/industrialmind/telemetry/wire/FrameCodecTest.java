package org.industrialmind.telemetry.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
    private static final FrameSchema SINGLE = Readings.schema("any-single", 3, Precision.SINGLE);
    private static final FrameSchema DOUBLE = Readings.schema("any-double", 3, Precision.DOUBLE);
    private static final Map<Long, FrameSchema> SCHEMAS =
            Stream.of(SINGLE, DOUBLE).collect(Collectors.toMap(FrameSchema::id, schema -> schema));

    private final FrameCodec codec = new FrameCodec(id -> Optional.ofNullable(SCHEMAS.get(id)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void gives_back_what_was_written(long seed) throws MalformedFrameException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            Frame frame = Readings.any(random);
            assertThat(codec.decode(FrameCodec.encode(frame))).isEqualTo(frame);
        }
    }

    @Test
    void writes_the_bytes_of_version_1_for_ever() throws MalformedFrameException {
        FrameSchema schema = Readings.schema("pump", 2, Precision.SINGLE);
        Frame frame = Frame.of(
                new AssetId("P-1"),
                schema,
                new long[] {1_000_000_000L, 2_000_000_000L, 2_500_000_000L},
                new double[] {1, 2, -3.5, Double.NaN, 0, 1e6},
                new byte[] {0, 0, 0, Quality.bad(Quality.Reason.SENSOR_FAILURE).code(), 0, 0});
        String golden = "494d0101" + "4c000000" + "c68d97a17f931bfd" // version 1, has qualities; 76 bytes; schema
                + "03000000" + "03502d31" // 3 rows of P-1
                + "00ca9a3b00000000" + "80a8d6b907" + "8094ebdc03" // from 1 s, then 1 s and 0.5 s further
                + "0000803f00000040" + "000060c00000c07f" + "0000000000247449" // 1, 2; -3.5, missing; 0, 1e6
                + "000000820000" + "046d3d1a"; // one bad; CRC-32C, checked by an independent program
        byte[] bytes = FrameCodec.encode(frame);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(golden);
        assertThat(new FrameCodec(_ -> Optional.of(schema))
                        .decode(HexFormat.of().parseHex(golden)))
                .isEqualTo(frame);
    }

    @Test
    void spends_four_bytes_on_a_value_and_next_to_nothing_on_regular_times() {
        Frame frame = Readings.frame(new AssetId("P-101"), SINGLE, 0, 20);
        assertThat(FrameCodec.encode(frame)).hasSize(21 + 5 + 8 + 5 + 20 * 3 * 4 + 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void turns_damage_into_a_named_rejection_and_never_into_another_frame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = FrameCodec.encode(Readings.any(random));
            int flips = random.nextInt(1, 4);
            byte[] damaged = bytes.clone();
            for (int flip = 0; flip < flips; flip++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(damaged, bytes)) {
                assertThatThrownBy(() -> codec.decode(damaged)).isInstanceOf(MalformedFrameException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void survives_any_bytes_even_with_a_correct_envelope(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(0, 300)];
            random.nextBytes(bytes);
            boolean sealed = bytes.length >= 34 && random.nextInt(4) > 0;
            if (sealed) {
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 'I')
                        .put((byte) 'M')
                        .put((byte) 1)
                        .put((byte) random.nextInt(4))
                        .putInt(bytes.length)
                        .putLong(random.nextBoolean() ? SINGLE.id() : DOUBLE.id())
                        .putInt(random.nextInt(-1, 20))
                        .put((byte) 3)
                        .put(new byte[] {'P', '-', '1'});
                seal(bytes);
            }
            try {
                assertThat(codec.decode(bytes).rows()).isPositive();
            } catch (MalformedFrameException expected) {
                assertThat(expected.rejection()).isNotNull();
            }
        }
    }

    @Test
    void names_what_is_wrong() {
        byte[] good = FrameCodec.encode(Readings.frame(new AssetId("P-101"), SINGLE, 0, 5));
        assertRejected(new byte[0], Rejection.TRUNCATED);
        assertRejected(Arrays.copyOf(good, 20), Rejection.TRUNCATED);
        assertRejected(Arrays.copyOf(good, good.length - 1), Rejection.TRUNCATED);
        assertRejected(Arrays.copyOf(good, good.length + 1), Rejection.TRAILING_BYTES);
        assertRejected(new byte[2_000_000], Rejection.OVERSIZED);
        assertRejected("{\"asset\":\"P-101\",\"value\":12.5,\"unit\":\"bar\"}".getBytes(UTF_8), Rejection.NOT_A_FRAME);
        assertRejected(with(good, 2, 2), Rejection.UNKNOWN_VERSION);
        assertRejected(with(good, 3, 4), Rejection.UNKNOWN_VERSION);
        assertRejected(with(good, good.length - 10, good[good.length - 10] + 1), Rejection.CHECKSUM);
        assertRejected(sealed(with(good, 8, good[8] + 1)), Rejection.UNKNOWN_SCHEMA);
        assertRejected(sealed(with(good, 16, 0)), Rejection.BAD_NUMBER);
        assertRejected(sealed(with(good, 18, 1)), Rejection.OVERSIZED);
        assertRejected(sealed(with(good, 16, 6)), Rejection.TRUNCATED);
        assertRejected(sealed(with(good, 16, 4)), Rejection.TRAILING_BYTES);
        assertRejected(sealed(with(good, 21, ' ')), Rejection.BAD_ASSET);
        assertRejected(sealed(with(good, 20, 255)), Rejection.TRUNCATED);
    }

    @Test
    void refuses_a_quality_that_there_is_not() {
        Frame frame =
                Frame.of(new AssetId("P-101"), SINGLE, new long[] {0}, new double[3], new byte[] {0, 0, (byte) 0x80});
        byte[] bytes = FrameCodec.encode(frame);
        assertRejected(sealed(with(bytes, bytes.length - 5, 0xff)), Rejection.BAD_QUALITY);
    }

    @Test
    void refuses_a_step_that_does_not_end() {
        byte[] bytes = FrameCodec.encode(Readings.at(new AssetId("P-101"), SINGLE, 0, 1, 7, 9, 20, 30, 41, 52, 63));
        for (int i = 34; i < 46; i++) {
            bytes[i] = (byte) 0xff;
        }
        assertRejected(sealed(bytes), Rejection.BAD_NUMBER);
    }

    private void assertRejected(byte[] bytes, Rejection reason) {
        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOfSatisfying(
                        MalformedFrameException.class,
                        malformed -> assertThat(malformed.rejection())
                                .as(malformed.getMessage())
                                .isEqualTo(reason));
    }

    private static byte[] with(byte[] bytes, int position, int value) {
        byte[] changed = bytes.clone();
        changed[position] = (byte) value;
        return changed;
    }

    private static byte[] sealed(byte[] bytes) {
        byte[] sealed = bytes.clone();
        seal(sealed);
        return sealed;
    }

    private static void seal(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 4, (int) crc.getValue());
    }
}

package org.industrialmind.telemetry.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LineProtocolParserTest {
    private static final long NOW = 1_700_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(NOW / SECOND));
    private static final AssetId PUMP = new AssetId("P-101");
    private static final AssetId FAN = new AssetId("F/7");
    private static final FrameSchema PUMPS = schema("pump", Precision.SINGLE, "pressure", "flow");
    private static final FrameSchema FANS = schema("fan", Precision.DOUBLE, "speed");
    private static final Function<AssetId, Optional<FrameSchema>> PLANT =
            asset -> asset.equals(PUMP) ? Optional.of(PUMPS) : asset.equals(FAN) ? Optional.of(FANS) : Optional.empty();

    private final LineProtocolParser parser = new LineProtocolParser(PLANT, CLOCK, IngestLimits.defaults());

    private static FrameSchema schema(String equipment, Precision precision, String... channels) {
        List<Channel> list = Arrays.stream(channels)
                .map(name -> new Channel(name, name, Unit.ONE, Channel.Role.PROCESS))
                .toList();
        return new FrameSchema(new EquipmentClass(equipment), Duration.ofSeconds(1), precision, list);
    }

    private List<Frame> parse(String text) {
        return parser.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private RefusedException refusal(String text) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> parse(text));
        assertThat(refused).as("refusal of %s", text).isNotNull();
        return refused;
    }

    @Test
    void groups_the_lines_of_an_asset_to_one_frame() {
        assertThat(parse("pump,asset=P-101 pressure=4.5,flow=100 " + NOW + "\n"
                        + "fan,asset=F/7 speed=1480.25 " + NOW + "\r\n\n# a remark\n"
                        + "pump,asset=P-101 pressure=4.6 " + (NOW + 1) + "\n"))
                .containsExactly(
                        Frame.good(PUMP, PUMPS, new long[] {NOW, NOW + 1}, new double[] {4.5, 100, 4.6, Double.NaN}),
                        Frame.good(FAN, FANS, new long[] {NOW}, new double[] {1480.25}));
    }

    @Test
    void joins_lines_of_one_time_to_one_row_and_takes_now_where_no_time_is_said() {
        assertThat(parse("pump,asset=P-101 pressure=1\npump,asset=P-101 flow=2"))
                .containsExactly(Frame.good(PUMP, PUMPS, new long[] {NOW}, new double[] {1, 2}));
    }

    @Test
    void takes_the_schema_by_name_and_passes_over_other_tags_with_their_escapes() {
        String exact = "pump_" + PUMPS.idText().substring(0, 8);
        assertThat(parse(exact + ",host=a\\ b\\,c\\=d,asset=P-101,züge=ü pressure=1 " + NOW))
                .containsExactly(Frame.good(PUMP, PUMPS, new long[] {NOW}, new double[] {1, Double.NaN}));
    }

    @ParameterizedTest
    @CsvSource({"5i,5", "-7i,-7", "9u,9", "1e3,1000", "+.5,0.5", "-2.,-2", "9007199254740992i,9007199254740992"})
    void takes_numbers_and_exact_integers(String written, double meant) {
        assertThat(parse("fan,asset=F/7 speed=" + written + " " + NOW)
                        .getFirst()
                        .value(0, 0))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pump,asset=P-101 pressure=NaN            | NOT_A_NUMBER    | finite
            pump,asset=P-101 pressure=-Inf           | NOT_A_NUMBER    | finite
            pump,asset=P-101 pressure=1e999          | NOT_A_NUMBER    | finite
            pump,asset=P-101 pressure=1e39           | NOT_A_NUMBER    | 32 bits
            pump,asset=P-101 pressure=0x1p3          | NOT_A_NUMBER    | decimal
            pump,asset=P-101 pressure=1d             | NOT_A_NUMBER    | decimal
            pump,asset=P-101 pressure=true           | NOT_A_NUMBER    | decimal
            pump,asset=P-101 pressure="4, 5"         | NOT_A_NUMBER    | decimal
            pump,asset=P-101 pressure=1.5i           | NOT_A_NUMBER    | whole number
            pump,asset=P-101 pressure=-1u            | NOT_A_NUMBER    | whole number
            pump,asset=P-101 pressure=9007199254740994i | NOT_A_NUMBER | 2^53
            pump,asset=P-101 torque=1                | UNKNOWN_CHANNEL | [pressure, flow]
            pump,asset=P-999 pressure=1              | UNKNOWN_ASSET   | P-999
            pump,asset=a\\ b pressure=1              | UNKNOWN_ASSET   | a b
            fan,asset=P-101 pressure=1               | UNKNOWN_CLASS   | class pump
            pump,asset=P-101 pressure=1,pressure=2   | SAID_TWICE      | once
            pump pressure=1                          | MALFORMED       | one tag 'asset'
            pump,asset=P-101,asset=P-101 pressure=1  | MALFORMED       | saw 2
            pump,asset=P-101                         | MALFORMED       | expected ' '
            pump,asset=P-101 pressure                | MALFORMED       | expected '='
            pump,asset=P-101 pressure=               | MALFORMED       | the value of field
            pump,asset= pressure=1                   | MALFORMED       | the value of tag
            pump,asset=P-101 pressure="4             | MALFORMED       | closing quote
            pump,asset=P-101 pressure=1 soon         | MALFORMED       | whole nanoseconds
            pump,asset=P-101 pressure=1 1700000000   | TIME_TOO_OLD    | seconds or milliseconds
            pump,asset=P-101 pressure=1 1700000061000000000 | TIME_IN_FUTURE | 61 s ahead
            """)
    void refuses_and_says_which_line_and_why(String line, Refusal reason, String explanation) {
        RefusedException refused = refusal("# first\npump,asset=P-101 flow=1 " + (NOW - 1) + "\n" + line);
        assertThat(refused.refusal()).isEqualTo(reason);
        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused).hasMessageStartingWith("line 3: ").hasMessageContaining(explanation);
    }

    @Test
    void refuses_more_than_the_limits_allow() {
        IngestLimits small = new IngestLimits(100, 2, 40, Duration.ofSeconds(60));
        LineProtocolParser strict = new LineProtocolParser(PLANT, CLOCK, small);
        for (String text : List.of("#".repeat(101), "#\n#\n#", "#".repeat(41))) {
            RefusedException refused = catchThrowableOfType(
                    RefusedException.class, () -> strict.parse(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LARGE);
        }
        assertThat(strict.parse("#\n#\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> parser.parse(new byte[] {'#', '\n', '#', '\n', (byte) 0xff}));
        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void keeps_control_characters_out_of_messages() {
        assertThat(refusal("pump,asset=P-101 a\u0007\u001b[31mb=1")).hasMessageNotContaining("\u001b");
    }

    static List<Long> seeds() {
        return new Random(5).longs(40).boxed().toList();
    }

    /** Whatever is thrown at it, the parser either refuses in its own words or gives what can be written and read again. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void survives_mutated_lines_and_reads_again_what_it_accepted(long seed) {
        Random random = new Random(seed);
        String valid =
                "pump,asset=P-101,host=x pressure=4.5,flow=100i " + NOW + "\nfan,asset=F/7 speed=-1.5e-3 " + NOW + "\n";
        String spice = "=, \\\"\n\r#ieu.+-0919NaN\u00e9\0";
        int accepted = 0;
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(valid);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, spice.charAt(random.nextInt(spice.length())));
                    default -> text.setCharAt(at, spice.charAt(random.nextInt(spice.length())));
                }
            }
            try {
                List<Frame> frames = parse(text.toString());
                assertThat(parse(written(frames))).isEqualTo(frames);
                accepted++;
            } catch (RefusedException expected) {
                assertThat(expected.line()).isPositive();
            }
        }
        assertThat(accepted).as("mutations that are still valid").isPositive();
    }

    private static String written(List<Frame> frames) {
        StringBuilder text = new StringBuilder();
        for (Frame frame : frames) {
            for (int row = 0; row < frame.rows(); row++) {
                int r = row;
                String fields = IntStream.range(0, frame.schema().width())
                        .filter(c -> !Double.isNaN(frame.value(r, c)))
                        .mapToObj(c -> frame.schema().channel(c).name() + "=" + frame.value(r, c))
                        .collect(Collectors.joining(","));
                text.append(frame.schema().equipmentClass()).append(",asset=").append(frame.asset());
                text.append(' ')
                        .append(fields)
                        .append(' ')
                        .append(frame.time(row))
                        .append('\n');
            }
        }
        return text.toString();
    }
}

package org.industrialmind.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas, frames and windows: the shapes in which readings travel. */
final class FrameTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final EquipmentClass CLASS = new EquipmentClass("centrifugal-pump");
    private static final Channel FLOW = channel("flow", "m3/h");
    private static final Channel HEAD = channel("head", "m");
    private static final FrameSchema SINGLE = schema(FrameSchema.Precision.SINGLE, FLOW, HEAD);
    private static final FrameSchema DOUBLE = schema(FrameSchema.Precision.DOUBLE, FLOW, HEAD);

    private static Channel channel(String name, String unit) {
        return new Channel(name, name, new Unit(unit), Channel.Role.PROCESS);
    }

    private static FrameSchema schema(FrameSchema.Precision precision, Channel... channels) {
        return new FrameSchema(CLASS, Duration.ofSeconds(1), precision, List.of(channels));
    }

    @Test
    void a_schema_is_named_by_its_content() {
        assertThat(schema(FrameSchema.Precision.SINGLE, FLOW, HEAD).id()).isEqualTo(SINGLE.id());
        assertThat(schema(FrameSchema.Precision.SINGLE, HEAD, FLOW).id()).isNotEqualTo(SINGLE.id());
        assertThat(DOUBLE.id()).isNotEqualTo(SINGLE.id());
        assertThat(schema(FrameSchema.Precision.SINGLE, channel("flow", "l/min"), HEAD)
                        .id())
                .as("another unit")
                .isNotEqualTo(SINGLE.id());
        assertThat(SINGLE.idText()).hasSize(16).isEqualTo(String.format("%016x", SINGLE.id()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameSchema(
                        CLASS, Duration.ofSeconds(1), FrameSchema.Precision.SINGLE, List.of(FLOW), SINGLE.id()))
                .withMessageContaining("does not belong to this content");
    }

    @Test
    void a_schema_finds_its_channels() {
        assertThat(SINGLE.width()).isEqualTo(2);
        assertThat(SINGLE.channel(1)).isEqualTo(HEAD);
        assertThat(SINGLE.indexOf("head")).hasValue(1);
        assertThat(SINGLE.indexOf("speed")).isEmpty();
        assertThat(SINGLE.periodNanos()).isEqualTo(1_000_000_000L);
    }

    @Test
    void a_schema_without_channels_time_or_distinct_names_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(FrameSchema.Precision.SINGLE))
                .withMessageContaining("0 channels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(FrameSchema.Precision.SINGLE, FLOW, FLOW))
                .withMessageContaining("names a channel twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameSchema(CLASS, Duration.ZERO, FrameSchema.Precision.SINGLE, List.of(FLOW)))
                .withMessageContaining("positive duration");
    }

    @Test
    void a_frame_says_what_the_wire_will_say() {
        double third = 1.0 / 3;
        assertThat(Frame.good(PUMP, SINGLE, new long[] {5}, new double[] {third, 2})
                        .value(0, 0))
                .isEqualTo((float) third);
        assertThat(Frame.good(PUMP, DOUBLE, new long[] {5}, new double[] {third, 2})
                        .value(0, 0))
                .isEqualTo(third);
    }

    @Test
    void a_frame_keeps_its_rows_and_qualities_for_itself() {
        long[] times = {5, 6};
        double[] values = {1, 2, 3, Double.NaN};
        byte[] qualities = {0, 0, 0, Quality.bad(Quality.Reason.SENSOR_FAILURE).code()};
        Frame frame = Frame.of(PUMP, SINGLE, times, values, qualities);
        Frame same = Frame.of(PUMP, SINGLE, times, values, qualities);
        times[0] = 0;
        values[0] = 0;
        qualities[3] = 0;
        assertThat(frame.rows()).isEqualTo(2);
        assertThat(frame.time(0)).isEqualTo(5);
        assertThat(frame.value(0, 0)).isEqualTo(1);
        assertThat(frame.value(1, 1)).isNaN();
        assertThat(frame.quality(1, 1)).isEqualTo(Quality.bad(Quality.Reason.SENSOR_FAILURE));
        assertThat(frame.quality(0, 1)).isEqualTo(Quality.GOOD);
        assertThat(frame.allGood()).isFalse();
        assertThat(frame).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("frame");
        assertThat(frame).hasToString("Frame[P-101 centrifugal-pump 2x2 from 5]");
        Frame good = Frame.of(PUMP, SINGLE, new long[] {5}, new double[] {1, 2}, new byte[2]);
        assertThat(good.allGood()).isTrue();
        assertThat(good).isEqualTo(Frame.good(PUMP, SINGLE, new long[] {5}, new double[] {1, 2}));
    }

    @Test
    void a_frame_of_broken_shape_is_refused_with_its_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.good(PUMP, SINGLE, new long[] {5}, new double[] {1}))
                .withMessageContaining("1 times, 1 values");
        assertThatIllegalArgumentException().isThrownBy(() -> Frame.good(PUMP, SINGLE, new long[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.of(PUMP, SINGLE, new long[] {5}, new double[] {1, 2}, new byte[1]))
                .withMessageContaining("1 qualities");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.of(PUMP, SINGLE, new long[] {5}, new double[] {1, 2}, new byte[] {0, -1}));
        int rows = Frame.MAX_VALUES / 2 + 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.good(PUMP, SINGLE, new long[rows], new double[2 * rows]))
                .withMessageContaining("at most " + Frame.MAX_VALUES);
    }

    @Test
    void a_window_knows_its_time_and_how_much_of_it_was_read() {
        float[] values = {1, 2, Float.NaN, 4, 5, 6};
        Window window = new Window(PUMP, SINGLE, 10_000_000_000L, values);
        values[0] = 9;
        assertThat(window.length()).isEqualTo(3);
        assertThat(window.width()).isEqualTo(2);
        assertThat(window.get(0, 0)).isEqualTo(1);
        assertThat(window.get(2, 1)).isEqualTo(6);
        assertThat(window.startNanos()).isEqualTo(7_000_000_000L);
        assertThat(window.coverage()).isEqualTo(5.0 / 6);
        float[] copy = new float[8];
        window.copyTo(copy, 2);
        assertThat(copy[7]).isEqualTo(6);
        assertThat(window).hasToString("Window[P-101 3x2 to 10000000000]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(PUMP, SINGLE, 0, new float[3]))
                .withMessageContaining("multiple of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(PUMP, SINGLE, 0, new float[0]));
    }
}

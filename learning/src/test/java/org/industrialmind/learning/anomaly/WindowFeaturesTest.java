package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;

class WindowFeaturesTest {
    private static final int ROWS = 60;
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("mill"),
            Duration.ofSeconds(10),
            FrameSchema.Precision.SINGLE,
            List.of(channel("bearing"), channel("oil")));
    private static final Scale AS_READ = new Scale(new double[2], new double[] {1, 1});

    private static Channel channel(String name) {
        return new Channel(name, name, Unit.ONE, Channel.Role.CONDITION);
    }

    /** Returns the features of a window whose first channel is read every so many rows: once, less than 1, less, more. */
    private static double[] features(int every, double level, double swing) {
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            int turn = row / every % 4;
            values[2 * row] = row % every == 0 ? (float) (level + (turn % 3 == 0 ? swing : -swing)) : Float.NaN;
        }
        WindowFeatures of = new WindowFeatures(SCHEMA, ROWS);
        double[] features = new double[of.size()];
        of.of(new Window(new AssetId("M-1"), SCHEMA, ROWS * SCHEMA.periodNanos(), values), AS_READ, features);
        return features;
    }

    @Test
    void a_channel_read_every_fifth_row_is_as_restless_as_about_the_line_of_the_window() {
        // twelve readings without a slope, and two of them for the line: 12 squares over 10
        assertThat(features(5, 7, 1)[2]).isCloseTo(Math.log(0.02 + Math.sqrt(1.2)), within(1e-6));
        assertThat(features(5, 7, 10)[2]).isCloseTo(Math.log(0.02 + 10 * Math.sqrt(1.2)), within(1e-6));
        assertThat(features(5, 7, 1)[0]).isCloseTo(7, within(1e-6));
    }

    @Test
    void two_readings_in_a_window_leave_nothing_to_call_noise() {
        double[] features = features(ROWS / 2, 7, 1);
        assertThat(features[0]).isCloseTo(7, within(1e-6));
        assertThat(features[2]).isNaN();
        assertThat(Arrays.copyOfRange(features(1, 7, 1), 2, 4)).doesNotContain(Double.NaN);
    }
}

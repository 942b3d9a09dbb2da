package org.industrialmind.learning.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;

/** An exchanger with four instruments: what enters must leave, and the pressure drop grows with the power 1.8 of the flow. */
class PhysicsTest {
    private static final AssetId ASSET = new AssetId("E-1");
    private static final int ROWS = 20;
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("heat-exchanger"),
            Duration.ofSeconds(10),
            FrameSchema.Precision.SINGLE,
            List.of(channel("hot_flow"), channel("hot_return_flow"), channel("hot_dp"), channel("paint")));

    private final Physics physics = Physics.fit(normal());

    private static Channel channel(String name) {
        return new Channel(name, name, Unit.ONE, Role.PROCESS);
    }

    private static WindowSet normal() {
        SplittableRandom random = new SplittableRandom(3);
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < 200; w++) {
            windows.add(window(w, random.nextDouble(2, 6), 1, random));
        }
        return new WindowSet("an exchanger", windows);
    }

    private static Window window(int number, double flow, double fouled, SplittableRandom random) {
        float[] values = new float[4 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[4 * row] = (float) (flow + 0.01 * random.nextGaussian());
            values[4 * row + 1] = (float) (flow + 0.01 * random.nextGaussian());
            values[4 * row + 2] = (float) (fouled * 0.4 * Math.pow(flow / 5, 1.8) + 0.001 * random.nextGaussian());
            values[4 * row + 3] = 7;
        }
        return new Window(ASSET, SCHEMA, (number + 1L) * ROWS * SCHEMA.periodNanos(), values);
    }

    private double dp(double flow, double fouled) {
        Window window = physics.unexplained(window(0, flow, fouled, new SplittableRandom(9)));
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += window.get(row, 2);
        }
        return sum / ROWS;
    }

    @Test
    void another_flow_is_no_other_pressure_drop_even_where_training_has_not_been() {
        assertThat(dp(3, 1)).isCloseTo(dp(5, 1), within(0.003)); // noise of the means
        assertThat(dp(7, 1)).isCloseTo(dp(5, 1), within(0.006));
    }

    @Test
    void fouling_is_what_the_flow_does_not_explain() {
        assertThat(dp(5, 1.25) - dp(5, 1)).isCloseTo(0.1, within(0.003));
    }

    @Test
    void the_effect_is_not_judged_without_its_cause_and_other_channels_stay_as_they_are() {
        Window seen = window(0, 5, 1, new SplittableRandom(9));
        float[] values = new float[4 * ROWS];
        seen.copyTo(values, 0);
        for (int row = 0; row < ROWS; row++) {
            values[4 * row] = Float.NaN;
        }
        Window left = physics.unexplained(new Window(ASSET, SCHEMA, seen.endNanos(), values));
        assertThat(left.get(0, 2)).isNaN();
        assertThat(left.get(0, 1)).isNaN();
        assertThat(left.get(0, 3)).isEqualTo(7);
    }

    @Test
    void current_and_power_of_a_pump_are_bound_and_its_speed_is_moved_by_a_controller() {
        FrameSchema pump = new FrameSchema(
                new EquipmentClass("centrifugal-pump"),
                Duration.ofSeconds(10),
                FrameSchema.Precision.SINGLE,
                List.of(channel("flow"), channel("speed"), channel("power"), channel("current")));
        Physics laws = new Physics(pump, Map.of(ASSET, List.of()));
        assertThat(laws.hard("current")).isTrue();
        assertThat(laws.hard("speed")).isFalse();
        assertThat(laws.manipulated("speed")).isTrue();
        assertThat(laws.manipulated("flow")).isFalse();
        assertThat(physics.manipulated("hot_dp")).isFalse();
        assertThat(laws.explains("power")).isTrue(); // the current
        assertThat(laws.explains("current")).isFalse();
    }

    @Test
    void machines_of_an_unknown_class_obey_no_equations() {
        FrameSchema kiln = new FrameSchema(
                new EquipmentClass("kiln"), Duration.ofSeconds(10), FrameSchema.Precision.SINGLE, SCHEMA.channels());
        assertThat(Laws.of(kiln)).isEmpty();
        assertThat(Laws.of(SCHEMA).stream().map(Equation::channel)).containsExactly("hot_return_flow", "hot_dp");
    }
}

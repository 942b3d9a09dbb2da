package org.industrialmind.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.Quality;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.SensorFault;
import org.industrialmind.simulator.fault.SensorFault.Kind;
import org.junit.jupiter.api.Test;

class FaultySensorTest {
    private static final List<Instrument> INSTRUMENTS = List.of(
            Instrument.flow("flow", "Flow", "m3/h", 150),
            Instrument.temperature("temperature", "Temperature", 170, Role.PROCESS));
    private static final long FROM = 1_000;
    private static final long UNTIL = 101_000;

    private final double[] values = new double[2];
    private final byte[] qualities = new byte[2];

    @Test
    void bias_shifts_by_so_many_deviations_of_noise() {
        assertThat(shown(sensor("flow", Kind.BIAS, 4, false), 2_000)).isCloseTo(100 + 4 * 0.75, within(1e-9));
    }

    @Test
    void drift_arrives_at_its_amount() {
        assertThat(shown(sensor("flow", Kind.DRIFT, 8, false), 51_000)).isCloseTo(100 + 4 * 0.75, within(1e-9));
    }

    @Test
    void stuck_sensor_repeats_its_last_value() {
        FaultySensor stuck = sensor("flow", Kind.STUCK, 0, false);
        shown(stuck, FROM);
        values[0] = 120;
        stuck.distort(FROM + 1, values, qualities);

        assertThat(values[0]).isEqualTo(100);
    }

    @Test
    void rail_shows_the_end_of_the_range_and_may_admit_it() {
        assertThat(shown(sensor("flow", Kind.RAIL, 0, true), 2_000)).isEqualTo(150);
        assertThat(Quality.of(qualities[0])).isEqualTo(Quality.bad(Quality.Reason.SENSOR_FAILURE));
    }

    @Test
    void dropout_loses_bursts_and_says_so() {
        FaultySensor dropout = sensor("flow", Kind.DROPOUT, 0, true);
        int missing = 0;
        for (long second = FROM; second < UNTIL; second++) {
            qualities[0] = 0;
            if (Double.isNaN(shown(dropout, second))) {
                missing++;
                assertThat(Quality.usable(qualities[0])).isFalse();
            }
        }

        // in the long run 0.001 / 0.051 of the time, in bursts of twenty seconds
        assertThat(missing).isBetween(1_200, 2_800);
    }

    @Test
    void swapped_wires_exchange_neighbours() {
        values[1] = 60;
        assertThat(shown(sensor("flow", Kind.SWAPPED, 0, false), 2_000)).isEqualTo(60);
        assertThat(values[1]).isEqualTo(100);
    }

    @Test
    void unit_flip_speaks_fahrenheit() {
        values[1] = 60;
        sensor("temperature", Kind.UNIT_FLIP, 0, false).distort(2_000, values, qualities);

        assertThat(values[1]).isCloseTo(140, within(1e-9));
    }

    @Test
    void time_stands_still_until_the_fault_is_over() {
        FaultySensor frozen = sensor("flow", Kind.FROZEN_TIME, 0, false);
        frozen.stamp(FROM - 1, 77);

        assertThat(frozen.stamp(FROM + 9, 88)).isEqualTo(77);
        assertThat(frozen.stamp(UNTIL, 99)).isEqualTo(99);
    }

    @Test
    void leaves_readings_alone_before_and_after() {
        assertThat(shown(sensor("flow", Kind.GAIN, 2, false), FROM - 1)).isEqualTo(100);
        assertThat(shown(sensor("flow", Kind.GAIN, 2, false), UNTIL)).isEqualTo(100);
    }

    @Test
    void refuses_a_channel_that_the_machine_does_not_have() {
        assertThatThrownBy(() -> sensor("colour", Kind.STUCK, 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("flow, temperature");
    }

    private double shown(FaultySensor sensor, long second) {
        values[0] = 100;
        sensor.distort(second, values, qualities);
        return values[0];
    }

    private static FaultySensor sensor(String channel, Kind kind, double amount, boolean flagged) {
        SensorFault fault = new SensorFault(
                new AssetId("P-1"),
                channel,
                kind,
                amount,
                Instant.ofEpochSecond(FROM),
                Instant.ofEpochSecond(UNTIL),
                flagged);
        return new FaultySensor(fault, INSTRUMENTS, new Seed(7));
    }
}

package org.industrialmind.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.Quality;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.plant.Nuisance.Kind;
import org.junit.jupiter.api.Test;

/** What operators and the weather do shows in the readings, and is labelled as what must not alarm. */
class NuisanceTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final AssetId PUMP = new AssetId("P-102");
    private static final Instant FROM = START.plusSeconds(600);
    private static final Instant UNTIL = START.plusSeconds(1800);

    @Test
    void set_point_change_moves_what_is_asked_for_and_what_is_delivered() {
        Frame frame = pumpAt(1500, Nuisance.of(Kind.SET_POINT_CHANGE, PUMP, FROM, UNTIL, 0.7));

        assertThat(value(frame, "flow_setpoint")).isEqualTo(70);
        assertThat(value(frame, "flow")).isCloseTo(70, within(3.0));
    }

    @Test
    void duty_swap_stops_the_machine() {
        Frame frame = pumpAt(1500, Nuisance.of(Kind.DUTY_SWAP, PUMP, FROM, UNTIL, 0));

        assertThat(value(frame, "flow_setpoint")).isZero();
        assertThat(value(frame, "speed")).isCloseTo(0, within(10.0));
        assertThat(value(frame, "current")).isCloseTo(0, within(1.0));
    }

    @Test
    void calibration_marks_its_channel_and_no_other() {
        Frame frame = pumpAt(700, Nuisance.of(Kind.CALIBRATION, PUMP, FROM, UNTIL, 3));

        assertThat(frame.schema().channel(3).name()).isEqualTo("flow");
        assertThat(frame.quality(0, 3)).isEqualTo(Quality.bad(Quality.Reason.OUT_OF_SERVICE));
        assertThat(frame.quality(0, 4)).isEqualTo(Quality.GOOD);
    }

    @Test
    void dither_nudges_the_set_point_to_and_fro() {
        Nuisance dither = Nuisance.of(Kind.SET_POINT_DITHER, PUMP, FROM, UNTIL, 0.02);
        Plant quiet = plant(List.of());
        Plant dithered = plant(List.of(dither));
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (int second = 0; second < 1800; second++) {
            double difference =
                    value(pump(dithered.step()), "flow_setpoint") - value(pump(quiet.step()), "flow_setpoint");
            if (second >= 600) {
                smallest = Math.min(smallest, difference);
                largest = Math.max(largest, difference);
            }
        }

        assertThat(smallest).isZero();
        assertThat(largest).isCloseTo(2, within(1e-3));
    }

    @Test
    void heat_wave_warms_the_air_of_every_machine() {
        Nuisance wave = Nuisance.plantWide(Kind.HEAT_WAVE, FROM, UNTIL.plusSeconds(7200), 5);
        Plant quiet = plant(List.of());
        Plant warm = plant(List.of(wave));
        double difference = 0;
        for (int second = 0; second < 3600; second++) {
            difference = value(warm.step().getLast(), "inlet_temp")
                    - value(quiet.step().getLast(), "inlet_temp");
        }

        assertThat(difference).isCloseTo(5, within(0.2));
    }

    @Test
    void power_dip_shows_in_the_voltage() {
        Nuisance dip = Nuisance.plantWide(Kind.POWER_DIP, FROM, FROM.plusSeconds(2), 0.15);
        Plant plant = plant(List.of(dip));
        double lowest = Double.MAX_VALUE;
        for (int second = 0; second < 700; second++) {
            lowest = Math.min(lowest, value(plant.step().get(5), "voltage"));
        }

        assertThat(lowest).isBetween(320.0, 365.0);
    }

    @Test
    void what_concerns_the_plant_is_labelled_for_every_machine_and_a_held_load_for_none() {
        List<FaultLabel> labels = plant(List.of(
                        Nuisance.plantWide(Kind.HEAT_WAVE, FROM, UNTIL, 5),
                        Nuisance.of(Kind.DUTY_SWAP, PUMP, FROM, UNTIL, 0),
                        Nuisance.of(Kind.HELD_LOAD, PUMP, FROM, UNTIL, 0.85)))
                .labels();

        assertThat(labels).hasSize(11).allSatisfy(label -> {
            assertThat(label.kind()).isEqualTo(FaultLabel.Kind.NUISANCE);
            assertThat(label.end()).contains(UNTIL);
        });
        assertThat(labels.stream().map(FaultLabel::id)).doesNotHaveDuplicates();
    }

    private static Frame pumpAt(int second, Nuisance nuisance) {
        Plant plant = plant(List.of(nuisance));
        for (int passed = 0; passed < second; passed++) {
            plant.step();
        }
        return pump(plant.step());
    }

    private static Frame pump(List<Frame> frames) {
        return frames.get(1);
    }

    private static double value(Frame frame, String channel) {
        return frame.value(0, frame.schema().indexOf(channel).orElseThrow());
    }

    private static Plant plant(List<Nuisance> nuisances) {
        Scenario smoke = Scenario.smoke(3, START, Duration.ofHours(2)).undisturbed();
        List<Asset> assets = smoke.assets();
        assertThat(assets.get(1).id()).isEqualTo(PUMP);
        return new Plant(smoke.withNuisances(nuisances));
    }
}

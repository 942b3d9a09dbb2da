package org.industrialmind.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_CAVITATION;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_STRAINER_PLUGGING;

import org.assertj.core.api.SoftAssertions;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.Symptom;
import org.industrialmind.simulator.sensor.Instrument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault moves the channels that an engineer's FMEA says, in the direction that it says, and leaves alone what the
 * controller holds: a machine with the fault against its twin without, noise-free, under control.
 */
class SignMatrixTest {
    private static final double VISIBLE = 1; // standard deviations of noise

    /** What a fault does under control: + rises, - falls, 0 is left alone or held by the loop. */
    private static String matrix(FailureMode mode) {
        return switch (mode) {
            case PUMP_IMPELLER_WEAR -> "flow0 speed+ power+ current+";
            case PUMP_STRAINER_PLUGGING -> "suction_pressure- flow0 speed+ power+";
            case PUMP_CAVITATION -> "acceleration_hf+ vibration_de+ vibration_nde+ speed+ flow0";
            case PUMP_BEARING_WEAR -> "vibration_de+ envelope+ bearing_temp_de+ current+ flow0";
            case PUMP_SEAL_LEAK -> "seal_pot_level- seal_temp+ flow0 speed0";
            case PUMP_MISALIGNMENT -> "vibration_axial+ vibration_de+ bearing_temp_de+ power+ envelope0";
            case PUMP_UNBALANCE -> "vibration_de+ vibration_nde+ vibration_axial0 envelope0";
            case MOTOR_COOLING_BLOCKAGE -> "winding_temp+ frame_temp+ power0 current_a0";
            case MOTOR_INSULATION -> "leakage_current+ power0";
            case MOTOR_VOLTAGE_UNBALANCE -> "current_a+ current_b- current_c- winding_temp+";
            case MOTOR_ROTOR_BAR -> "sideband+ power0";
            case MOTOR_MISALIGNMENT -> "vibration_axial+ vibration_de+ coupling_temp+ power+";
            case MOTOR_UNBALANCE -> "vibration_de+ vibration_nde+ vibration_axial0";
            case EXCHANGER_FOULING -> "hot_dp+ hot_outlet_temp0 valve_opening+ cold_flow+ conductivity0";
            case EXCHANGER_TUBE_LEAK -> "conductivity+ hot_return_flow- hot_flow0 hot_outlet_temp0";
            case EXCHANGER_BYPASS_STUCK -> "hot_outlet_temp0 valve_opening+ cold_flow+ hot_dp-";
            case FAN_FILTER_CLOG -> "filter_dp+ flow0 fan_speed+ motor_speed+ power+";
            case FAN_BELT_SLIP -> "flow0 fan_speed0 motor_speed+ vibration_de+";
            case FAN_UNBALANCE -> "vibration_de+ vibration_nde+ envelope0";
            case FAN_BEARING_WEAR -> "envelope+ vibration_de+ bearing_temp_de+ flow0";
        };
    }

    @ParameterizedTest
    @EnumSource
    void fault_moves_what_the_matrix_says(FailureMode mode) {
        Pair pair = run(mode);
        SoftAssertions all = new SoftAssertions();
        for (String cell : matrix(mode).split(" ")) {
            String channel = cell.substring(0, cell.length() - 1);
            all.assertThat(pair.sign(channel))
                    .as("%s of %s", channel, mode.id())
                    .isEqualTo("-0+".indexOf(cell.charAt(cell.length() - 1)) - 1);
        }
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void labels_name_only_symptoms_that_show(FailureMode mode) {
        Pair pair = run(mode);
        assertThat(mode.symptoms())
                .isNotEmpty()
                .allSatisfy((Symptom symptom) -> assertThat(pair.sign(symptom.channel()))
                        .as(symptom.channel())
                        .isEqualTo(symptom.sign()));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void cavitation_makes_flow_and_pressure_rough(double plugging, boolean rough) {
        Machine pump = new CentrifugalPump(Make.NOMINAL);
        Damage damage = new Damage();
        damage.set(PUMP_STRAINER_PLUGGING, plugging);
        Truth truth = run(pump, damage, 1);

        double unrest = truth.unrest(PumpTag.FLOW.ordinal());
        assertThat(unrest > 1.5).as("unrest %s", unrest).isEqualTo(rough);
    }

    private record Pair(Machine machine, Truth healthy, Truth faulty) {
        int sign(String channel) {
            int position = machine.schema().indexOf(channel).orElseThrow();
            Instrument instrument = machine.instruments().get(position);
            double change = faulty.value(position) - healthy.value(position);
            double noise = instrument.noiseAt(healthy.value(position));
            return Math.abs(change) < VISIBLE * noise ? 0 : (int) Math.signum(change);
        }
    }

    private static Pair run(FailureMode mode) {
        Asset asset = new Asset(
                new AssetId("X-1"), "Specimen", mode.equipmentClass(), new PlantPath("Site", "Area", "System"), 1);
        // cavitation is what a plugged strainer brings about at full load
        FailureMode cause = mode == PUMP_CAVITATION ? PUMP_STRAINER_PLUGGING : mode;
        double load = mode == PUMP_CAVITATION ? 1 : 0.85;
        Damage damage = new Damage();
        damage.set(cause, 1);
        Machine faulty = Machine.of(asset);
        return new Pair(faulty, run(Machine.of(asset), new Damage(), load), run(faulty, damage, load));
    }

    private static Truth run(Machine machine, Damage damage, double load) {
        Truth truth = new Truth(machine.instruments().size());
        for (int second = 0; second < 4 * 3600; second++) {
            machine.step(Conditions.calm(load), damage, truth);
        }
        return truth;
    }
}

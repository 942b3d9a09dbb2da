package org.industrialmind.simulator.fault;

import static org.industrialmind.simulator.fault.Growth.ASYMPTOTIC;
import static org.industrialmind.simulator.fault.Growth.EXPONENTIAL;
import static org.industrialmind.simulator.fault.Growth.GAMMA;
import static org.industrialmind.simulator.fault.Growth.SHOCK;
import static org.industrialmind.simulator.fault.Growth.WIENER;
import static org.industrialmind.simulator.fault.Symptom.falls;
import static org.industrialmind.simulator.fault.Symptom.rises;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.EquipmentClass;

/**
 * The ways in which the machines of the plant fail, with what an engineer's FMEA would say about each.
 *
 * <p>Symptoms are those of a machine whose flow or temperature controller is working: a channel that the loop holds
 * still is not among them. They stand in the order in which they usually speak up.
 */
public enum FailureMode {
    PUMP_BEARING_WEAR(
            "pump.bearing-wear",
            "VIB",
            "drive-end bearing",
            EXPONENTIAL,
            90,
            3,
            rises("envelope"),
            rises("vibration_de"),
            rises("acceleration_hf"),
            rises("vibration_nde"),
            rises("bearing_temp_de")),
    PUMP_IMPELLER_WEAR(
            "pump.impeller-wear", "PDE", "impeller", GAMMA, 200, 1, rises("speed"), rises("power"), rises("current")),
    PUMP_SEAL_LEAK("pump.seal-leak", "ELP", "shaft seal", GAMMA, 30, 2, rises("seal_temp"), falls("seal_pot_level")),
    PUMP_STRAINER_PLUGGING(
            "pump.strainer-plugging",
            "PDE",
            "suction strainer",
            WIENER,
            20,
            1,
            falls("suction_pressure"),
            rises("speed"),
            rises("power")),
    /** Never planned: it follows from a plugged strainer, hot liquid or a low tank. */
    PUMP_CAVITATION(
            "pump.cavitation",
            "NOI",
            "impeller",
            WIENER,
            20,
            1,
            rises("acceleration_hf"),
            rises("vibration_de"),
            rises("vibration_nde"),
            rises("speed")),
    PUMP_MISALIGNMENT(
            "pump.misalignment",
            "VIB",
            "coupling",
            SHOCK,
            30,
            1,
            rises("vibration_axial"),
            rises("vibration_de"),
            rises("vibration_nde"),
            rises("bearing_temp_de"),
            rises("power")),
    PUMP_UNBALANCE("pump.unbalance", "VIB", "impeller", WIENER, 40, 1, rises("vibration_de"), rises("vibration_nde")),

    MOTOR_COOLING_BLOCKAGE(
            "motor.cooling-blockage",
            "OHE",
            "cooling fan and fins",
            WIENER,
            40,
            1,
            rises("frame_temp"),
            rises("winding_temp")),
    MOTOR_INSULATION("motor.insulation", "BRD", "stator winding", EXPONENTIAL, 300, 0, rises("leakage_current")),
    MOTOR_VOLTAGE_UNBALANCE(
            "motor.voltage-unbalance",
            "OTH",
            "supply",
            SHOCK,
            20,
            0,
            rises("current_a"),
            falls("current_b"),
            falls("current_c"),
            rises("winding_temp"),
            rises("frame_temp")),
    MOTOR_ROTOR_BAR("motor.rotor-bar", "BRD", "rotor cage", EXPONENTIAL, 120, 2, rises("sideband")),
    MOTOR_MISALIGNMENT(
            "motor.misalignment",
            "VIB",
            "coupling",
            SHOCK,
            30,
            1,
            rises("vibration_axial"),
            rises("vibration_de"),
            rises("vibration_nde"),
            rises("coupling_temp"),
            rises("power")),
    MOTOR_UNBALANCE("motor.unbalance", "VIB", "rotor", WIENER, 40, 1, rises("vibration_de"), rises("vibration_nde")),

    EXCHANGER_FOULING(
            "exchanger.fouling",
            "IHT",
            "tube bundle",
            ASYMPTOTIC,
            60,
            1,
            rises("hot_dp"),
            rises("valve_opening"),
            rises("cold_flow"),
            falls("cold_outlet_temp")),
    EXCHANGER_TUBE_LEAK(
            "exchanger.tube-leak",
            "INL",
            "tube bundle",
            EXPONENTIAL,
            60,
            1,
            rises("conductivity"),
            falls("hot_return_flow")),
    EXCHANGER_BYPASS_STUCK(
            "exchanger.bypass-stuck",
            "FTS",
            "bypass valve",
            SHOCK,
            20,
            0,
            falls("hot_dp"),
            rises("valve_opening"),
            rises("cold_flow"),
            falls("cold_outlet_temp")),

    FAN_UNBALANCE("fan.unbalance", "VIB", "impeller", WIENER, 40, 1, rises("vibration_de"), rises("vibration_nde")),
    FAN_BELT_SLIP("fan.belt-slip", "PDE", "belt drive", GAMMA, 60, 1, rises("motor_speed"), rises("vibration_de")),
    FAN_FILTER_CLOG(
            "fan.filter-clog",
            "PLU",
            "inlet filter",
            WIENER,
            40,
            1,
            rises("filter_dp"),
            rises("fan_speed"),
            rises("motor_speed"),
            rises("power"),
            rises("current")),
    FAN_BEARING_WEAR(
            "fan.bearing-wear",
            "VIB",
            "drive-end bearing",
            EXPONENTIAL,
            90,
            3,
            rises("envelope"),
            rises("vibration_de"),
            rises("vibration_nde"),
            rises("bearing_temp_de"));

    private final String id;
    private final String isoCode;
    private final String item;
    private final Growth growth;
    private final Duration life;
    private final int loadExponent;
    private final List<Symptom> symptoms;

    FailureMode(
            String id,
            String isoCode,
            String item,
            Growth growth,
            int lifeDays,
            int loadExponent,
            Symptom... symptoms) {
        this.id = id;
        this.isoCode = isoCode;
        this.item = item;
        this.growth = growth;
        this.life = Duration.ofDays(lifeDays);
        this.loadExponent = loadExponent;
        this.symptoms = List.of(symptoms);
    }

    /** Returns the name that the whole platform knows the mode by, such as {@code pump.bearing-wear}. */
    public String id() {
        return id;
    }

    /** Returns the failure mode code of ISO 14224, such as {@code VIB}. */
    public String isoCode() {
        return isoCode;
    }

    /** Returns the maintainable item that has the fault. */
    public String item() {
        return item;
    }

    public Growth growth() {
        return growth;
    }

    /** Returns the usual time from onset to failure, in real time at 85 % load. */
    public Duration life() {
        return life;
    }

    /** Returns the power of the load by which damage speeds up: 3 for bearings, as in the L10 life of ISO 281. */
    public int loadExponent() {
        return loadExponent;
    }

    /** Returns the channels that move and where to, the one that speaks up first in front. */
    public List<Symptom> symptoms() {
        return symptoms;
    }

    public EquipmentClass equipmentClass() {
        return new EquipmentClass(
                switch (id.substring(0, id.indexOf('.'))) {
                    case "pump" -> "centrifugal-pump";
                    case "motor" -> "induction-motor";
                    case "exchanger" -> "heat-exchanger";
                    case "fan" -> "fan";
                    default ->
                        throw new IllegalStateException("failure mode " + id + " belongs to no class of machine");
                });
    }

    /** Returns the mode that this one brings about when it has grown far enough. */
    public Optional<FailureMode> consequence() {
        if (this == PUMP_STRAINER_PLUGGING) {
            return Optional.of(PUMP_CAVITATION);
        }
        return this == MOTOR_COOLING_BLOCKAGE ? Optional.of(MOTOR_INSULATION) : Optional.empty();
    }

    /** Returns the modes that can be planned for a class of machine, in a fixed order. */
    public static List<FailureMode> of(EquipmentClass equipmentClass) {
        return Arrays.stream(values())
                .filter(mode -> mode != PUMP_CAVITATION)
                .filter(mode -> mode.equipmentClass().equals(equipmentClass))
                .toList();
    }
}

package org.industrialmind.learning.physics;

import static org.industrialmind.learning.physics.Term.CONSTANT;
import static org.industrialmind.learning.physics.Term.difference;

import java.util.List;
import java.util.Set;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;

/**
 * The equations of the classes of machines that are known.
 *
 * <p>They are written on the channel names that the classes share; one whose channels a machine lacks is left out, so a
 * pump with four instruments has the equations that four instruments allow. Each explains a channel by as few others as
 * the law needs: what is wrong with one instrument must not spread over all.
 *
 * <p>Most laws have the machine's health in them: a worn pump breaks its affinity laws. What the readings of
 * current and power say of each other at the same terminals has not; that law is hard. So are those of the three phases of
 * a motor: without a neutral their currents sum to nothing, so none of them changes alone.
 *
 * <p>Air temperature is measured at motors and fans but not at pumps. There bearings and winding explain each other: what
 * warms all of them alike is the weather.
 *
 * <ol>
 *   <li>Gulich 2020, Centrifugal Pumps, 4th ed., chapter 3.4: affinity laws, {@code H = H0 s^2 - a Q^2}.
 *   <li>Eck 1973, Fans: {@code p = p0 s^2 - a Q^2}, and pressure drops that grow with the square of the flow.
 *   <li>IEC 60034-1 and NEMA MG 1: current, losses and temperature rise of induction motors.
 *   <li>Kays and London 1984, Compact Heat Exchangers; turbulent pressure drop with the power 1.8 of the flow.
 * </ol>
 */
final class Laws {
    private Laws() {}

    /** Returns the equations that machines with these channels must obey; none for an unknown class. */
    static List<Equation> of(FrameSchema schema) {
        return of(schema.equipmentClass()).stream()
                .filter(equation -> schema.indexOf(equation.channel()).isPresent()
                        && equation.inputs()
                                .allMatch(input -> schema.indexOf(input).isPresent()))
                .toList();
    }

    /**
     * Returns the channels that a controller of the machine moves to hold another one. They answer to whatever happens to
     * the machine, at once and alone, since what is held stays where it is.
     */
    static Set<String> manipulated(EquipmentClass equipment) {
        return switch (equipment.code()) {
            case "centrifugal-pump" -> Set.of("speed");
            case "fan" -> Set.of("motor_speed", "fan_speed");
            case "heat-exchanger" -> Set.of("valve_opening", "cold_flow");
            default -> Set.of();
        };
    }

    private static List<Equation> of(EquipmentClass equipment) {
        return switch (equipment.code()) {
            case "centrifugal-pump" -> PUMP;
            case "induction-motor" -> MOTOR;
            case "heat-exchanger" -> EXCHANGER;
            case "fan" -> FAN;
            default -> List.of();
        };
    }

    private static final Term HEAD = difference("discharge_pressure", "suction_pressure");
    private static final Term PUMP_SPEED_SQUARED = Term.of("speed", 2);

    private static final List<Equation> PUMP = List.of(
            Equation.of("flow", "the controller holds the set point", CONSTANT, Term.of("flow_setpoint")),
            Equation.of("suction_pressure", "loss in the strainer", CONSTANT, Term.of("flow", 2)),
            Equation.of(
                    "discharge_pressure", "system curve", CONSTANT, Term.of("suction_pressure"), Term.of("flow", 2)),
            Equation.of("speed", "affinity laws", CONSTANT, HEAD, Term.of("flow", 2), Term.of("flow")),
            Equation.of(
                    "power", "hydraulic power over efficiency", CONSTANT, HEAD.times("flow", 1), Term.of("flow"), HEAD),
            Equation.hard(
                    "current", "power over voltage and power factor", CONSTANT, Term.of("power"), Term.of("power", 2)),
            Equation.above("bearing_temp_nde", "bearing_temp_de", "friction over the air", CONSTANT, Term.of("power")),
            Equation.above("bearing_temp_de", "bearing_temp_nde", "friction over the air", CONSTANT, Term.of("power")),
            Equation.above(
                    "bearing_temp_nde",
                    "winding_temp",
                    "losses over the air",
                    CONSTANT,
                    Term.of("power"),
                    Term.of("power", 2)),
            Equation.of("vibration_de", "unbalance force", CONSTANT, PUMP_SPEED_SQUARED),
            Equation.of("vibration_nde", "unbalance force", CONSTANT, PUMP_SPEED_SQUARED),
            Equation.of("vibration_axial", "unbalance force", CONSTANT, PUMP_SPEED_SQUARED),
            Equation.of("acceleration_hf", "flow noise", CONSTANT, PUMP_SPEED_SQUARED),
            Equation.of("envelope", "rolling contact", CONSTANT, Term.of("speed")),
            Equation.above("fluid_temp", "seal_temp", "friction over the liquid", CONSTANT, Term.of("speed")));

    private static final Term APPARENT = Term.of("power").times("voltage", -1);

    private static final List<Equation> MOTOR = List.of(
            Equation.of(
                    "power",
                    "the load that is asked for",
                    CONSTANT,
                    Term.of("load_setpoint"),
                    Term.of("load_setpoint", 2)),
            phase("current_a"),
            phase("current_b"),
            phase("current_c"),
            Equation.of("power_factor", "magnetising current", CONSTANT, Term.of("power"), Term.of("power", 2)),
            Equation.of("speed", "slip", CONSTANT, Term.of("power")),
            Equation.of("leakage_current", "insulation resistance", CONSTANT, Term.of("voltage")),
            Equation.above(
                    "ambient_temp",
                    "frame_temp",
                    "losses over the air",
                    CONSTANT,
                    Term.of("power"),
                    Term.of("power", 2)),
            Equation.above(
                    "frame_temp",
                    "winding_temp",
                    "copper loss over the frame",
                    CONSTANT,
                    Term.of("power"),
                    Term.of("power", 2)),
            Equation.above("ambient_temp", "coupling_temp", "friction over the air", CONSTANT),
            Equation.of("vibration_de", "unbalance and load", CONSTANT, Term.of("power")),
            Equation.of("vibration_nde", "unbalance and load", CONSTANT, Term.of("power")),
            Equation.of("vibration_axial", "unbalance and load", CONSTANT, Term.of("power")));

    private static Equation phase(String current) {
        return Equation.hard(
                current, "power over voltage and power factor", CONSTANT, APPARENT, APPARENT.times("power", 1));
    }

    private static final Term HEAT =
            difference("hot_inlet_temp", "hot_outlet_temp").times("hot_flow", 1);

    private static final List<Equation> EXCHANGER = List.of(
            Equation.of("hot_flow", "the flow that is asked for", CONSTANT, Term.of("hot_flow_setpoint")),
            Equation.of("hot_return_flow", "what enters must leave", CONSTANT, Term.of("hot_flow")),
            Equation.of("hot_dp", "turbulent pressure drop", CONSTANT, Term.of("hot_flow", 1.8)),
            Equation.of("cold_dp", "turbulent pressure drop", CONSTANT, Term.of("cold_flow", 1.8)),
            Equation.of(
                    "cold_outlet_temp",
                    "heat balance",
                    CONSTANT,
                    Term.of("cold_inlet_temp"),
                    HEAT.times("cold_flow", -1)),
            Equation.of(
                    "cold_flow",
                    "heat transfer",
                    CONSTANT,
                    HEAT,
                    HEAT.times("cold_inlet_temp", 1),
                    HEAT.times("cold_inlet_temp", 2),
                    HEAT.times("hot_inlet_temp", 1),
                    HEAT.times("hot_flow", 1),
                    HEAT.times("hot_flow", 1).times("cold_inlet_temp", 1)),
            Equation.of(
                    "valve_opening",
                    "characteristic of the valve",
                    CONSTANT,
                    Term.of("cold_flow"),
                    Term.of("cold_flow", 2),
                    Term.of("cold_flow", 3)));

    private static final List<Equation> FAN = List.of(
            Equation.of("flow", "the controller holds the set point", CONSTANT, Term.of("flow_setpoint")),
            Equation.of("filter_dp", "pressure drop of the filter", CONSTANT, Term.of("flow", 2)),
            Equation.of("motor_speed", "belt without slip", CONSTANT, Term.of("fan_speed")),
            Equation.of("fan_speed", "fan laws", CONSTANT, Term.of("flow")),
            Equation.of("static_pressure", "fan laws", Term.of("fan_speed", 2), Term.of("flow", 2), CONSTANT),
            Equation.of(
                    "power",
                    "air power over efficiency",
                    CONSTANT,
                    Term.of("flow").times("static_pressure", 1),
                    Term.of("flow")),
            Equation.hard(
                    "current", "power over voltage and power factor", CONSTANT, Term.of("power"), Term.of("power", 2)),
            Equation.above("inlet_temp", "bearing_temp_de", "friction over the air", CONSTANT, Term.of("power")),
            Equation.above("inlet_temp", "bearing_temp_nde", "friction over the air", CONSTANT, Term.of("power")),
            Equation.above(
                    "inlet_temp",
                    "winding_temp",
                    "losses over the air",
                    CONSTANT,
                    Term.of("power"),
                    Term.of("power", 2)),
            Equation.of("vibration_de", "unbalance force", CONSTANT, Term.of("fan_speed", 2)),
            Equation.of("vibration_nde", "unbalance force", CONSTANT, Term.of("fan_speed", 2)),
            Equation.of("envelope", "rolling contact", CONSTANT, Term.of("fan_speed")));
}

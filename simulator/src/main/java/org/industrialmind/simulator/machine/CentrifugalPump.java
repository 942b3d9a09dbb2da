package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.fault.FailureMode.PUMP_BEARING_WEAR;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_CAVITATION;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_IMPELLER_WEAR;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_MISALIGNMENT;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_SEAL_LEAK;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_STRAINER_PLUGGING;
import static org.industrialmind.simulator.fault.FailureMode.PUMP_UNBALANCE;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.sensor.Instrument;

/**
 * A centrifugal pump of 100 m3/h and 50 m, driven at variable speed by a 22 kW motor whose speed a flow controller sets.
 *
 * <p>The pump gives the head {@code H0 s^2 - a Q^2} at relative speed {@code s} (affinity laws); the plant behind it asks
 * for {@code Hst + k Q^2}; the flow is where the two meet. Because the controller holds the flow, a worn pump is not one
 * that delivers less but one that turns faster for the same: what a monitoring system has to see is in speed, power and
 * vibration, not in the flow. Below its required net positive suction head the pump cavitates: it loses head, roars at
 * high frequency, and everything hydraulic becomes rough.
 *
 * <p>Lags: water column 2 s, speed 1.5 s, casing 600 s, bearings 900 s, winding half an hour.
 *
 * @see "Gulich 2020, Centrifugal Pumps, 4th ed.: affinity laws, NPSH and cavitation"
 */
final class CentrifugalPump implements Machine {
    static final double NOMINAL_FLOW = 100; // m3/h
    static final double NOMINAL_HEAD = 50; // m
    static final double NOMINAL_SPEED = 2950; // 1/min
    static final double MOTOR_POWER = 22; // kW
    private static final double NOMINAL_SHAFT_POWER = 18.1; // kW
    private static final double BEST_EFFICIENCY = 0.75;
    private static final double DENSITY = 998; // kg/m3
    private static final double GRAVITY = 9.81;
    private static final double BAR_PER_METRE = DENSITY * GRAVITY / 1e5;

    private static final double SHUT_OFF_HEAD = 1.25 * NOMINAL_HEAD;
    private static final double CURVE = 0.25 * NOMINAL_HEAD / (NOMINAL_FLOW * NOMINAL_FLOW); // m/(m3/h)^2
    private static final double STATIC_HEAD = 20; // m
    private static final double VALVE_OPENING = 0.7;
    private static final double SYSTEM_CURVE = 0.00147 / (VALVE_OPENING * VALVE_OPENING); // m/(m3/h)^2

    private static final double TANK_PRESSURE = 1.0; // bar absolute
    private static final double TANK_HEIGHT = 0.5; // m above the pump
    private static final double STRAINER = 5e-6; // bar/(m3/h)^2 when clean
    private static final double FLUID_TEMPERATURE = 60; // degC
    private static final double NPSH_ONSET = 1.3; // of NPSHa / NPSHr

    private static final double LOWEST_SPEED = 0.5;
    private static final double HIGHEST_SPEED = 1.15;
    private static final double POT_LEVEL = 79.75; // percent: where refill meets the leakage of a sound seal
    private static final double POT_VOLUME = 12; // litres
    private static final double POT_REFILL = 0.2; // L/h for each percent below 80 %
    private static final double POT_REFILL_LIMIT = 0.5; // L/h

    private static final List<Instrument> INSTRUMENTS =
            Arrays.stream(PumpTag.values()).map(PumpTag::instrument).toList();

    private final Make make;
    private final PiController controller = new PiController(0.5, 8, LOWEST_SPEED, HIGHEST_SPEED);
    private final Lag shaft = new Lag(1.5);
    private final Lag waterColumn = new Lag(2);
    private final Lag cavitating = new Lag(3);
    private final Lag driveEnd = new Lag(900);
    private final Lag nonDriveEnd = new Lag(900);
    private final Lag seal = new Lag(600);
    private final Lag casing = new Lag(600);
    private final MotorHeat heat = new MotorHeat();
    private double potLevel = POT_LEVEL;
    private double load;

    CentrifugalPump(Make make) {
        this.make = make;
    }

    @Override
    public EquipmentClass equipmentClass() {
        return PUMP;
    }

    @Override
    public List<Instrument> instruments() {
        return INSTRUMENTS;
    }

    @Override
    public double load() {
        return load;
    }

    @Override
    public double consequence(FailureMode mode) {
        return mode == PUMP_CAVITATION ? cavitating.value() : 0;
    }

    @Override
    public void repair(FailureMode mode) {
        if (mode == PUMP_SEAL_LEAK) {
            potLevel = POT_LEVEL;
        }
    }

    @Override
    public void step(Conditions conditions, Damage damage, Truth truth) {
        double setPoint = conditions.load() * NOMINAL_FLOW;
        double error = (setPoint - waterColumn.value()) / NOMINAL_FLOW;
        double speed = shaft.towards(conditions.load() > 0 ? controller.act(error) : controller.stop());
        Hydraulics water = hydraulics(speed, conditions, damage);

        double dragged = 1 + 0.02 * damage.of(PUMP_MISALIGNMENT) + Bearing.drag(damage.of(PUMP_BEARING_WEAR));
        double power = water.shaftPower * dragged;
        load = water.flow / NOMINAL_FLOW;
        double heating = power / NOMINAL_SHAFT_POWER;
        boolean turning = speed > 0.02;
        heat.step(power / MOTOR_POWER, turning, conditions.ambient(), 0, 0);

        truth.put(PumpTag.FLOW_SETPOINT, setPoint);
        truth.put(PumpTag.SUCTION_PRESSURE, water.suction, 1 + 5 * water.cavitation);
        truth.put(PumpTag.DISCHARGE_PRESSURE, water.discharge, 1 + 5 * water.cavitation);
        truth.put(PumpTag.FLOW, water.flow, 1 + 5 * water.cavitation);
        truth.put(PumpTag.SPEED, speed * NOMINAL_SPEED);
        double amperes = turning ? MotorCurrent.amperes(power, MOTOR_POWER, conditions.voltage()) : 0;
        truth.put(PumpTag.CURRENT, amperes, 1 + 2 * water.cavitation);
        truth.put(PumpTag.POWER, power / MotorCurrent.EFFICIENCY);
        truth.put(PumpTag.WINDING_TEMP, heat.winding());
        vibration(speed, water, damage, truth);
        temperatures(speed, heating, conditions, damage, truth);
    }

    private record Hydraulics(
            double flow, double suction, double discharge, double cavitation, double head, double shaftPower) {}

    /** Finds where the curve of the pump meets that of the plant, and what it takes to drive the pump there. */
    private Hydraulics hydraulics(double speed, Conditions conditions, Damage damage) {
        double wear = damage.of(PUMP_IMPELLER_WEAR);
        double plugging = 9 * damage.of(PUMP_STRAINER_PLUGGING) * STRAINER;
        double cavitation = cavitating.value();
        double headKept = 1 - 0.03 * Math.min(cavitation, 0.3) / 0.3 - 0.5 * Math.max(0, cavitation - 0.3);
        double shutOff = SHUT_OFF_HEAD * make.performance() * (1 - 0.15 * wear) * headKept;
        double curve = CURVE * (1 + 0.3 * wear) * headKept;
        // the clean strainer is part of the system curve; what plugs it comes on top
        double system = SYSTEM_CURVE * conditions.resistance() + plugging / BAR_PER_METRE;
        double meeting = Math.sqrt(Math.max(0, (shutOff * speed * speed - STATIC_HEAD) / (curve + system)));
        double flow = waterColumn.towards(meeting);

        double head = Math.max(0, shutOff * speed * speed - curve * flow * flow);
        double suction = TANK_PRESSURE
                + conditions.feedPressure()
                + BAR_PER_METRE * TANK_HEIGHT
                - (STRAINER + plugging) * flow * flow;
        double margin = npshMargin(suction, FLUID_TEMPERATURE + conditions.feedTemperature(), flow);
        cavitating.towards(flow > 1 ? Math.clamp(NPSH_ONSET - margin, 0, 1) : 0);
        double power = shaftPower(flow, head, speed, BEST_EFFICIENCY * make.efficiency() - 0.10 * wear);
        return new Hydraulics(flow, suction, suction + BAR_PER_METRE * head, cavitation, head, power);
    }

    /** Returns the available over the required net positive suction head. */
    static double npshMargin(double suctionBar, double celsius, double flow) {
        double vapour = StrictMath.exp(11.68 - 3816 / (celsius + 227)); // bar; Antoine equation of water
        double available = (suctionBar - vapour) / BAR_PER_METRE;
        double relative = flow / NOMINAL_FLOW;
        return available / (2 + 2.5 * relative * relative);
    }

    /** Returns the shaft power in kW; the efficiency is best at the design flow of each speed. */
    private static double shaftPower(double flow, double head, double speed, double best) {
        if (speed < 0.02) {
            return 0;
        }
        double offDesign = flow / (speed * NOMINAL_FLOW) - 1;
        double efficiency = Math.max(0.1, best * (1 - 0.9 * offDesign * offDesign));
        return DENSITY * GRAVITY * Math.max(flow, 5) * head / (3.6e6 * efficiency);
    }

    private void vibration(double speed, Hydraulics water, Damage damage, Truth truth) {
        double wear = damage.of(PUMP_BEARING_WEAR);
        double misalignment = damage.of(PUMP_MISALIGNMENT);
        double squared = speed * speed;
        boolean turning = speed > 0.02;
        double basis = 1.2 * make.roughness() * squared;
        double spall = turning ? Bearing.velocity(wear) : 0;
        double once = 3 * damage.of(PUMP_UNBALANCE) * squared;
        double twice = misalignment * squared * Math.sqrt(2.5 * 2.5 + 0.8 * 0.8);
        // recirculation in the impeller below half the design flow of the speed
        double relative = turning ? water.flow / (speed * NOMINAL_FLOW) : 1;
        double hydraulic = Math.clamp((0.5 - relative) / 0.1, 0, 1) * squared + 1.5 * water.cavitation;

        truth.put(PumpTag.VIBRATION_DE, norm(basis, spall, once, twice) + hydraulic);
        truth.put(PumpTag.VIBRATION_NDE, norm(0.85 * basis, 0.3 * spall, 0.6 * once, 0.5 * twice) + hydraulic);
        truth.put(PumpTag.VIBRATION_AXIAL, norm(0.5 * basis, 1.2 * misalignment * squared, 0, 0) + 0.3 * hydraulic);
        double quiet = 0.8 * make.roughness() * squared;
        double impacts = turning ? 3 * wear * Math.sqrt(wear) : 0;
        truth.put(PumpTag.ACCELERATION_HF, norm(quiet * (1 + 8 * water.cavitation), impacts, 0, 0));
        truth.put(PumpTag.ENVELOPE, Bearing.envelope(wear, speed));
    }

    private void temperatures(double speed, double heating, Conditions conditions, Damage damage, Truth truth) {
        double wear = damage.of(PUMP_BEARING_WEAR);
        double leaking = damage.of(PUMP_SEAL_LEAK);
        double ambient = conditions.ambient();
        double coupling = 0.5 * 12 * damage.of(PUMP_MISALIGNMENT); // half of the coupling's heat reaches the bearing
        boolean turning = speed > 0.02;
        double friction = turning ? Bearing.heating(wear) + coupling : 0;
        double liquid = FLUID_TEMPERATURE + conditions.feedTemperature(); // a standing pump is kept warm by its bypass
        truth.put(PumpTag.BEARING_TEMP_DE, driveEnd.towards(ambient + 25 * heating + friction));
        truth.put(PumpTag.BEARING_TEMP_NDE, nonDriveEnd.towards(ambient + 20 * heating));
        truth.put(PumpTag.FLUID_TEMP, casing.towards(liquid));
        truth.put(PumpTag.SEAL_TEMP, seal.towards(liquid + 2 * speed + (turning ? 15 * leaking : 0)));

        double leakage = turning ? 0.05 * StrictMath.exp(5 * leaking) : 0.01; // L/h
        double refill = Math.clamp(POT_REFILL * (80 - potLevel), 0, POT_REFILL_LIMIT);
        potLevel = Math.clamp(potLevel + (refill - leakage) / 3600 / POT_VOLUME * 100, 0, 100);
        truth.put(PumpTag.SEAL_POT_LEVEL, potLevel);
    }

    /** Adds amplitudes of unlike frequency. */
    private static double norm(double a, double b, double c, double d) {
        return Math.sqrt(a * a + b * b + c * c + d * d);
    }
}

package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.fault.FailureMode.MOTOR_COOLING_BLOCKAGE;
import static org.industrialmind.simulator.fault.FailureMode.MOTOR_INSULATION;
import static org.industrialmind.simulator.fault.FailureMode.MOTOR_MISALIGNMENT;
import static org.industrialmind.simulator.fault.FailureMode.MOTOR_ROTOR_BAR;
import static org.industrialmind.simulator.fault.FailureMode.MOTOR_UNBALANCE;
import static org.industrialmind.simulator.fault.FailureMode.MOTOR_VOLTAGE_UNBALANCE;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.sensor.Instrument;

/**
 * A four-pole induction motor of 22 kW on the grid, driving a conveyor, mill or mixer that takes the load it is given.
 *
 * <p>Speed falls with load by the slip; current follows from power, voltage, power factor and efficiency; what is lost
 * heats winding and frame. Insulation ages by the ten-kelvin rule, 20,000 hours at 155 degrees Celsius, so that a blocked
 * cooling fan ends as an earth fault long after it began as a warm frame.
 *
 * @see "Montsinger 1930, Loading Transformers by Temperature, AIEE Trans. 49 (ten-kelvin rule)"
 * @see "NEMA MG 1, 20.24: temperature rise grows by twice the square of the percent voltage unbalance"
 */
final class InductionMotor implements Machine {
    static final double NOMINAL_POWER = 22; // kW
    private static final double SYNCHRONOUS_SPEED = 1500; // 1/min, four poles at 50 Hz
    private static final double NOMINAL_SLIP = 0.02;
    private static final double INSULATION_LIFE = 20_000 * 3600.0; // seconds at 155 degC
    private static final double UNBALANCE_HEATING = 0.18; // 2 x 3^2 percent, for 3 % voltage unbalance

    private static final List<Instrument> INSTRUMENTS =
            Arrays.stream(MotorTag.values()).map(MotorTag::instrument).toList();

    private final Make make;
    private final MotorHeat heat = new MotorHeat();
    private final Lag shaft = new Lag(1.5);
    private final Lag drive = new Lag(5);
    private final Lag coupling = new Lag(600);
    private double load;

    InductionMotor(Make make) {
        this.make = make;
    }

    @Override
    public EquipmentClass equipmentClass() {
        return MOTOR;
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
    public double insulationAgeing() {
        return StrictMath.exp((heat.winding() - 155) / 10 * StrictMath.log(2)) / INSULATION_LIFE;
    }

    @Override
    public void step(Conditions conditions, Damage damage, Truth truth) {
        boolean running = conditions.load() > 0;
        load = drive.towards(running ? conditions.load() * conditions.resistance() : 0);
        double power = NOMINAL_POWER * load / make.efficiency() * (1 + 0.02 * damage.of(MOTOR_MISALIGNMENT));
        double relative = power / NOMINAL_POWER;
        double speed = shaft.towards(running ? 1 - NOMINAL_SLIP * relative : 0);
        double unbalance = damage.of(MOTOR_VOLTAGE_UNBALANCE);
        double squared = relative * relative;
        heat.step(
                relative,
                running,
                conditions.ambient(),
                damage.of(MOTOR_COOLING_BLOCKAGE),
                UNBALANCE_HEATING * unbalance * squared);

        truth.put(MotorTag.LOAD_SETPOINT, 100 * conditions.load());
        truth.put(MotorTag.SPEED, speed * SYNCHRONOUS_SPEED);
        truth.put(MotorTag.WINDING_TEMP, heat.winding());
        truth.put(MotorTag.FRAME_TEMP, heat.frame());
        truth.put(MotorTag.AMBIENT_TEMP, conditions.ambient());
        double warmCoupling = running ? 8 + 12 * damage.of(MOTOR_MISALIGNMENT) : 0;
        truth.put(MotorTag.COUPLING_TEMP, coupling.towards(conditions.ambient() + warmCoupling));
        electrics(running, power, conditions.voltage(), damage, truth);
        vibration(speed, damage, truth);
    }

    private static void electrics(boolean running, double power, double voltage, Damage damage, Truth truth) {
        double unbalance = damage.of(MOTOR_VOLTAGE_UNBALANCE);
        double broken = damage.of(MOTOR_ROTOR_BAR);
        double amperes = running ? MotorCurrent.amperes(power, NOMINAL_POWER, voltage) : 0;
        double ripple = 1 + 2 * broken; // the current breathes at twice the slip frequency
        truth.put(MotorTag.VOLTAGE, MotorCurrent.VOLTS * voltage);
        // 3 % voltage unbalance gives about six times as much in the currents
        truth.put(MotorTag.CURRENT_A, amperes * (1 + 0.18 * unbalance), ripple);
        truth.put(MotorTag.CURRENT_B, amperes * (1 - 0.11 * unbalance), ripple);
        truth.put(MotorTag.CURRENT_C, amperes * (1 - 0.07 * unbalance), ripple);
        truth.put(MotorTag.POWER, running ? power / MotorCurrent.EFFICIENCY : 0);
        truth.put(MotorTag.POWER_FACTOR, running ? MotorCurrent.powerFactor(power / NOMINAL_POWER) : 0);
        truth.put(MotorTag.SIDEBAND, running ? -55 + 20 * broken : -75);
        double leakage = 0.1 * StrictMath.exp(4 * damage.of(MOTOR_INSULATION)); // mA
        truth.put(MotorTag.LEAKAGE_CURRENT, running ? leakage * voltage : 0);
    }

    private void vibration(double speed, Damage damage, Truth truth) {
        double squared = speed * speed;
        double misalignment = damage.of(MOTOR_MISALIGNMENT) * squared;
        double basis = make.roughness() * (0.8 + 0.2 * load) * squared;
        double once = 3 * damage.of(MOTOR_UNBALANCE) * squared;
        double twice = misalignment * Math.sqrt(2.5 * 2.5 + 0.8 * 0.8);
        truth.put(MotorTag.VIBRATION_DE, Math.sqrt(basis * basis + once * once + twice * twice));
        double far = 0.85 * basis;
        truth.put(MotorTag.VIBRATION_NDE, Math.sqrt(far * far + 0.64 * once * once + 0.25 * twice * twice));
        double axial = 1.2 * misalignment;
        truth.put(MotorTag.VIBRATION_AXIAL, Math.sqrt(0.25 * basis * basis + axial * axial));
    }
}

package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.fault.FailureMode.FAN_BEARING_WEAR;
import static org.industrialmind.simulator.fault.FailureMode.FAN_BELT_SLIP;
import static org.industrialmind.simulator.fault.FailureMode.FAN_FILTER_CLOG;
import static org.industrialmind.simulator.fault.FailureMode.FAN_UNBALANCE;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.sensor.Instrument;

/**
 * A fan of 50,000 m3/h at 1.8 kPa behind a filter, driven over a belt by a 37 kW motor whose speed a flow controller
 * sets.
 *
 * <p>The curve is that of the pump without static head: {@code p0 s^2 - a Q^2} meets {@code (k + filter) Q^2}.
 *
 * @see "Eck 1973, Fans: fan laws and system characteristic"
 */
final class Fan implements Machine {
    static final double NOMINAL_FLOW = 50_000; // m3/h
    static final double NOMINAL_PRESSURE = 1.8; // kPa
    static final double NOMINAL_SPEED = 1480; // 1/min
    static final double MOTOR_POWER = 37; // kW
    private static final double NOMINAL_SHAFT_POWER = 33.3; // kW
    private static final double BEST_EFFICIENCY = 0.75;
    private static final double CLEAN_FILTER = 0.2; // kPa at nominal flow
    private static final double DUCT = NOMINAL_PRESSURE - CLEAN_FILTER; // kPa at nominal flow
    private static final double HIGHEST_SPEED = 1.2;
    private static final double LOWEST_SPEED = 0.2;

    private static final List<Instrument> INSTRUMENTS =
            Arrays.stream(FanTag.values()).map(FanTag::instrument).toList();

    private final Make make;
    private final PiController controller = new PiController(0.5, 8, LOWEST_SPEED, HIGHEST_SPEED);
    private final Lag shaft = new Lag(3);
    private final Lag air = new Lag(2);
    private final Lag driveEnd = new Lag(900);
    private final Lag nonDriveEnd = new Lag(900);
    private final MotorHeat heat = new MotorHeat();
    private double load;

    Fan(Make make) {
        this.make = make;
    }

    @Override
    public EquipmentClass equipmentClass() {
        return FAN;
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
    public void step(Conditions conditions, Damage damage, Truth truth) {
        double error = conditions.load() - air.value();
        double motorSpeed = shaft.towards(conditions.load() > 0 ? controller.act(error) : controller.stop());
        double speed = motorSpeed * (1 - 0.15 * damage.of(FAN_BELT_SLIP));
        boolean turning = speed > 0.02;

        // flows relative to nominal, pressures in kPa
        double shutOff = 1.25 * NOMINAL_PRESSURE * make.performance();
        double curve = 0.25 * NOMINAL_PRESSURE;
        double filter = CLEAN_FILTER * (1 + 4 * damage.of(FAN_FILTER_CLOG));
        double system = DUCT * conditions.resistance() + filter;
        double flow = air.towards(speed * Math.sqrt(shutOff / (curve + system)));
        double pressure = Math.max(0, shutOff * speed * speed - curve * flow * flow);
        double power = shaftPower(flow, pressure, speed) * (1 + Bearing.drag(damage.of(FAN_BEARING_WEAR)));
        load = flow;
        heat.step(power / MOTOR_POWER, turning, conditions.ambient(), 0, 0);

        truth.put(FanTag.FLOW_SETPOINT, conditions.load() * NOMINAL_FLOW);
        truth.put(FanTag.FLOW, flow * NOMINAL_FLOW);
        truth.put(FanTag.STATIC_PRESSURE, pressure);
        truth.put(FanTag.FILTER_DP, filter * flow * flow);
        truth.put(FanTag.MOTOR_SPEED, motorSpeed * NOMINAL_SPEED);
        truth.put(FanTag.FAN_SPEED, speed * NOMINAL_SPEED);
        truth.put(FanTag.CURRENT, turning ? MotorCurrent.amperes(power, MOTOR_POWER, conditions.voltage()) : 0);
        truth.put(FanTag.POWER, power / MotorCurrent.EFFICIENCY);
        truth.put(FanTag.WINDING_TEMP, heat.winding());
        truth.put(FanTag.INLET_TEMP, conditions.ambient());
        condition(speed, power, conditions.ambient(), damage, truth);
    }

    private double shaftPower(double flow, double pressure, double speed) {
        if (speed < 0.02) {
            return 0;
        }
        double offDesign = flow / speed - 1;
        double efficiency = Math.max(0.1, BEST_EFFICIENCY * make.efficiency() * (1 - 0.9 * offDesign * offDesign));
        return flow * NOMINAL_FLOW / 3600 * pressure / efficiency;
    }

    private void condition(double speed, double power, double ambient, Damage damage, Truth truth) {
        double wear = damage.of(FAN_BEARING_WEAR);
        boolean turning = speed > 0.02;
        double squared = speed * speed;
        double basis = 1.4 * make.roughness() * squared;
        double spall = turning ? Bearing.velocity(wear) : 0;
        double once = 3 * damage.of(FAN_UNBALANCE) * squared;
        double belt = damage.of(FAN_BELT_SLIP) * squared; // sidebands of a slipping belt
        truth.put(FanTag.VIBRATION_DE, Math.sqrt(basis * basis + spall * spall + once * once + belt * belt));
        truth.put(FanTag.VIBRATION_NDE, Math.sqrt(0.7 * basis * basis + 0.09 * spall * spall + 0.36 * once * once));
        truth.put(FanTag.ENVELOPE, Bearing.envelope(wear, speed));
        double heating = power / NOMINAL_SHAFT_POWER;
        double friction = turning ? Bearing.heating(wear) : 0;
        truth.put(FanTag.BEARING_TEMP_DE, driveEnd.towards(ambient + 25 * heating + friction));
        truth.put(FanTag.BEARING_TEMP_NDE, nonDriveEnd.towards(ambient + 20 * heating));
    }
}

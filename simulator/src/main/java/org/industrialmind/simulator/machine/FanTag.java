package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.sensor.Instrument.command;
import static org.industrialmind.simulator.sensor.Instrument.electrical;
import static org.industrialmind.simulator.sensor.Instrument.flow;
import static org.industrialmind.simulator.sensor.Instrument.pressure;
import static org.industrialmind.simulator.sensor.Instrument.speed;
import static org.industrialmind.simulator.sensor.Instrument.temperature;
import static org.industrialmind.simulator.sensor.Instrument.vibration;

import org.industrialmind.signal.Channel.Role;
import org.industrialmind.simulator.sensor.Instrument;

/** The measuring points of a belt-driven fan and its motor. */
enum FanTag implements Tag {
    FLOW_SETPOINT(command("flow_setpoint", "Air flow that is asked for", "m3/h", 75_000)),
    FLOW(flow("flow", "Delivered air flow", "m3/h", 75_000)),
    STATIC_PRESSURE(pressure("static_pressure", "Pressure rise over the fan", "kPa", 5)),
    FILTER_DP(pressure("filter_dp", "Pressure drop of the inlet filter", "kPa", 2)),
    MOTOR_SPEED(speed("motor_speed", "Speed of the motor shaft", 1800)),
    FAN_SPEED(speed("fan_speed", "Speed of the fan shaft", 1800)),
    CURRENT(electrical("current", "Motor current", "A", 120)),
    POWER(electrical("power", "Electrical power drawn by the motor", "kW", 60)),
    BEARING_TEMP_DE(temperature("bearing_temp_de", "Temperature of the drive-end bearing", 170, Role.CONDITION)),
    BEARING_TEMP_NDE(temperature("bearing_temp_nde", "Temperature of the non-drive-end bearing", 170, Role.CONDITION)),
    VIBRATION_DE(vibration("vibration_de", "Radial vibration velocity at the drive end, RMS", "mm/s", 25)),
    VIBRATION_NDE(vibration("vibration_nde", "Radial vibration velocity at the non-drive end, RMS", "mm/s", 25)),
    ENVELOPE(vibration("envelope", "Envelope amplitude at the ball pass frequency of the drive end", "[g]", 5)),
    WINDING_TEMP(temperature("winding_temp", "Temperature of the motor winding", 300, Role.CONDITION)),
    INLET_TEMP(temperature("inlet_temp", "Temperature of the incoming air", 70, Role.AMBIENT));

    private final Instrument instrument;

    FanTag(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }
}

package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.sensor.Instrument.command;
import static org.industrialmind.simulator.sensor.Instrument.electrical;
import static org.industrialmind.simulator.sensor.Instrument.flow;
import static org.industrialmind.simulator.sensor.Instrument.position;
import static org.industrialmind.simulator.sensor.Instrument.pressure;
import static org.industrialmind.simulator.sensor.Instrument.speed;
import static org.industrialmind.simulator.sensor.Instrument.temperature;
import static org.industrialmind.simulator.sensor.Instrument.vibration;

import org.industrialmind.signal.Channel.Role;
import org.industrialmind.simulator.sensor.Instrument;

/** The measuring points of a centrifugal pump and its motor. */
enum PumpTag implements Tag {
    FLOW_SETPOINT(command("flow_setpoint", "Flow that the operator or the plant asks for", "m3/h", 150)),
    SUCTION_PRESSURE(pressure("suction_pressure", "Absolute pressure at the suction flange", "bar", 4)),
    DISCHARGE_PRESSURE(pressure("discharge_pressure", "Absolute pressure at the discharge flange", "bar", 16)),
    FLOW(flow("flow", "Delivered flow", "m3/h", 150)),
    SPEED(speed("speed", "Shaft speed", 3600)),
    CURRENT(electrical("current", "Motor current", "A", 80)),
    POWER(electrical("power", "Electrical power drawn by the motor", "kW", 40)),
    BEARING_TEMP_DE(temperature("bearing_temp_de", "Temperature of the drive-end bearing", 170, Role.CONDITION)),
    BEARING_TEMP_NDE(temperature("bearing_temp_nde", "Temperature of the non-drive-end bearing", 170, Role.CONDITION)),
    VIBRATION_DE(vibration("vibration_de", "Radial vibration velocity at the drive end, RMS", "mm/s", 25)),
    VIBRATION_NDE(vibration("vibration_nde", "Radial vibration velocity at the non-drive end, RMS", "mm/s", 25)),
    VIBRATION_AXIAL(vibration("vibration_axial", "Axial vibration velocity at the drive end, RMS", "mm/s", 25)),
    ACCELERATION_HF(vibration("acceleration_hf", "High-frequency acceleration of the casing, RMS", "[g]", 20)),
    ENVELOPE(vibration("envelope", "Envelope amplitude at the ball pass frequency of the drive end", "[g]", 5)),
    SEAL_POT_LEVEL(position("seal_pot_level", "Level of the barrier fluid in the seal pot", "%", Role.CONDITION)),
    SEAL_TEMP(temperature("seal_temp", "Temperature of the barrier fluid at the seal", 170, Role.CONDITION)),
    FLUID_TEMP(temperature("fluid_temp", "Temperature of the pumped liquid", 170, Role.AMBIENT)),
    WINDING_TEMP(temperature("winding_temp", "Temperature of the motor winding", 300, Role.CONDITION));

    private final Instrument instrument;

    PumpTag(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }
}

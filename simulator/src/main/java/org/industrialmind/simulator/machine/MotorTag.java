package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.sensor.Instrument.command;
import static org.industrialmind.simulator.sensor.Instrument.electrical;
import static org.industrialmind.simulator.sensor.Instrument.spectralLine;
import static org.industrialmind.simulator.sensor.Instrument.speed;
import static org.industrialmind.simulator.sensor.Instrument.supply;
import static org.industrialmind.simulator.sensor.Instrument.temperature;
import static org.industrialmind.simulator.sensor.Instrument.vibration;

import org.industrialmind.signal.Channel.Role;
import org.industrialmind.simulator.sensor.Instrument;

/** The measuring points of an induction motor that drives something on its own. */
enum MotorTag implements Tag {
    LOAD_SETPOINT(command("load_setpoint", "Load that the driven machine is asked to take", "%", 120)),
    VOLTAGE(supply("voltage", "Line voltage", "V", 500)),
    CURRENT_A(electrical("current_a", "Current of phase A", "A", 80)),
    CURRENT_B(electrical("current_b", "Current of phase B", "A", 80)),
    CURRENT_C(electrical("current_c", "Current of phase C", "A", 80)),
    POWER(electrical("power", "Electrical power drawn", "kW", 40)),
    POWER_FACTOR(electrical("power_factor", "Power factor", "1", 1)),
    SPEED(speed("speed", "Shaft speed", 1800)),
    SIDEBAND(spectralLine("sideband", "Slip sideband of the supply frequency in the current spectrum")),
    LEAKAGE_CURRENT(electrical("leakage_current", "Leakage current to earth", "mA", 10)),
    WINDING_TEMP(temperature("winding_temp", "Temperature of the stator winding", 300, Role.CONDITION)),
    FRAME_TEMP(temperature("frame_temp", "Temperature of the frame", 300, Role.CONDITION)),
    COUPLING_TEMP(temperature("coupling_temp", "Temperature of the coupling guard", 170, Role.CONDITION)),
    AMBIENT_TEMP(temperature("ambient_temp", "Temperature of the cooling air", 70, Role.AMBIENT)),
    VIBRATION_DE(vibration("vibration_de", "Radial vibration velocity at the drive end, RMS", "mm/s", 25)),
    VIBRATION_NDE(vibration("vibration_nde", "Radial vibration velocity at the non-drive end, RMS", "mm/s", 25)),
    VIBRATION_AXIAL(vibration("vibration_axial", "Axial vibration velocity at the drive end, RMS", "mm/s", 25));

    private final Instrument instrument;

    MotorTag(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }
}

package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.sensor.Instrument.command;
import static org.industrialmind.simulator.sensor.Instrument.conductivity;
import static org.industrialmind.simulator.sensor.Instrument.flow;
import static org.industrialmind.simulator.sensor.Instrument.position;
import static org.industrialmind.simulator.sensor.Instrument.pressure;
import static org.industrialmind.simulator.sensor.Instrument.temperature;

import org.industrialmind.signal.Channel.Role;
import org.industrialmind.simulator.sensor.Instrument;

/** The measuring points of a heat exchanger; "hot" is the process side, "cold" the cooling water. */
enum ExchangerTag implements Tag {
    HOT_FLOW_SETPOINT(command("hot_flow_setpoint", "Flow that the process asks for", "kg/s", 10)),
    OUTLET_TEMP_SETPOINT(command("outlet_temp_setpoint", "Wanted outlet temperature of the process side", "Cel", 100)),
    HOT_INLET_TEMP(temperature("hot_inlet_temp", "Inlet temperature of the process side", 120, Role.AMBIENT)),
    HOT_OUTLET_TEMP(temperature("hot_outlet_temp", "Outlet temperature of the process side", 120, Role.PROCESS)),
    COLD_INLET_TEMP(temperature("cold_inlet_temp", "Inlet temperature of the cooling water", 120, Role.AMBIENT)),
    COLD_OUTLET_TEMP(temperature("cold_outlet_temp", "Outlet temperature of the cooling water", 120, Role.PROCESS)),
    HOT_FLOW(flow("hot_flow", "Flow into the process side", "kg/s", 10)),
    HOT_RETURN_FLOW(flow("hot_return_flow", "Flow out of the process side", "kg/s", 10)),
    COLD_FLOW(flow("cold_flow", "Flow of cooling water", "kg/s", 10)),
    HOT_DP(pressure("hot_dp", "Pressure drop of the process side", "bar", 2)),
    COLD_DP(pressure("cold_dp", "Pressure drop of the cooling water", "bar", 2)),
    VALVE_OPENING(position("valve_opening", "Opening of the cooling water valve", "%", Role.PROCESS)),
    CONDUCTIVITY(conductivity("conductivity", "Conductivity of the returning cooling water", 5000));

    private final Instrument instrument;

    ExchangerTag(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }
}

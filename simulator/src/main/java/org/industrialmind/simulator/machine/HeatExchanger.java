package org.industrialmind.simulator.machine;

import static org.industrialmind.simulator.fault.FailureMode.EXCHANGER_BYPASS_STUCK;
import static org.industrialmind.simulator.fault.FailureMode.EXCHANGER_FOULING;
import static org.industrialmind.simulator.fault.FailureMode.EXCHANGER_TUBE_LEAK;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.sensor.Instrument;

/**
 * A counterflow water cooler of 40 m2 whose cooling water valve a temperature controller moves.
 *
 * <p>Because the outlet temperature is controlled, fouling does not show in it: it shows in a valve that stands further
 * open, in more cooling water that leaves less warm, and in the pressure drop.
 *
 * @see "Kays and London 1984, Compact Heat Exchangers (effectiveness and number of transfer units)"
 * @see "Kern and Seaton 1959, A theoretical analysis of thermal surface fouling, British Chemical Engineering 4"
 */
final class HeatExchanger implements Machine {
    static final double NOMINAL_FLOW = 5; // kg/s
    static final double HEAT_CAPACITY = 4.18; // kJ/(kg K)
    private static final double CLEAN_TRANSFER = 0.8; // kW/(m2 K)
    private static final double AREA = 40; // m2
    private static final double FOULING_RESISTANCE = 0.5; // m2 K/kW at the end of the asymptote
    private static final double CLEAN_PRESSURE_DROP = 0.4; // bar

    private static final double HOT_INLET = 80; // degC
    private static final double COLD_INLET = 25; // degC at 15 degC of air
    private static final double OUTLET_SETPOINT = 50; // degC
    private static final double LARGEST_COLD_FLOW = 9; // kg/s
    private static final double RANGEABILITY = 50; // of the equal-percentage valve
    private static final double MEASURING_RANGE = 100; // K, of the temperature controller

    private static final double COOLING_WATER_CONDUCTIVITY = 500; // uS/cm
    private static final double PRODUCT_CONDUCTIVITY = 5000; // uS/cm

    private static final List<Instrument> INSTRUMENTS =
            Arrays.stream(ExchangerTag.values()).map(ExchangerTag::instrument).toList();

    private final Make make;
    private final PiController controller = new PiController(2, 120, 0.1, 1);
    private final Lag hotFlow = new Lag(3);
    private final Lag hotOutlet = new Lag(40);
    private final Lag coldOutlet = new Lag(40);
    private double load;

    HeatExchanger(Make make) {
        this.make = make;
    }

    @Override
    public EquipmentClass equipmentClass() {
        return EXCHANGER;
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
        boolean running = conditions.load() > 0;
        double hot = hotFlow.towards(conditions.load() * NOMINAL_FLOW * conditions.resistance());
        load = hot / NOMINAL_FLOW;
        double error = (hotOutlet.value() - OUTLET_SETPOINT) / MEASURING_RANGE;
        double opening = running ? controller.act(error) : controller.pause();
        double cold = LARGEST_COLD_FLOW
                * StrictMath.pow(RANGEABILITY, opening - 1)
                * (1 + conditions.feedPressure()) // more pressure in the header, more water
                * (opening > 0.01 ? 1 : 0);

        double hotInlet = HOT_INLET + conditions.feedTemperature();
        double coldInlet = COLD_INLET + 0.3 * (conditions.ambient() - 15);
        double bypassed = 0.25 * damage.of(EXCHANGER_BYPASS_STUCK);
        double through = hot * (1 - bypassed);
        double heat = heat(through, cold, hotInlet - coldInlet, damage.of(EXCHANGER_FOULING));
        double hotLeaves = hot > 0.05 ? hotInlet - heat / (hot * HEAT_CAPACITY) : conditions.ambient();
        double coldLeaves = cold > 0.05 ? coldInlet + heat / (cold * HEAT_CAPACITY) : coldInlet;

        truth.put(ExchangerTag.HOT_FLOW_SETPOINT, conditions.load() * NOMINAL_FLOW);
        truth.put(ExchangerTag.OUTLET_TEMP_SETPOINT, OUTLET_SETPOINT);
        truth.put(ExchangerTag.HOT_INLET_TEMP, hotInlet);
        truth.put(ExchangerTag.HOT_OUTLET_TEMP, hotOutlet.towards(hotLeaves));
        truth.put(ExchangerTag.COLD_INLET_TEMP, coldInlet);
        truth.put(ExchangerTag.COLD_OUTLET_TEMP, coldOutlet.towards(coldLeaves));
        truth.put(ExchangerTag.VALVE_OPENING, 100 * opening);
        flows(hot, through, cold, damage, truth);
    }

    /** Returns the heat that passes, in kW, by effectiveness and number of transfer units. */
    private double heat(double hot, double cold, double difference, double fouling) {
        if (hot < 0.05 || cold < 0.05) {
            return 0;
        }
        double smaller = Math.min(hot, cold) * HEAT_CAPACITY;
        double larger = Math.max(hot, cold) * HEAT_CAPACITY;
        double turbulence = StrictMath.pow(Math.sqrt(hot * cold) / NOMINAL_FLOW, 0.8);
        double clean = CLEAN_TRANSFER * make.performance() * turbulence;
        double transfer = 1 / (1 / clean + FOULING_RESISTANCE * fouling);
        return effectiveness(transfer * AREA / smaller, smaller / larger) * smaller * difference;
    }

    /** Returns the effectiveness of a counterflow exchanger for its transfer units and the ratio of heat capacities. */
    static double effectiveness(double units, double ratio) {
        if (Math.abs(1 - ratio) < 1e-3) {
            return units / (1 + units);
        }
        double decay = StrictMath.exp(-units * (1 - ratio));
        return (1 - decay) / (1 - ratio * decay);
    }

    private static void flows(double hot, double through, double cold, Damage damage, Truth truth) {
        double leaking = 0.005 * (StrictMath.exp(3 * damage.of(EXCHANGER_TUBE_LEAK)) - 1); // share of the process flow
        double fouling = damage.of(EXCHANGER_FOULING);
        double mixed = cold > 0.05 ? leaking * hot / (cold + leaking * hot) : 0;
        truth.put(ExchangerTag.HOT_FLOW, hot);
        truth.put(ExchangerTag.HOT_RETURN_FLOW, hot * (1 - leaking));
        truth.put(ExchangerTag.COLD_FLOW, cold);
        truth.put(ExchangerTag.HOT_DP, CLEAN_PRESSURE_DROP * (1 + 1.5 * fouling) * turbulentDrop(through));
        truth.put(ExchangerTag.COLD_DP, CLEAN_PRESSURE_DROP * turbulentDrop(cold));
        truth.put(
                ExchangerTag.CONDUCTIVITY,
                COOLING_WATER_CONDUCTIVITY + mixed * (PRODUCT_CONDUCTIVITY - COOLING_WATER_CONDUCTIVITY));
    }

    private static double turbulentDrop(double flow) {
        return StrictMath.pow(flow / NOMINAL_FLOW, 1.8);
    }
}

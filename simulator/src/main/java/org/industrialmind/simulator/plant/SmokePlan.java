package org.industrialmind.simulator.plant;

import static org.industrialmind.simulator.plant.Nuisance.Kind.CALIBRATION;
import static org.industrialmind.simulator.plant.Nuisance.Kind.DUTY_SWAP;
import static org.industrialmind.simulator.plant.Nuisance.Kind.HEAT_WAVE;
import static org.industrialmind.simulator.plant.Nuisance.Kind.HELD_LOAD;
import static org.industrialmind.simulator.plant.Nuisance.Kind.POWER_DIP;
import static org.industrialmind.simulator.plant.Nuisance.Kind.SET_POINT_CHANGE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.machine.Machine;

/** The small plant on which everything is tried first. */
final class SmokePlan {
    private SmokePlan() {}

    static Scenario of(long seed, Instant start, Duration history) {
        Instant live = start.plus(history);
        Duration hour = Duration.ofHours(1);
        return new Scenario(
                "smoke",
                seed,
                start,
                history,
                hour,
                DutySettings.brisk(),
                DutySettings.inService(),
                assets(),
                faults(live),
                List.of(),
                nuisances(live, live.plus(hour)),
                TransportSettings.field());
    }

    static List<Asset> assets() {
        return List.of(
                asset("P-101", "Feed water pump A", Machine.PUMP, "Utilities", "Feed water", 4),
                asset("P-102", "Feed water pump B", Machine.PUMP, "Utilities", "Feed water", 4),
                asset("P-201", "Circulation pump A", Machine.PUMP, "Process", "Circulation", 5),
                asset("P-202", "Circulation pump B", Machine.PUMP, "Process", "Circulation", 5),
                asset("P-301", "Product pump", Machine.PUMP, "Process", "Product", 3),
                asset("M-401", "Conveyor drive", Machine.MOTOR, "Process", "Handling", 3),
                asset("M-402", "Mixer drive", Machine.MOTOR, "Process", "Mixing", 4),
                asset("E-501", "Product cooler", Machine.EXCHANGER, "Process", "Product", 4),
                asset("E-502", "Circulation cooler", Machine.EXCHANGER, "Process", "Circulation", 5),
                asset("F-601", "Hall supply fan", Machine.FAN, "Utilities", "Ventilation", 2));
    }

    private static Asset asset(String id, String name, EquipmentClass kind, String area, String system, int critical) {
        PlantPath path = new PlantPath("Riverside", area, system);
        return new Asset(new AssetId(id), name, kind, path, critical, Machine.installation(kind));
    }

    private static List<PlannedFault> faults(Instant live) {
        return List.of(
                fault("P-101", FailureMode.PUMP_BEARING_WEAR, live, 15),
                fault("M-401", FailureMode.MOTOR_COOLING_BLOCKAGE, minutes(live, 3), 20),
                fault("P-201", FailureMode.PUMP_STRAINER_PLUGGING, minutes(live, 8), 25),
                fault("E-501", FailureMode.EXCHANGER_FOULING, minutes(live, 12), 35),
                fault("F-601", FailureMode.FAN_FILTER_CLOG, minutes(live, 16), 30));
    }

    private static PlannedFault fault(String asset, FailureMode mode, Instant onset, int minutesToFailure) {
        return PlannedFault.toFailure(new AssetId(asset), mode, onset, Duration.ofMinutes(minutesToFailure));
    }

    private static List<Nuisance> nuisances(Instant live, Instant end) {
        return List.of(
                // machines with a fault are held at one load, so that the fault speaks up on time
                order(HELD_LOAD, "P-101", live, end, Duty.NORMAL.load()),
                order(HELD_LOAD, "M-401", live, end, Duty.NORMAL.load()),
                order(HELD_LOAD, "P-201", live, end, Duty.FULL.load()),
                order(SET_POINT_CHANGE, "P-301", minutes(live, 10), minutes(live, 30), Duty.FULL.load()),
                order(DUTY_SWAP, "P-102", minutes(live, 20), minutes(live, 30), 0),
                order(CALIBRATION, "E-502", minutes(live, 25), minutes(live, 28), 9),
                Nuisance.plantWide(
                        POWER_DIP, minutes(live, 40), minutes(live, 40).plusSeconds(2), 0.15),
                Nuisance.plantWide(HEAT_WAVE, minutes(live, 30), end, 3));
    }

    private static Nuisance order(Nuisance.Kind kind, String asset, Instant from, Instant until, double amount) {
        return Nuisance.of(kind, new AssetId(asset), from, until, amount);
    }

    private static Instant minutes(Instant live, int minutes) {
        return live.plus(Duration.ofMinutes(minutes));
    }
}

package org.industrialmind.simulator.plant;

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
                nuisances(live, live.plus(hour)));
    }

    static List<Asset> assets() {
        return List.of(
                asset("P-101", "Feed water pump A", Machine.PUMP, "Utilities", "Feed water", 4),
                asset("P-102", "Feed water pump B", Machine.PUMP, "Utilities", "Feed water", 4),
                asset("P-201", "Circulation pump A", Machine.PUMP, "Process", "Circulation", 5),
                asset("P-202", "Circulation pump B", Machine.PUMP, "Process", "Circulation", 5),
                asset("P-301", "Product pump", Machine.PUMP, "Process", "Product", 3));
    }

    private static Asset asset(String id, String name, EquipmentClass kind, String area, String system, int critical) {
        return new Asset(new AssetId(id), name, kind, new PlantPath("Riverside", area, system), critical);
    }

    private static List<PlannedFault> faults(Instant live) {
        return List.of(
                fault("P-101", FailureMode.PUMP_BEARING_WEAR, live, 15),
                fault("P-201", FailureMode.PUMP_STRAINER_PLUGGING, live.plus(Duration.ofMinutes(8)), 25),
                fault("P-301", FailureMode.PUMP_IMPELLER_WEAR, live.plus(Duration.ofMinutes(12)), 30));
    }

    private static PlannedFault fault(String asset, FailureMode mode, Instant onset, int minutesToFailure) {
        return PlannedFault.toFailure(new AssetId(asset), mode, onset, Duration.ofMinutes(minutesToFailure));
    }

    private static List<Nuisance> nuisances(Instant live, Instant end) {
        return List.of(
                // P-101 stays at normal load and P-201 at full load, so that their faults speak up on time
                Nuisance.of(SET_POINT_CHANGE, new AssetId("P-101"), live, end, Duty.NORMAL.load()),
                Nuisance.of(SET_POINT_CHANGE, new AssetId("P-201"), live, end, Duty.FULL.load()));
    }
}

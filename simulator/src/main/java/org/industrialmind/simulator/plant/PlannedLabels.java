package org.industrialmind.simulator.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.SensorFault;

/** The labels of what needs no watching to know: faults of sensors and nuisances go by the plan. */
final class PlannedLabels {
    private PlannedLabels() {}

    static List<FaultLabel> of(Scenario scenario) {
        List<FaultLabel> labels = new ArrayList<>();
        for (SensorFault fault : scenario.sensorFaults()) {
            labels.add(sensor(fault, labels.size() + 1));
        }
        for (Nuisance nuisance : scenario.nuisances()) {
            if (nuisance.kind() == Nuisance.Kind.HELD_LOAD) {
                continue;
            }
            scenario.assets().stream()
                    .map(Asset::id)
                    .filter(asset ->
                            nuisance.asset().isEmpty() || nuisance.asset().get().equals(asset))
                    .forEach(asset -> labels.add(nuisance(asset, nuisance, labels.size() + 1)));
        }
        return labels;
    }

    private static FaultLabel sensor(SensorFault fault, int number) {
        return new FaultLabel(
                fault.asset() + "/s" + number + "/" + fault.kind().id(),
                fault.asset(),
                FaultLabel.Kind.SENSOR,
                FaultLabel.Severity.NONE,
                fault.channel(),
                fault.kind().id(),
                Optional.empty(),
                Optional.empty(),
                fault.from(),
                Optional.of(fault.detectable()),
                Optional.empty(),
                Optional.of(fault.until()),
                fault.symptoms());
    }

    private static FaultLabel nuisance(AssetId asset, Nuisance nuisance, int number) {
        return new FaultLabel(
                asset + "/n" + number + "/" + nuisance.kind().id(),
                asset,
                FaultLabel.Kind.NUISANCE,
                FaultLabel.Severity.NONE,
                "operation",
                nuisance.kind().id(),
                Optional.empty(),
                Optional.empty(),
                nuisance.from(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(nuisance.until()),
                List.of());
    }
}

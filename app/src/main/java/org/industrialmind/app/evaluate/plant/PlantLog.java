package org.industrialmind.app.evaluate.plant;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;

/**
 * What the machines of a simulated plant said from beginning to end, one reading of every {@value #PERIOD_SECONDS}
 * seconds, and what was really going on.
 *
 * <p>The plant runs second by second; the log keeps the reading that the scan of a historian would have met, not a mean,
 * so noise, spikes and steps are as sharp as they are. A reading of bad quality is kept as missing.
 *
 * @param machines in the order of their tags
 * @param labels as they are known when all is over
 */
record PlantLog(Scenario scenario, List<MachineLog> machines, List<FaultLabel> labels) {
    static final int PERIOD_SECONDS = 10;

    private static final int SCAN = PERIOD_SECONDS / 2; // amid a slot, where no error of a clock leaves it

    PlantLog {
        machines = List.copyOf(machines);
        labels = List.copyOf(labels);
    }

    /** Runs the plant. */
    static PlantLog record(Scenario scenario) {
        Plant plant = new Plant(scenario);
        List<FrameSchema> schemas = plant.schemas().stream().map(PlantLog::slow).toList();
        List<MachineLog> logs = plant.assets().stream()
                .map(asset -> MachineLog.empty(asset, schemaOf(asset, schemas), scenario))
                .toList();
        while (plant.now().isBefore(scenario.end())) {
            long second = plant.now().getEpochSecond();
            List<Frame> frames = plant.step();
            if (second % PERIOD_SECONDS == SCAN) {
                for (int i = 0; i < frames.size(); i++) {
                    logs.get(i).add(frames.get(i));
                }
            }
        }
        List<MachineLog> inOrder = logs.stream()
                .sorted(Comparator.comparing(log -> log.asset().id()))
                .toList();
        return new PlantLog(scenario, inOrder, plant.labels());
    }

    private static FrameSchema schemaOf(Asset asset, List<FrameSchema> schemas) {
        return schemas.stream()
                .filter(schema -> schema.equipmentClass().equals(asset.equipmentClass()))
                .findFirst()
                .orElseThrow();
    }

    private static FrameSchema slow(FrameSchema schema) {
        return new FrameSchema(
                schema.equipmentClass(), Duration.ofSeconds(PERIOD_SECONDS), schema.precision(), schema.channels());
    }

    /** Returns the machines by their class. */
    Map<EquipmentClass, List<MachineLog>> byClass() {
        return machines.stream()
                .collect(Collectors.groupingBy(
                        log -> log.asset().equipmentClass(),
                        () -> new TreeMap<>(Comparator.comparing(EquipmentClass::code)),
                        Collectors.toList()));
    }
}

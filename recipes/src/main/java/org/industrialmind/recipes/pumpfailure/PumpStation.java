package org.industrialmind.recipes.pumpfailure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.Window;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.plant.DutySettings;
import org.industrialmind.simulator.plant.Nuisance;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.industrialmind.simulator.plant.TransportSettings;

/**
 * Five pumps, watched: a history in which all is well, and a live part in which four of them fail, each in its own way,
 * while ordinary things happen to all.
 *
 * @param history what to learn from
 * @param live what to judge, in order of time within each pump
 * @param labels what really happened
 */
record PumpStation(WindowSet history, List<Window> live, List<FaultLabel> labels, Duration lived) {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration LIVE = Duration.ofHours(2);
    private static final Duration TO_FAILURE = Duration.ofMinutes(60);

    PumpStation {
        live = List.copyOf(live);
        labels = List.copyOf(labels);
    }

    /** Simulates a station; another seed has other pumps, loads, weather and failure modes. */
    static PumpStation simulate(long seed, Duration history) {
        Plant plant = new Plant(scenario(seed, history));
        List<Window> before = new ArrayList<>();
        List<Window> after = new ArrayList<>();
        Windowing windowing = new Windowing();
        Instant liveStart = plant.scenario().liveStart();
        while (plant.now().isBefore(plant.scenario().end())) {
            boolean live = !plant.now().isBefore(liveStart);
            for (Frame frame : plant.step()) {
                windowing.add(frame).ifPresent(live ? after::add : before::add);
            }
        }
        WindowSet learned = new WindowSet(history + " of five simulated pumps, seed " + seed, before);
        return new PumpStation(learned, after, plant.labels(), LIVE.multipliedBy(5));
    }

    private static Scenario scenario(long seed, Duration history) {
        Scenario smoke = Scenario.smoke(seed, START, history);
        List<Asset> pumps = smoke.assets().stream()
                .filter(asset -> asset.equipmentClass().equals(FailureMode.PUMP_BEARING_WEAR.equipmentClass()))
                .toList();
        return new Scenario(
                "pump station",
                seed,
                START,
                history,
                LIVE,
                DutySettings.brisk(),
                DutySettings.inService(),
                pumps,
                faults(seed, pumps, smoke.liveStart()),
                List.of(),
                nuisances(pumps, smoke.liveStart()),
                TransportSettings.perfect());
    }

    /** All pumps but the last fail, each in another of the planned modes; the seed says who gets which. */
    private static List<PlannedFault> faults(long seed, List<Asset> pumps, Instant live) {
        List<FailureMode> modes = FailureMode.of(pumps.getFirst().equipmentClass());
        List<PlannedFault> faults = new ArrayList<>();
        for (int i = 0; i < pumps.size() - 1; i++) {
            FailureMode mode = modes.get(Math.floorMod(seed + i, modes.size()));
            Instant onset = live.plus(Duration.ofMinutes(20 + 10L * i));
            faults.add(PlannedFault.toFailure(pumps.get(i).id(), mode, onset, TO_FAILURE));
        }
        return faults;
    }

    private static List<Nuisance> nuisances(List<Asset> pumps, Instant live) {
        AssetId last = pumps.getLast().id();
        AssetId second = pumps.get(1).id();
        return List.of(
                Nuisance.of(Nuisance.Kind.SET_POINT_CHANGE, last, minutes(live, 10), minutes(live, 40), 1.0),
                Nuisance.of(Nuisance.Kind.DUTY_SWAP, last, minutes(live, 60), minutes(live, 70), 0),
                Nuisance.of(Nuisance.Kind.SET_POINT_CHANGE, second, minutes(live, 5), minutes(live, 15), 0.6),
                Nuisance.plantWide(Nuisance.Kind.HEAT_WAVE, minutes(live, 30), minutes(live, 110), 3));
    }

    private static Instant minutes(Instant live, int minutes) {
        return live.plus(Duration.ofMinutes(minutes));
    }
}

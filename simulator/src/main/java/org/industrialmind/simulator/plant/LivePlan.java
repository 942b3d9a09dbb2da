package org.industrialmind.simulator.plant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.PlannedFault;

/** A month in which something breaks every few hours and is repaired again, for people who watch. */
final class LivePlan {
    private static final Duration LENGTH = Duration.ofDays(30);
    private static final int MEAN_GAP_MINUTES = 180;
    private static final AssetId FIRST = new AssetId("P-101");

    private LivePlan() {}

    static Scenario of(long seed, Instant start, Duration history) {
        Instant live = start.plus(history);
        List<Nuisance> held = List.of(
                Nuisance.of(Nuisance.Kind.HELD_LOAD, FIRST, live, live.plus(Duration.ofHours(2)), Duty.NORMAL.load()));
        return new Scenario(
                "live",
                seed,
                start,
                history,
                LENGTH,
                DutySettings.brisk(),
                DutySettings.inService(),
                SmokePlan.assets(),
                faults(new Seed(seed).child("live plan").generator(), live),
                List.of(),
                held,
                TransportSettings.field());
    }

    private static List<PlannedFault> faults(SplittableRandom random, Instant live) {
        List<PlannedFault> faults = new ArrayList<>();
        Map<AssetId, Instant> busyUntil = new HashMap<>();
        Instant firstRepair = live.plus(Duration.ofMinutes(100));
        faults.add(PlannedFault.toFailure(
                        FIRST, FailureMode.PUMP_BEARING_WEAR, live.minus(Duration.ofMinutes(5)), Duration.ofMinutes(30))
                .repairedAt(firstRepair));
        busyUntil.put(FIRST, firstRepair);

        List<Asset> assets = SmokePlan.assets();
        Instant onset = live.plus(Duration.ofMinutes(40));
        while (onset.isBefore(live.plus(LENGTH))) {
            Asset asset = assets.get(random.nextInt(assets.size()));
            List<FailureMode> modes = FailureMode.of(asset.equipmentClass());
            FailureMode mode = modes.get(random.nextInt(modes.size()));
            Duration toFailure = Duration.ofMinutes(60 + random.nextInt(120));
            Instant repair = onset.plus(toFailure.multipliedBy(2)).plus(Duration.ofMinutes(30));
            if (!onset.isBefore(busyUntil.getOrDefault(asset.id(), live))) {
                faults.add(PlannedFault.toFailure(asset.id(), mode, onset, toFailure)
                        .repairedAt(repair));
                busyUntil.put(asset.id(), repair.plus(Duration.ofHours(1)));
            }
            onset = onset.plusSeconds(600 + (long) (MEAN_GAP_MINUTES * 60 * random.nextExponential()));
        }
        return faults;
    }
}

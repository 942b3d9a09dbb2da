package org.industrialmind.app.plant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyDetector;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Window;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.industrialmind.telemetry.scoring.StoredWindows;

/**
 * A simulated plant in which most machines run to failure, each in a way and at a pace drawn by the seed, as a detector that
 * learned from its eight hours of history sees it.
 *
 * @param truth the label of the machine's fault, if it has one
 */
record FailingPlant(Asset asset, Optional<FaultLabel> truth, List<Assessment> assessments) {
    private static final Instant START = Instant.parse("2026-09-07T00:00:00Z");
    private static final Duration HISTORY = Duration.ofHours(8);
    private static final Duration WATCHED = Duration.ofMinutes(290);
    private static final int SHORTEST_LIFE = 15 * 60; // seconds
    private static final double LONGEST_LIFE = 14; // times the shortest: 210 minutes
    private static final int HEALTHY = 5; // one machine in so many

    /** Returns the plant's ten machines. */
    static List<FailingPlant> machines(long seed) {
        Scenario scenario = scenario(seed);
        Plant plant = new Plant(scenario);
        Instant end = scenario.liveStart().plus(WATCHED);
        Map<AssetId, List<Frame>> frames = new TreeMap<>();
        while (plant.now().isBefore(end)) {
            plant.step()
                    .forEach(frame -> frames.computeIfAbsent(frame.asset(), asset -> new ArrayList<>())
                            .add(frame));
        }
        long live = scenario.liveStart().getEpochSecond() * 1_000_000_000L;
        Map<EquipmentClass, List<Window>> normal = new HashMap<>();
        Map<AssetId, List<Window>> watched = new TreeMap<>();
        frames.forEach((asset, read) -> {
            for (Window window : StoredWindows.cut(asset, read.getFirst().schema(), read, 60, 10)) {
                if (window.endNanos() <= live) {
                    normal.computeIfAbsent(window.schema().equipmentClass(), kind -> new ArrayList<>())
                            .add(window);
                } else if (window.startNanos() >= live) {
                    watched.computeIfAbsent(asset, id -> new ArrayList<>()).add(window);
                }
            }
        });
        Map<EquipmentClass, NoveltyDetector> detectors = new HashMap<>();
        normal.forEach((kind, windows) -> detectors.put(
                kind,
                new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), InstantSource.fixed(START))
                        .train(new WindowSet(kind.code(), windows), seed)));
        List<FaultLabel> labels = plant.labels();
        return scenario.assets().stream()
                .map(asset -> new FailingPlant(
                        asset,
                        labels.stream()
                                .filter(label -> label.asset().equals(asset.id())
                                        && label.kind() == FaultLabel.Kind.PROCESS
                                        && label.parent().isEmpty())
                                .findFirst(),
                        judged(
                                Objects.requireNonNull(detectors.get(asset.equipmentClass())),
                                watched.getOrDefault(asset.id(), List.of()))))
                .toList();
    }

    private static Scenario scenario(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scenario base = Scenario.live(seed, START, HISTORY);
        List<PlannedFault> faults = new ArrayList<>();
        for (Asset asset : base.assets()) {
            List<FailureMode> modes = FailureMode.of(asset.equipmentClass());
            FailureMode mode = modes.get(random.nextInt(modes.size()));
            double life = SHORTEST_LIFE * Math.exp(random.nextDouble() * Math.log(LONGEST_LIFE));
            boolean healthy = random.nextInt(HEALTHY) == 0;
            Instant onset = base.liveStart().plusSeconds(600 + random.nextInt(1200));
            if (!healthy) {
                faults.add(PlannedFault.toFailure(asset.id(), mode, onset, Duration.ofSeconds((long) life)));
            }
        }
        return base.withFaults(faults);
    }

    private static List<Assessment> judged(NoveltyDetector detector, List<Window> windows) {
        List<Verdict> verdicts = detector.judge(windows);
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            ModelRef model = new ModelRef("anomaly/" + window.schema().equipmentClass(), 1);
            assessments.add(verdicts.get(i).on(window, model));
        }
        return assessments;
    }

    /** Returns the hours from that moment to the machine's failure, if it fails. */
    Optional<Double> lifeAt(long nanos) {
        return truth.flatMap(FaultLabel::failure).map(failure -> (failure.getEpochSecond() - nanos / 1e9) / 3600);
    }
}

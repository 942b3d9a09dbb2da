package org.industrialmind.app.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.WindowScorer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges windows by the champions of the registry, and changes champions between two batches.
 *
 * <p>The detectors at work are one immutable map that {@link #refresh} replaces as a whole, so a batch is judged by the
 * versions that were champions when it began, and no window waits for a change or falls between two. A version whose
 * files cannot be read is refused and the former champion stays at work, since a wrong model is worse than an old one.
 */
public final class ChampionScorer implements WindowScorer {
    private static final Logger LOG = LoggerFactory.getLogger(ChampionScorer.class);

    private final ModelRegistry registry;
    private final Map<String, DetectorFormat> formats;
    private final List<Consumer<ModelRef>> listeners = new ArrayList<>();
    private volatile Map<String, Champion> working = Map.of();
    private long seenRevision = -1;

    /** A version at work. */
    public record Champion(ModelRef ref, AnomalyDetector detector) {}

    public ChampionScorer(ModelRegistry registry, List<DetectorFormat> formats) {
        this.registry = registry;
        this.formats = formats.stream().collect(Collectors.toMap(DetectorFormat::kind, format -> format));
    }

    /** Calls the listener with every version that goes to work from now on. */
    public void onChange(Consumer<ModelRef> listener) {
        listeners.add(listener);
    }

    /** Puts the registry's present champions to work; does nothing when no champion has changed since the last call. */
    public synchronized void refresh() {
        long revision = registry.revision();
        if (revision == seenRevision) {
            return;
        }
        Map<String, Champion> next = new HashMap<>(working);
        List<ModelRef> changed = new ArrayList<>();
        for (ModelVersion version : registry.all()) {
            if (version.champion() && !at(next, version.ref())) {
                load(version).ifPresent(detector -> {
                    next.put(version.ref().name(), new Champion(version.ref(), detector));
                    changed.add(version.ref());
                });
            }
        }
        working = Map.copyOf(next);
        seenRevision = revision;
        changed.forEach(ref -> {
            LOG.info("event=champion_at_work model=\"{}\"", ref);
            listeners.forEach(listener -> listener.accept(ref));
        });
    }

    private static boolean at(Map<String, Champion> working, ModelRef ref) {
        Champion now = working.get(ref.name());
        return now != null && now.ref().equals(ref);
    }

    private Optional<AnomalyDetector> load(ModelVersion version) {
        DetectorFormat format = formats.get(version.kind());
        if (format == null) {
            LOG.error(
                    "event=champion_refused model=\"{}\" reason=\"no reader for kind {}\"",
                    version.ref(),
                    version.kind());
            return Optional.empty();
        }
        try {
            return Optional.of(format.load(registry.artifact(version.ref())));
        } catch (IOException | RuntimeException unreadable) {
            LOG.error(
                    "event=champion_refused model=\"{}\" next=\"the former version stays at work\"",
                    version.ref(),
                    unreadable);
            return Optional.empty();
        }
    }

    /** Returns the version that judges windows of that machine now, or empty if there is none. */
    public Optional<Champion> championOf(EquipmentClass equipment, AssetId asset) {
        return Optional.ofNullable(championOf(working, equipment, asset));
    }

    @Override
    public List<Assessment> assess(List<Window> windows) {
        Map<String, Champion> now = working;
        Assessment[] assessments = new Assessment[windows.size()];
        Map<Champion, List<Integer>> byModel = new LinkedHashMap<>();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            Champion judge = championOf(now, window.schema().equipmentClass(), window.asset());
            if (judge == null) {
                assessments[i] =
                        new Assessment.NotAssessable(window.asset(), window.endNanos(), Assessment.Reason.NO_MODEL);
            } else {
                byModel.computeIfAbsent(judge, model -> new ArrayList<>()).add(i);
            }
        }
        byModel.forEach((judge, positions) -> {
            List<Verdict> verdicts =
                    judge.detector().judge(positions.stream().map(windows::get).toList());
            for (int i = 0; i < positions.size(); i++) {
                int position = positions.get(i);
                assessments[position] = verdicts.get(i).on(windows.get(position), judge.ref());
            }
        });
        return List.of(assessments);
    }

    /** A model of the machine itself goes before a model of its class. */
    private static @Nullable Champion championOf(
            Map<String, Champion> working, EquipmentClass equipment, AssetId asset) {
        Champion own = working.get(ModelNames.ofAsset(equipment, asset));
        return own != null ? own : working.get(ModelNames.ofClass(equipment));
    }
}

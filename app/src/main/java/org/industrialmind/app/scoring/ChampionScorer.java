package org.industrialmind.app.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * files cannot be read is {@linkplain #refused() refused} and the former champion stays at work, since a wrong model is
 * worse than an old one; it is tried again, at growing intervals, since files may only be late.
 *
 * <p>A detector that fails on a window costs that window its judgement, and no other: not those of the same model, and not
 * those of other machines that came in the same batch.
 */
public final class ChampionScorer implements WindowScorer {
    private static final Logger LOG = LoggerFactory.getLogger(ChampionScorer.class);
    private static final int LONGEST_REST = 30; // calls: a minute, with a call every two seconds

    private final ModelRegistry registry;
    private final Map<String, DetectorFormat> formats;
    private final List<Consumer<ModelRef>> listeners = new ArrayList<>();
    private final Set<ModelRef> failing = ConcurrentHashMap.newKeySet();
    private volatile Map<String, Champion> working = Map.of();
    private volatile Map<ModelRef, String> refused = Map.of();
    private long seenRevision = -1;
    private int rest; // calls to let pass before what was refused is tried again
    private int nextRest;

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

    /**
     * Puts the registry's present champions to work; does nothing when no champion has changed since the last call and none
     * was refused.
     */
    public synchronized void refresh() {
        long revision = registry.revision();
        boolean unchanged = revision == seenRevision;
        if (unchanged && (refused.isEmpty() || rest-- > 0)) {
            return;
        }
        Map<String, Champion> next = new HashMap<>(working);
        Map<ModelRef, String> notNow = new HashMap<>();
        List<ModelRef> changed = new ArrayList<>();
        for (ModelVersion version : registry.all()) {
            if (version.champion() && !at(next, version.ref())) {
                try {
                    next.put(version.ref().name(), new Champion(version.ref(), load(version)));
                    changed.add(version.ref());
                } catch (IOException | RuntimeException unreadable) {
                    notNow.put(version.ref(), unreadable.toString());
                    if (!refused.containsKey(version.ref())) {
                        LOG.error(
                                "event=champion_refused model=\"{}\" next=\"the former version stays at work, this one"
                                        + " is tried again\"",
                                version.ref(),
                                unreadable);
                    }
                }
            }
        }
        working = Map.copyOf(next);
        refused = Map.copyOf(notNow);
        seenRevision = revision;
        nextRest = unchanged ? Math.min(2 * nextRest + 1, LONGEST_REST) : 0;
        rest = nextRest;
        changed.forEach(ref -> {
            LOG.info("event=champion_at_work model=\"{}\"", ref);
            listeners.forEach(listener -> listener.accept(ref));
        });
    }

    /** Returns the champions of the registry that are not at work, and why. */
    public Map<ModelRef, String> refused() {
        return refused;
    }

    private static boolean at(Map<String, Champion> working, ModelRef ref) {
        Champion now = working.get(ref.name());
        return now != null && now.ref().equals(ref);
    }

    /**
     * Reads a version as if it went to work.
     *
     * @throws IOException if it could not; the message says why
     */
    public void requireReadable(ModelVersion version) throws IOException {
        try {
            load(version);
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private AnomalyDetector load(ModelVersion version) throws IOException {
        DetectorFormat format = formats.get(version.kind());
        if (format == null) {
            throw new IOException("no reader for the kind " + version.kind() + ": expected one of "
                    + new TreeSet<>(formats.keySet()));
        }
        return format.load(registry.artifact(version.ref()));
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
            List<Assessment> judged =
                    judged(judge, positions.stream().map(windows::get).toList());
            for (int i = 0; i < positions.size(); i++) {
                assessments[positions.get(i)] = judged.get(i);
            }
        });
        return List.of(assessments);
    }

    /** Judges all windows at once, or one by one where that fails, so that only the culprits go without a judgement. */
    private List<Assessment> judged(Champion judge, List<Window> windows) {
        try {
            List<Assessment> judged = judgedAtOnce(judge, windows);
            failing.remove(judge.ref());
            return judged;
        } catch (RuntimeException failure) {
            if (failing.add(judge.ref())) {
                LOG.error(
                        "event=detector_failed model=\"{}\" next=\"the windows that it fails on are not assessable\"",
                        judge.ref(),
                        failure);
            }
            return windows.size() == 1
                    ? List.of(failed(windows.getFirst()))
                    : windows.stream().map(window -> judged(judge, window)).toList();
        }
    }

    private static Assessment judged(Champion judge, Window window) {
        try {
            return judgedAtOnce(judge, List.of(window)).getFirst();
        } catch (RuntimeException culprit) {
            return failed(window);
        }
    }

    private static List<Assessment> judgedAtOnce(Champion judge, List<Window> windows) {
        List<Verdict> verdicts = judge.detector().judge(windows);
        if (verdicts.size() != windows.size()) {
            throw new IllegalStateException(judge.ref() + " gave " + verdicts.size() + " verdicts on " + windows.size()
                    + " windows: expected one for each");
        }
        return IntStream.range(0, windows.size())
                .mapToObj(i -> verdicts.get(i).on(windows.get(i), judge.ref()))
                .toList();
    }

    private static Assessment failed(Window window) {
        return new Assessment.NotAssessable(window.asset(), window.endNanos(), Assessment.Reason.SCORER_FAILED);
    }

    /** A model of the machine itself goes before a model of its class. */
    private static @Nullable Champion championOf(
            Map<String, Champion> working, EquipmentClass equipment, AssetId asset) {
        Champion own = working.get(ModelNames.ofAsset(equipment, asset));
        return own != null ? own : working.get(ModelNames.ofClass(equipment));
    }
}

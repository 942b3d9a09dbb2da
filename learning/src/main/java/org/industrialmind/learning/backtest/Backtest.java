package org.industrialmind.learning.backtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Replays a history of windows through several arms at once, exactly as they would have come live.
 *
 * <p>Windows are judged as the scoring runtime judges them, and each verdict goes to the same {@link
 * org.industrialmind.learning.anomaly.EpisodeRule} that the alarm desk follows, by way of the detector's own {@linkplain
 * org.industrialmind.learning.decision.FleetWatch policy} where it has one; a window that was not judged neither opens nor
 * closes anything. A policy that promises something to the fleet must be shown the fleet as it lived: all machines of one
 * block before any of the next ({@link #round()}). Arms with the same detector share its verdicts. Nothing here looks at a clock or draws a number, so
 * the same windows give the same records, bit by bit ({@link ArmRecord#fingerprint()}).
 *
 * <p>A history of any length passes through in batches: what is kept is one state a machine and the episodes. One instance
 * serves one thread.
 */
public final class Backtest {
    private final List<ArmTrace> traces = new ArrayList<>();
    private final Map<AnomalyDetector, List<ArmTrace>> byDetector = new LinkedHashMap<>();
    private final Map<AssetId, Long> lastEnds = new TreeMap<>();

    /** @throws IllegalArgumentException if there is no arm or two have one name */
    public Backtest(List<Arm> arms) {
        Set<String> names = arms.stream().map(Arm::name).collect(Collectors.toSet());
        if (arms.isEmpty() || names.size() < arms.size()) {
            throw new IllegalArgumentException("a backtest of the arms "
                    + arms.stream().map(Arm::name).toList() + ": expected at least one, each with a name of its own");
        }
        for (Arm arm : arms) {
            ArmTrace trace = new ArmTrace(arm);
            traces.add(trace);
            byDetector
                    .computeIfAbsent(arm.detector(), detector -> new ArrayList<>())
                    .add(trace);
        }
    }

    /**
     * Shows the next windows to all arms.
     *
     * @throws IllegalArgumentException if the windows of a machine do not come in order of time
     */
    public void show(List<Window> windows) {
        windows.forEach(this::requireOrder);
        byDetector.forEach((detector, sharing) -> {
            List<Verdict> verdicts = detector.judge(windows);
            for (int i = 0; i < windows.size(); i++) {
                for (ArmTrace trace : sharing) {
                    trace.see(windows.get(i), verdicts.get(i));
                }
            }
        });
    }

    /**
     * Returns the shortest block by which an arm decides on the whole fleet, so that no arm sees two blocks of one machine
     * before the first of the next; empty if none does.
     */
    public Optional<Duration> round() {
        return traces.stream()
                .flatMap(trace -> trace.policy().stream())
                .filter(policy -> policy.fleet().isPresent())
                .map(DecisionPolicy::block)
                .min(Comparator.naturalOrder());
    }

    private void requireOrder(Window window) {
        Long last = lastEnds.put(window.asset(), window.endNanos());
        if (last != null && window.endNanos() <= last) {
            throw new IllegalArgumentException(window + " comes after one that ended at " + last
                    + ": expected the windows of a machine in order of time, each once");
        }
    }

    /** Returns what each arm made of the windows so far, in the order of the arms. */
    public List<ArmRecord> records() {
        return traces.stream().map(ArmTrace::record).toList();
    }
}

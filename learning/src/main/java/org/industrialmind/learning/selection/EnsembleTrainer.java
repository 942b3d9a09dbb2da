package org.industrialmind.learning.selection;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.Calibration;
import org.industrialmind.learning.anomaly.HoldOut;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.learning.decision.DecisionState;
import org.industrialmind.learning.decision.ScoredWindow;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Trains an {@link EnsembleDetector}: every member on the earlier windows, to calibrate the common decision on the later ones.
 *
 * <p>A promise to the fleet holds for the very detectors whose scores it was calibrated on, so with one these are handed out.
 * Without, every member is trained again on all windows, as a single detector is: it knows the last hours better. Where too
 * little is there to hold any out, the fitted windows set the limits, and nothing is promised, whatever was asked for.
 */
public final class EnsembleTrainer implements Trainer<WindowSet, EnsembleDetector> {
    private static final double HELD_OUT = 0.3;

    private final String kind;
    private final List<DetectorCandidate> members;
    private final DecisionSettings settings;
    private final InstantSource clock;

    /**
     * Makes a trainer.
     *
     * @param kind under which the detectors are kept
     * @throws IllegalArgumentException if there is no member
     */
    public EnsembleTrainer(
            String kind, List<DetectorCandidate> members, DecisionSettings settings, InstantSource clock) {
        this.kind = kind;
        this.members = List.copyOf(members);
        this.settings = settings;
        this.clock = clock;
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble of no members: expected at least one");
        }
    }

    @Override
    public EnsembleDetector train(WindowSet data, long seed) {
        HoldOut parts = HoldOut.of(data, HELD_OUT, BaselineSettings.defaults());
        boolean heldOut = !parts.calibration().isEmpty();
        DecisionSettings kept = heldOut ? settings : settings.withFalseShare(0);
        List<AnomalyDetector> calibrated = trained(heldOut ? parts.fit() : data, seed);
        List<ScoredWindow> scores = scores(calibrated, heldOut ? parts.calibration() : data.windows());
        DecisionPolicy policy = DecisionPolicy.calibrate(scores, kept);
        boolean again = heldOut && kept.falseShare() == 0;
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("calibration_windows", (double) scores.size());
        forward(scores, kept).ifPresent(share -> metrics.put(Calibration.ALARM_SHARE, share));
        metrics.put("held_out", heldOut ? 1.0 : 0.0);
        metrics.put("false_share_promised", kept.falseShare());
        Provenance provenance = Provenance.here(
                data.description(), EnsembleTrainer.class.getName(), described(), seed, clock.instant());
        return new EnsembleDetector(kind, again ? trained(data, seed) : calibrated, policy, provenance, metrics);
    }

    /**
     * Returns the share of the later half of each machine's windows in which a policy of the earlier half would find it
     * abnormal, by the windows alone or by what has added up since that half began.
     */
    static OptionalDouble forward(List<ScoredWindow> scores, DecisionSettings settings) {
        Map<AssetId, List<ScoredWindow>> byAsset = new TreeMap<>();
        scores.stream()
                .sorted(Comparator.comparingLong(ScoredWindow::windowEndNanos))
                .forEach(window -> byAsset.computeIfAbsent(window.asset(), asset -> new ArrayList<>())
                        .add(window));
        List<ScoredWindow> earlier = new ArrayList<>();
        List<List<ScoredWindow>> later = new ArrayList<>();
        for (List<ScoredWindow> own : byAsset.values()) {
            int half = (own.size() + 1) / 2;
            earlier.addAll(own.subList(0, half));
            later.add(own.subList(half, own.size()));
        }
        int windows = scores.size() - earlier.size();
        if (windows == 0) {
            return OptionalDouble.empty();
        }
        DecisionPolicy before = DecisionPolicy.calibrate(earlier, settings);
        long alarms = later.stream().mapToLong(own -> abnormal(own, before)).sum();
        return OptionalDouble.of((double) alarms / windows);
    }

    /** Returns in how many windows of a machine, in the order of time, it is abnormal. */
    private static long abnormal(List<ScoredWindow> own, DecisionPolicy policy) {
        DecisionState state = DecisionState.initial();
        long abnormal = 0;
        for (ScoredWindow window : own) {
            double quick = policy.relative(window.asset(), window.regime(), array(window));
            DecisionPolicy.Step step =
                    policy.next(state, window.asset(), window.regime(), window.windowEndNanos(), false, quick);
            abnormal += step.relative() > 1 ? 1 : 0;
            state = step.state();
        }
        return abnormal;
    }

    private List<AnomalyDetector> trained(WindowSet data, long seed) {
        List<AnomalyDetector> detectors = new ArrayList<>();
        for (DetectorCandidate member : members) {
            detectors.add(member.trainer().train(data, seed));
        }
        return detectors;
    }

    private static List<ScoredWindow> scores(List<AnomalyDetector> detectors, List<Window> windows) {
        List<List<Verdict>> verdicts =
                detectors.stream().map(detector -> detector.judge(windows)).toList();
        List<ScoredWindow> scores = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            int at = i;
            List<Verdict> together =
                    verdicts.stream().map(member -> member.get(at)).toList();
            List<Double> own = new ArrayList<>();
            for (Verdict verdict : together) {
                if (verdict instanceof Verdict.Scored scored) {
                    own.add(scored.score());
                }
            }
            boolean evidence = EnsembleDetector.sensor(together).isEmpty();
            if (evidence && own.size() == detectors.size()) {
                Window window = windows.get(i);
                scores.add(new ScoredWindow(window.asset(), DecisionPolicy.EVERY_REGIME, window.endNanos(), own));
            }
        }
        return scores;
    }

    private static double[] array(ScoredWindow window) {
        return window.scores().stream().mapToDouble(score -> score).toArray();
    }

    private Map<String, String> described() {
        Map<String, String> all = new TreeMap<>();
        all.put("members", members.stream().map(DetectorCandidate::name).collect(Collectors.joining(", ")));
        all.put("episodesPerAssetMonth", Double.toString(settings.budget().episodesPerAssetMonth()));
        all.put("block", settings.block().toString());
        all.put("slowShare", Double.toString(settings.slowShare()));
        all.put("limits", settings.limits().name());
        all.put("falseShare", Double.toString(settings.falseShare()));
        return all;
    }
}

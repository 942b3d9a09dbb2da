package org.industrialmind.torch.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.learning.anomaly.Placement;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;
import org.industrialmind.torch.anomaly.ResidualProfile.Surprise;
import org.industrialmind.torch.nn.StateDict;

/**
 * Judges windows by what a trained network cannot give back of them.
 *
 * <p>The network was trained on normal windows alone, through a middle too narrow for anything but what normal windows have
 * in common. A window that breaks the usual relations between its channels comes back wrong; how wrong, against what is
 * usual for this machine and channel, is the score, and its limit was calibrated on normal windows held out of the fit.
 *
 * <p>Scoring runs on ONNX Runtime, in one session for all detectors of the same layers; libtorch need not be there.
 */
public final class AutoencoderDetector implements AnomalyDetector {
    private static final double LEAST_SHARE = 0.005; // what no reader would look at

    private final AutoencoderSettings settings;
    private final Baseline baseline;
    private final Reconstruction reconstruction;
    private final ResidualProfile profile;
    private final Limits limits;
    private final Provenance provenance;
    private final Map<String, Double> metrics;

    AutoencoderDetector(
            AutoencoderSettings settings,
            Baseline baseline,
            Reconstruction reconstruction,
            ResidualProfile profile,
            Limits limits,
            Provenance provenance,
            Map<String, Double> metrics) {
        this.settings = settings;
        this.baseline = baseline;
        this.reconstruction = reconstruction;
        this.profile = profile;
        this.limits = limits;
        this.provenance = provenance;
        this.metrics = Map.copyOf(metrics);
    }

    @Override
    public String kind() {
        return settings.architecture().kind();
    }

    @Override
    public int windowLength() {
        return baseline.windowLength();
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Map<String, Double> metrics() {
        return metrics;
    }

    @Override
    public List<Verdict> judge(List<Window> windows) {
        List<Placement> placements = windows.stream().map(baseline::place).toList();
        List<Standing> placed = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            if (placements.get(i) instanceof Placement.Placed(int regime, StandardWindow z)) {
                placed.add(new Standing(windows.get(i), regime, z));
            }
        }
        List<Residuals> residuals = reconstruction.residuals(placed);
        List<Verdict> verdicts = new ArrayList<>(windows.size());
        int next = 0;
        for (int i = 0; i < windows.size(); i++) {
            verdicts.add(
                    switch (placements.get(i)) {
                        case Placement.Placed at -> scored(windows.get(i), at.regime(), residuals.get(next++));
                        case Placement.Outside outside -> new Verdict.Abstained(outside.reason());
                    });
        }
        return verdicts;
    }

    private Verdict scored(Window window, int regime, Residuals residuals) {
        Surprise surprise = profile.surprise(window.asset(), residuals);
        double score = surprise.score() / limits.of(window.asset(), regime);
        return new Verdict.Scored(score, score > 1 ? contributions(surprise) : List.of());
    }

    private List<Contribution> contributions(Surprise surprise) {
        List<Integer> judged = reconstruction.coding().judged();
        return IntStream.range(0, judged.size())
                .mapToObj(j -> new Contribution(
                        baseline.schema().channel(judged.get(j)).name(), surprise.share(j), surprise.shift(j)))
                .filter(contribution -> contribution.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(Contribution::share).reversed())
                .toList();
    }

    AutoencoderSettings settings() {
        return settings;
    }

    Baseline baseline() {
        return baseline;
    }

    Reconstruction reconstruction() {
        return reconstruction;
    }

    StateDict weights() {
        return reconstruction.network().state();
    }

    ResidualProfile profile() {
        return profile;
    }

    Limits limits() {
        return limits;
    }
}

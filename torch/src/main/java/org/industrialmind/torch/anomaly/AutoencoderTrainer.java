package org.industrialmind.torch.anomaly;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.Calibration;
import org.industrialmind.learning.anomaly.CalibrationScore;
import org.industrialmind.learning.anomaly.HoldOut;
import org.industrialmind.learning.anomaly.Placement;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.onnx.SharedNetwork;

/**
 * Trains an autoencoder on the normal windows of a class of machines.
 *
 * <p>The later part of every machine's windows is held out (see {@link HoldOut}) to set the limits by. The rest is put on
 * the scale of its own machine and regime and parted again: the network is fitted on the earlier windows and stopped by the
 * later ones, and all of them together say which residuals are usual.
 */
public final class AutoencoderTrainer implements Trainer<WindowSet, AutoencoderDetector> {
    private static final double CALIBRATION_SHARE = 0.3; // tails need many windows; the same as for the other detectors
    private static final double STOPPING_SHARE = 0.15;

    private final AutoencoderSettings settings;
    private final InstantSource clock;

    /** @param clock for the time of creation in the provenance */
    public AutoencoderTrainer(AutoencoderSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public AutoencoderDetector train(WindowSet data, long seed) {
        WindowCoding coding = WindowCoding.of(data.schema(), data.windowLength(), settings.steps());
        HoldOut parts = HoldOut.of(data, CALIBRATION_SHARE, settings.baseline());
        HoldOut fitting = HoldOut.of(parts.fit(), STOPPING_SHARE, settings.baseline());
        Baseline baseline = Baseline.fit(parts.fit(), settings.baseline());
        List<Standing> usual = standing(baseline, parts.fit().windows());
        List<Standing> training = standing(baseline, fitting.fit().windows());
        List<Standing> stopping = orElse(standing(baseline, fitting.calibration()), training);
        List<Standing> calibrating = standing(baseline, parts.calibration());

        Fitted network = fit(coding, examples(coding, training), examples(coding, stopping), seed);
        Reconstruction reconstruction = new Reconstruction(coding, network.scoring());
        ResidualProfile profile = ResidualProfile.fit(byAsset(usual, reconstruction.residuals(usual)));
        List<CalibrationScore> scores = scores(reconstruction, profile, orElse(calibrating, usual));
        double floor = ChanceLevel.of(scores(reconstruction, profile, usual).stream()
                .mapToDouble(CalibrationScore::score)
                .toArray());
        Calibration calibration = Calibration.of(scores, settings.budget(), floor);
        Map<String, Double> metrics = new TreeMap<>(calibration.metrics());
        metrics.put("held_out", calibrating.isEmpty() ? 0.0 : 1.0);
        metrics.put("epochs", (double) network.report().epochs());
        metrics.put("held_out_loss", network.report().heldOutLoss());
        Provenance provenance = Provenance.here(
                data.description(), AutoencoderTrainer.class.getName(), settings.asText(), seed, clock.instant());
        return new AutoencoderDetector(
                settings, baseline, reconstruction, profile, calibration.limits(), provenance, metrics);
    }

    /** Too little data to hold any out: what was fitted must do, and the metrics say so. */
    private static List<Standing> orElse(List<Standing> heldOut, List<Standing> fitted) {
        return heldOut.isEmpty() ? fitted : heldOut;
    }

    private record Fitted(Fit.Report report, SharedNetwork scoring) {}

    private static List<Standing> standing(Baseline baseline, List<Window> windows) {
        List<Standing> standing = new ArrayList<>();
        for (Window window : windows) {
            if (baseline.place(window) instanceof Placement.Placed(int regime, StandardWindow z)) {
                standing.add(new Standing(window, regime, z));
            }
        }
        return standing;
    }

    private Fitted fit(WindowCoding coding, Examples training, Examples heldOut, long seed) {
        NetworkSpec spec = network(settings, coding);
        try (Network network = Network.create(spec, seed)) {
            Fit.Report report = Fit.run(network, training, heldOut, settings.fit(), seed);
            return new Fitted(report, SharedNetwork.of(spec, network.state()));
        }
    }

    static NetworkSpec network(AutoencoderSettings settings, WindowCoding coding) {
        return settings.architecture()
                .network(
                        coding.channels(),
                        coding.judged().size(),
                        coding.steps(),
                        settings.hidden(),
                        settings.bottleneck());
    }

    private static Examples examples(WindowCoding coding, List<Standing> standing) {
        float[] inputs = Reconstruction.inputs(coding, standing);
        return new Examples(inputs, Reconstruction.judged(coding, inputs), standing.size());
    }

    private static Map<AssetId, List<Residuals>> byAsset(List<Standing> standing, List<Residuals> residuals) {
        Map<AssetId, List<Residuals>> byAsset = new TreeMap<>();
        for (int i = 0; i < standing.size(); i++) {
            byAsset.computeIfAbsent(standing.get(i).window().asset(), asset -> new ArrayList<>())
                    .add(residuals.get(i));
        }
        return byAsset;
    }

    private static List<CalibrationScore> scores(
            Reconstruction reconstruction, ResidualProfile profile, List<Standing> standing) {
        List<Residuals> residuals = reconstruction.residuals(standing);
        List<CalibrationScore> scores = new ArrayList<>(standing.size());
        for (int i = 0; i < standing.size(); i++) {
            Window window = standing.get(i).window();
            double score = profile.surprise(window.asset(), residuals.get(i)).score();
            scores.add(new CalibrationScore(window.asset(), standing.get(i).regime(), window.endNanos(), score));
        }
        return scores;
    }
}

package org.industrialmind.torch.anomaly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.CalibrationScore;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.learning.anomaly.Placement;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxNetwork;
import org.industrialmind.torch.onnx.OnnxWriter;

/**
 * Trains an autoencoder on the normal windows of a class of machines.
 *
 * <p>The windows are put on the scale of their own machine and regime, dealt into three hands, and the network is fitted on
 * the first, stopped by the second; the second also says which residuals are usual, and the third sets the limits.
 */
public final class AutoencoderTrainer implements Trainer<WindowSet, AutoencoderDetector> {
    private final AutoencoderSettings settings;
    private final InstantSource clock;

    /** @param clock for the time of creation in the provenance */
    public AutoencoderTrainer(AutoencoderSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public AutoencoderDetector train(WindowSet data, long seed) {
        HoldOut hands = HoldOut.of(data);
        List<Window> known =
                Stream.concat(hands.fit().stream(), hands.stop().stream()).toList();
        requireSome(data, known.size(), hands.calibrate().size());
        Baseline baseline = Baseline.fit(new WindowSet(data.description(), known), settings.baseline());
        WindowCoding coding = WindowCoding.of(data.schema(), data.windowLength(), settings.steps());
        List<Standing> fitted = standing(baseline, hands.fit());
        List<Standing> stopping = standing(baseline, hands.stop());
        List<Standing> calibrating = standing(baseline, hands.calibrate());
        requireSome(data, Math.min(fitted.size(), stopping.size()), calibrating.size());

        Fitted network = fit(coding, examples(coding, fitted), examples(coding, stopping), seed);
        Reconstruction reconstruction = new Reconstruction(coding, network.exported());
        List<Standing> usual = Stream.concat(fitted.stream(), stopping.stream()).toList();
        ResidualProfile profile = ResidualProfile.fit(byAsset(usual, residuals(reconstruction, usual)));
        Limits limits = Limits.calibrate(scores(reconstruction, profile, calibrating), settings.budget());
        Provenance provenance =
                Provenance.here(data.description(), "autoencoder", settings.asText(), seed, clock.instant());
        return new AutoencoderDetector(
                settings, baseline, reconstruction, network.weights(), profile, limits, provenance);
    }

    /** A window that has found its place. */
    private record Standing(Window window, int regime, StandardWindow z) {}

    private record Fitted(StateDict weights, OnnxNetwork exported) {}

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
            Fit.run(network, training, heldOut, settings.fit(), seed);
            StateDict weights = network.state();
            return new Fitted(weights, OnnxNetwork.open(OnnxWriter.write(spec, weights), spec));
        } catch (IOException e) {
            throw new UncheckedIOException("the network just written cannot be opened: " + e.getMessage(), e);
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
        float[] inputs =
                Reconstruction.inputs(coding, standing.stream().map(Standing::z).toList());
        return new Examples(inputs, Reconstruction.judged(coding, inputs), standing.size());
    }

    private static List<Residuals> residuals(Reconstruction reconstruction, List<Standing> standing) {
        return reconstruction.residuals(standing.stream().map(Standing::z).toList());
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
        List<Residuals> residuals = residuals(reconstruction, standing);
        List<CalibrationScore> scores = new ArrayList<>(standing.size());
        for (int i = 0; i < standing.size(); i++) {
            Window window = standing.get(i).window();
            double score = profile.surprise(window.asset(), residuals.get(i)).score();
            scores.add(new CalibrationScore(window.asset(), standing.get(i).regime(), window.endNanos(), score));
        }
        return scores;
    }

    private static void requireSome(WindowSet data, int learned, int calibrated) {
        if (learned == 0 || calibrated == 0) {
            throw new IllegalArgumentException(data.description() + " leaves " + learned
                    + " steady windows to learn from and " + calibrated
                    + " to calibrate on: expected at least one of each; give a longer span of steady running");
        }
    }
}

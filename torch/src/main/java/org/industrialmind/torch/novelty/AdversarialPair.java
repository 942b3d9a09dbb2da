package org.industrialmind.torch.novelty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.novelty.KnownNormal;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.NormalWindows;
import org.industrialmind.learning.novelty.ResidualNovelty;
import org.industrialmind.torch.nn.AdversarialFit;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.LayerSpec.Unflatten;
import org.industrialmind.torch.nn.Logbook;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.onnx.SharedNetwork;

/**
 * Judges windows by what two autoencoders with one encoder do not give back of them, after the second was taught to tell
 * windows from what the first makes of them, and the first to deceive it ({@link AdversarialFit}).
 *
 * <p>What is expected is the mean of what the first gives back and of what the second makes of that: where the first only
 * smooths a fault over, the second, which knows its hand, pulls away. Values within {@value #SCALE} sigma can be given back.
 *
 * @see "Audibert et al. 2020, USAD: unsupervised anomaly detection on multivariate time series, KDD"
 */
public record AdversarialPair(DeepSettings fit, Logbook logbook) implements FittedMethod {
    private static final int MOST_STEPS = 10;
    private static final int FEWEST_STEPS = 4;
    private static final int WIDTH = 24;
    private static final int BOTTLENECK = 8;
    private static final float SCALE = 5; // the tanh at the end gives back -1 to 1

    public static AdversarialPair defaults() {
        return new AdversarialPair(DeepSettings.defaults());
    }

    public AdversarialPair(DeepSettings fit) {
        this(fit, Logbook.closed());
    }

    @Override
    public AdversarialPair notedIn(Logbook other) {
        return new AdversarialPair(fit, other);
    }

    @Override
    public String kind() {
        return "adversarial-pair";
    }

    @Override
    public Map<String, String> settings() {
        return fit.described();
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        StepCoding coding = coding(windows.layout());
        PartedWindows parts = PartedWindows.of(windows, fit.windows());
        try (Network encoder = Network.create(encoder(coding), seed);
                Network first = Network.create(decoder(coding), seed + 1);
                Network second = Network.create(decoder(coding), seed + 2)) {
            Fit.Report report = new AdversarialFit(encoder, first, second, fit.fit(), seed)
                    .notedIn(logbook)
                    .run(examples(coding, parts.training()), examples(coding, parts.heldOut()));
            Pair pair = new Pair(
                    SharedNetwork.of(encoder.spec(), encoder.state()),
                    SharedNetwork.of(first.spec(), first.state()),
                    SharedNetwork.of(second.spec(), second.state()),
                    Map.of("epochs", (double) report.epochs(), "held_out_loss", report.heldOutLoss()));
            return ResidualNovelty.learn(windows, new NetworkResiduals(coding, pair), seed);
        }
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        StepCoding coding = coding(layout);
        Pair pair = new Pair(
                Weights.restore("encoder", encoder(coding), tensors),
                Weights.restore("first", decoder(coding), tensors),
                Weights.restore("second", decoder(coding), tensors),
                Map.of());
        return ResidualNovelty.restore(layout, new NetworkResiduals(coding, pair), tensors);
    }

    private StepCoding coding(Layout layout) {
        if (layout.rows() < FEWEST_STEPS) {
            throw new IllegalArgumentException("windows of " + layout.rows() + " rows have no course to learn: "
                    + kind() + " expects at least " + FEWEST_STEPS + " rows; choose longer windows");
        }
        return StepCoding.of(layout, MOST_STEPS);
    }

    static NetworkSpec encoder(StepCoding coding) {
        return new NetworkSpec(
                List.of(coding.channels(), coding.steps()),
                List.of(
                        new Flatten(),
                        new Dense(coding.size(), WIDTH),
                        new Activation(Function.RELU),
                        new Dense(WIDTH, BOTTLENECK),
                        new Activation(Function.RELU)));
    }

    static NetworkSpec decoder(StepCoding coding) {
        return new NetworkSpec(
                List.of(BOTTLENECK),
                List.of(
                        new Dense(BOTTLENECK, WIDTH),
                        new Activation(Function.RELU),
                        new Dense(WIDTH, coding.size()),
                        new Activation(Function.TANH),
                        new Unflatten(coding.channels(), coding.steps())));
    }

    private static Examples examples(StepCoding coding, List<StandardWindow> windows) {
        float[] encoded = scaled(coding.encode(windows));
        return new Examples(encoded, encoded, windows.size());
    }

    private static float[] scaled(float[] encoded) {
        float[] scaled = new float[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            scaled[i] = Math.clamp(encoded[i] / SCALE, -1, 1);
        }
        return scaled;
    }

    private record Pair(SharedNetwork encoder, SharedNetwork one, SharedNetwork other, Map<String, Double> facts)
            implements Expectation {
        @Override
        public int first() {
            return 0;
        }

        @Override
        public Expected of(float[] encoded) {
            float[] given = one.forward(encoder.forward(scaled(encoded)));
            float[] again = other.forward(encoder.forward(given));
            float[] values = new float[given.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = SCALE * (given[i] + again[i]) / 2;
            }
            return Expected.of(values);
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>(Weights.of("encoder", encoder));
            tensors.putAll(Weights.of("first", one));
            tensors.putAll(Weights.of("second", other));
            return tensors;
        }
    }
}

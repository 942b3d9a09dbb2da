package org.industrialmind.torch.novelty;

import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.novelty.KnownNormal;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.NormalWindows;
import org.industrialmind.learning.novelty.ResidualNovelty;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.Logbook;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.onnx.SharedNetwork;

/**
 * Judges windows by what a network that has learned normal ones did not expect of them: what an autoencoder cannot give back
 * through its narrow middle, or what a forecaster does not see coming.
 *
 * <p>Means over steps go in, and every row is compared with what was expected of its step, so that both a level and a tremor
 * within a step show. The residuals are judged as those of every other method ({@link ResidualNovelty}).
 */
public record DeepNovelty(WindowNetwork network, DeepSettings fit, Logbook logbook) implements FittedMethod {
    private static final String NAME = "network";
    private static final int FEWEST_STEPS = 4;

    public static DeepNovelty of(WindowNetwork network) {
        return new DeepNovelty(network, DeepSettings.defaults());
    }

    public DeepNovelty(WindowNetwork network, DeepSettings fit) {
        this(network, fit, Logbook.closed());
    }

    @Override
    public DeepNovelty notedIn(Logbook other) {
        return new DeepNovelty(network, fit, other);
    }

    @Override
    public String kind() {
        return network.kind();
    }

    @Override
    public Map<String, String> settings() {
        return fit.described();
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        StepCoding coding = coding(windows.layout());
        NetworkSpec spec = network.spec(coding);
        PartedWindows parts = PartedWindows.of(windows, fit.windows());
        try (Network learned = Network.create(spec, seed)) {
            Fit.Report report = Fit.of(learned, fit.fit().withLoss(network.loss(coding)), seed)
                    .notedIn(logbook)
                    .run(examples(coding, parts.training()), examples(coding, parts.heldOut()));
            SharedNetwork scoring = SharedNetwork.of(spec, learned.state());
            Map<String, Double> facts =
                    Map.of("epochs", (double) report.epochs(), "held_out_loss", report.heldOutLoss());
            return ResidualNovelty.learn(
                    windows, new NetworkResiduals(coding, new Learned(network, coding, scoring, facts)), seed);
        }
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        StepCoding coding = coding(layout);
        SharedNetwork scoring = Weights.restore(NAME, network.spec(coding), tensors);
        return ResidualNovelty.restore(
                layout, new NetworkResiduals(coding, new Learned(network, coding, scoring, Map.of())), tensors);
    }

    private StepCoding coding(Layout layout) {
        StepCoding coding = StepCoding.of(layout, network.mostSteps());
        if (coding.steps() < FEWEST_STEPS) {
            throw new IllegalArgumentException("windows of " + layout.rows() + " rows have no course to learn: a "
                    + kind() + " expects at least " + FEWEST_STEPS + " rows; choose longer windows");
        }
        return coding;
    }

    private Examples examples(StepCoding coding, List<StandardWindow> windows) {
        float[] encoded = coding.encode(windows);
        return new Examples(
                coding.part(encoded, 0, coding.steps() - network.first()),
                coding.part(encoded, network.first(), coding.steps()),
                windows.size());
    }

    /** What was learned of normal windows. */
    private record Learned(WindowNetwork network, StepCoding coding, SharedNetwork scoring, Map<String, Double> facts)
            implements Expectation {
        @Override
        public int first() {
            return network.first();
        }

        @Override
        public Expected of(float[] encoded) {
            float[] read = coding.part(encoded, 0, coding.steps() - network.first());
            return network.read(scoring.forward(read), coding);
        }

        @Override
        public Map<String, Tensor> tensors() {
            return Weights.of(NAME, scoring);
        }
    }
}

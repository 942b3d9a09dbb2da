package org.industrialmind.torch.novelty;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.novelty.Embedding;
import org.industrialmind.learning.novelty.EmbeddingMemory;
import org.industrialmind.learning.novelty.KnownNormal;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.NormalWindows;
import org.industrialmind.torch.nn.Blocks;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.Fit;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Conv1d;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.LayerSpec.Transpose;
import org.industrialmind.torch.nn.Logbook;
import org.industrialmind.torch.nn.Loss;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.SharedNetwork;

/**
 * Judges windows by how far their patches lie from those of normal ones, in an embedding that was learned without labels.
 *
 * <p>A small convolutional network turns a patch of all channels into a vector. It learns by telling whether a patch follows
 * another one or is from elsewhere, for which it has to know how the machine moves [1]. The vectors of normal patches, thinned
 * to a core set, are the memory, and the distance to the nearest of them says how strange a patch is. A memory of levels
 * stands beside it, since an embedding that tells shapes may not tell amplitudes [2].
 *
 * <ol>
 *   <li>arXiv 2602.01359, PaAno: patch-based representation learning for time series anomaly detection, ICLR 2026. Of its
 *       two objectives this is the pretext task; the triplets are left out.
 *   <li>arXiv 2606.08935: embeddings without amplitude lose faults of amplitude.
 * </ol>
 *
 * @param memory the most vectors that are remembered
 */
public record PatchEmbedding(int memory, DeepSettings fit, Logbook logbook) implements FittedMethod {
    private static final String NAME = "encoder";
    private static final int MOST_STEPS = 32;
    private static final int PATCH = 8; // steps; every convolution leaps as far as it looks, so patches do not mix
    private static final int WIDTH = 16;

    /** @throws IllegalArgumentException if nothing would be remembered */
    public PatchEmbedding {
        if (memory < 1) {
            throw new IllegalArgumentException("memory of " + memory + " patches: expected at least one");
        }
    }

    /** Returns the house settings: 512 vectors of 16 numbers. */
    public static PatchEmbedding defaults() {
        return new PatchEmbedding(512, DeepSettings.defaults());
    }

    public PatchEmbedding(int memory, DeepSettings fit) {
        this(memory, fit, Logbook.closed());
    }

    @Override
    public PatchEmbedding notedIn(Logbook other) {
        return new PatchEmbedding(memory, fit, other);
    }

    @Override
    public String kind() {
        return "patch-embedding";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(fit.described());
        settings.put("memory", Integer.toString(memory));
        return settings;
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        StepCoding coding = coding(windows.layout());
        PartedWindows parts = PartedWindows.of(windows, fit.windows());
        try (Network learned = Network.create(pretext(coding.channels()), seed)) {
            Fit.of(learned, fit.fit().withLoss(new Loss.CrossEntropy()), seed)
                    .notedIn(logbook)
                    .run(pairs(coding, parts.training(), seed), pairs(coding, parts.heldOut(), seed));
            return EmbeddingMemory.learn(windows, new Encoder(coding, encoder(coding, learned.state())), memory, seed);
        }
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        StepCoding coding = coding(layout);
        Encoder encoder = new Encoder(coding, Weights.restore(NAME, encoder(coding), tensors));
        return EmbeddingMemory.restore(layout, encoder, tensors);
    }

    private StepCoding coding(Layout layout) {
        if (layout.rows() < 2 * PATCH) {
            throw new IllegalArgumentException("windows of " + layout.rows() + " rows are too short for " + kind()
                    + ": expected at least " + 2 * PATCH + ", two patches; choose longer windows");
        }
        int steps = Math.min(layout.rows(), MOST_STEPS) / PATCH * PATCH;
        return new StepCoding(layout.rows(), layout.channels(), steps);
    }

    /** Patches of all channels to vectors: [channel, step] -> [width, patch]. */
    private static List<LayerSpec> convolutions(int channels) {
        int half = PATCH / 2;
        return List.of(
                new Conv1d(channels, WIDTH, half, half, 0),
                new Activation(Function.GELU),
                new Conv1d(WIDTH, WIDTH, PATCH / half, PATCH / half, 0));
    }

    static NetworkSpec encoder(StepCoding coding) {
        return new NetworkSpec(
                List.of(coding.channels(), coding.steps()),
                Blocks.row(convolutions(coding.channels()), List.of(new Transpose(0, 1)))); // -> [patch, width]
    }

    /** Whether the second of two patches follows the first: [channel, 2 patches] -> [no, yes]. */
    static NetworkSpec pretext(int channels) {
        return new NetworkSpec(
                List.of(channels, 2 * PATCH),
                Blocks.row(
                        convolutions(channels),
                        List.of(
                                new Activation(Function.GELU),
                                new Flatten(),
                                new Dense(2 * WIDTH, WIDTH),
                                new Activation(Function.GELU),
                                new Dense(WIDTH, 2))));
    }

    /** The convolutions stand first in both networks, so their parameters have the same names. */
    private static SharedNetwork encoder(StepCoding coding, StateDict learned) {
        return SharedNetwork.of(encoder(coding), learned);
    }

    /** Two neighbours of each window in turn, and as often the first with a second from another window, if there is one. */
    private static Examples pairs(StepCoding coding, List<StandardWindow> windows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] encoded = coding.encode(windows);
        int patches = coding.steps() / PATCH;
        int size = coding.channels() * 2 * PATCH;
        float[] inputs = new float[2 * windows.size() * size];
        float[] classes = new float[2 * windows.size()];
        for (int w = 0; w < windows.size(); w++) {
            int first = random.nextInt(patches - 1) * PATCH;
            int other = (w + (windows.size() > 1 ? 1 + random.nextInt(windows.size() - 1) : 0)) % windows.size();
            int elsewhere = random.nextInt(patches) * PATCH;
            for (int c = 0; c < coding.channels(); c++) {
                int at = (w * coding.channels() + c) * coding.steps();
                int otherAt = (other * coding.channels() + c) * coding.steps();
                int follows = 2 * w * size + c * 2 * PATCH;
                int foreign = follows + size;
                System.arraycopy(encoded, at + first, inputs, follows, 2 * PATCH);
                System.arraycopy(encoded, at + first, inputs, foreign, PATCH);
                System.arraycopy(encoded, otherAt + elsewhere, inputs, foreign + PATCH, PATCH);
            }
            classes[2 * w] = 1;
        }
        return new Examples(inputs, classes, classes.length);
    }

    /** The convolutions that were learned. */
    private record Encoder(StepCoding coding, SharedNetwork network) implements Embedding {
        @Override
        public int size() {
            return WIDTH;
        }

        @Override
        public float[] of(StandardWindow window) {
            return network.forward(coding.encode(List.of(window)));
        }

        @Override
        public Map<String, Tensor> tensors() {
            return Weights.of(NAME, network);
        }
    }
}

package org.industrialmind.torch.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.novelty.KnownNormal;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.NormalWindows;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.learning.novelty.ResidualNovelty;
import org.industrialmind.learning.novelty.Residuals;
import org.industrialmind.learning.novelty.ScoreNovelty;
import org.industrialmind.learning.novelty.Scorer;

/**
 * Judges windows by a network that a user brought. Nothing of the network is learned here; what is learned is what it usually
 * says of normal windows of these machines, for a network does not know where it was put.
 *
 * <p>Of a reconstruction, the residuals are judged as those of every other method ({@link ResidualNovelty}); a score is told
 * in how far the scores of normal windows go ({@link ScoreNovelty}).
 */
public final class ImportedMethod implements NoveltyMethod {
    public static final String KIND = "onnx";

    private final Optional<ImportedNetwork> network;

    private ImportedMethod(Optional<ImportedNetwork> network) {
        this.network = network;
    }

    /** Returns the method that reads kept models back; to learn it wants a network. */
    public static ImportedMethod reading() {
        return new ImportedMethod(Optional.empty());
    }

    static ImportedMethod of(ImportedNetwork network) {
        return new ImportedMethod(Optional.of(network));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> settings() {
        return network.map(one -> Map.of(
                        "output", one.output().code(),
                        "rows", Integer.toString(one.rows()),
                        "channels", one.channels().toString()))
                .orElse(Map.of());
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        ImportedNetwork known = network.orElseThrow(() -> new IllegalArgumentException(
                "a detector of kind " + KIND + " has no network: expected an ONNX file; next: give --file FILE"));
        requireLayout(known, windows.layout());
        return switch (known.output()) {
            case RECONSTRUCTION -> ResidualNovelty.learn(windows, new GivenBack(known), seed);
            case SCORE -> ScoreNovelty.learn(windows, new Said(known));
        };
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        ImportedNetwork known = ImportedNetwork.restore(tensors);
        requireLayout(known, layout);
        return switch (known.output()) {
            case RECONSTRUCTION -> ResidualNovelty.restore(layout, new GivenBack(known), tensors);
            case SCORE -> ScoreNovelty.restore(new Said(known), tensors);
        };
    }

    private static void requireLayout(ImportedNetwork network, Layout layout) {
        boolean within = network.channels().stream().allMatch(channel -> channel >= 0 && channel < layout.channels());
        if (network.rows() != layout.rows() || !within) {
            throw new IllegalArgumentException("network takes windows of " + network.rows() + " rows: these have "
                    + layout.rows() + "; next: train with the window length of the manifest");
        }
    }

    /** What a network does not give back; of channels that it does not take, nothing is left. */
    private record GivenBack(ImportedNetwork network) implements Residuals {
        @Override
        public Layout layout(Layout ofReadings) {
            return ofReadings;
        }

        @Override
        public List<StandardWindow> of(List<StandardWindow> windows) {
            float[] given = network.of(windows);
            int size = network.rows() * network.channels().size();
            List<StandardWindow> left = new ArrayList<>(windows.size());
            for (int w = 0; w < windows.size(); w++) {
                StandardWindow window = windows.get(w);
                float[] residuals = new float[window.length() * window.width()];
                for (int row = 0; row < window.length(); row++) {
                    for (int c = 0; c < network.channels().size(); c++) {
                        int channel = network.channels().get(c);
                        residuals[row * window.width() + channel] =
                                window.get(row, channel) - finite(given[w * size + network.at(row, c)]);
                    }
                }
                left.add(window.with(residuals));
            }
            return left;
        }

        @Override
        public Map<String, Tensor> tensors() {
            return network.tensors();
        }
    }

    /** What a network says by itself. */
    private record Said(ImportedNetwork network) implements Scorer {
        @Override
        public double[] of(List<StandardWindow> windows) {
            float[] said = network.of(windows);
            double[] scores = new double[said.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = finite(said[i]);
            }
            return scores;
        }

        @Override
        public Map<String, Tensor> tensors() {
            return network.tensors();
        }
    }

    private static float finite(float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("the imported network says " + value
                    + " of a window: expected finite numbers; next: see what it does with values beyond its training");
        }
        return value;
    }
}

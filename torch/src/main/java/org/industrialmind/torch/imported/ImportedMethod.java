package org.industrialmind.torch.imported;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.novelty.Evidence;
import org.industrialmind.learning.novelty.KnownNormal;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.NamedTensors;
import org.industrialmind.learning.novelty.NormalWindows;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.learning.novelty.ResidualNovelty;
import org.industrialmind.learning.novelty.Residuals;

/**
 * Judges windows by a network that a user brought. Nothing of the network is learned here; what is learned is what it usually
 * says of normal windows of these machines, for a network does not know where it was put.
 *
 * <p>Of a reconstruction, the residuals are judged as those of every other method. A score is measured from its median over
 * normal windows, in units of how far the most of them go; evidence against a channel is by how much the score falls once
 * the channel stands at its normal level.
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
            case SCORE -> Scored.learn(windows, known);
        };
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        ImportedNetwork known = ImportedNetwork.restore(tensors);
        requireLayout(known, layout);
        return switch (known.output()) {
            case RECONSTRUCTION -> ResidualNovelty.restore(layout, new GivenBack(known), tensors);
            case SCORE -> new Scored(known, tensors.doubles("score_centre", 1)[0], tensors.positive("score_unit"));
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

    /** What a network's scores are among its scores of normal windows. */
    private record Scored(ImportedNetwork network, double centre, double unit) implements KnownNormal {
        private static final double MOST = 0.999; // of normal windows lie within a unit
        private static final double LEAST_UNIT = 1e-9;
        private static final int BATCH = 256;

        static Scored learn(NormalWindows windows, ImportedNetwork network) {
            double[] scores = new double[windows.items().size()];
            for (int from = 0; from < scores.length; from += BATCH) {
                List<StandardWindow> batch =
                        windows.items().subList(from, Math.min(scores.length, from + BATCH)).stream()
                                .map(NormalWindows.Item::window)
                                .toList();
                float[] given = network.of(batch);
                for (int i = 0; i < given.length; i++) {
                    scores[from + i] = finite(given[i]);
                }
            }
            double centre = Quantiles.median(scores);
            return new Scored(network, centre, Math.max(LEAST_UNIT, Quantiles.quantile(scores, MOST) - centre));
        }

        @Override
        public double novelty(int place, StandardWindow window) {
            return Math.max(0, (finite(network.of(List.of(window))[0]) - centre) / unit);
        }

        @Override
        public Evidence evidence(int place, StandardWindow window) {
            double whole = novelty(place, window);
            double[] weights = new double[window.width()];
            for (int channel : network.channels()) {
                double without = novelty(place, without(window, channel));
                weights[channel] = Math.max(0, whole * whole - without * without);
            }
            return Evidence.atLevels(weights, window);
        }

        private static StandardWindow without(StandardWindow window, int channel) {
            float[] values = new float[window.length() * window.width()];
            window.copyTo(values, 0);
            for (int at = channel; at < values.length; at += window.width()) {
                values[at] = 0;
            }
            return window.with(values);
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>(network.tensors());
            tensors.put("score_centre", Tensor.of(new double[] {centre}, 1));
            tensors.put("score_unit", Tensor.of(new double[] {unit}, 1));
            return tensors;
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

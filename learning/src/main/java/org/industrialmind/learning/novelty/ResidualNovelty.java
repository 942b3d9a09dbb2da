package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by their {@link Residuals}, as {@link Pca} judges windows of readings: level and restlessness of each
 * channel, alone and together. A forecast, an autoencoder and a physical balance differ in what they expect; what to make
 * of the rest is the same for all.
 */
public final class ResidualNovelty implements KnownNormal {
    private static final double VARIANCE = 0.9; // of the residuals' levels, that their components explain
    private static final int BATCH = 256;

    private final Residuals residuals;
    private final KnownNormal ofResiduals;

    private ResidualNovelty(Residuals residuals, KnownNormal ofResiduals) {
        this.residuals = residuals;
        this.ofResiduals = ofResiduals;
    }

    /** Learns what is usually left of normal windows. */
    public static KnownNormal learn(NormalWindows windows, Residuals residuals, long seed) {
        List<NormalWindows.Item> items = new ArrayList<>();
        for (int from = 0; from < windows.items().size(); from += BATCH) {
            List<NormalWindows.Item> batch =
                    windows.items().subList(from, Math.min(windows.items().size(), from + BATCH));
            List<StandardWindow> left =
                    residuals.of(batch.stream().map(NormalWindows.Item::window).toList());
            for (int i = 0; i < batch.size(); i++) {
                items.add(new NormalWindows.Item(
                        batch.get(i).place(), batch.get(i).fresh(), left.get(i)));
            }
        }
        NormalWindows left = new NormalWindows(residuals.layout(windows.layout()), items);
        return new ResidualNovelty(
                residuals, FeatureNormal.learn(left, seed, (rows, _) -> WindowScore.fit(rows, VARIANCE)));
    }

    /** @throws IllegalArgumentException if the tensors are not what was kept for windows of that layout */
    public static KnownNormal restore(Layout layout, Residuals residuals, NamedTensors tensors) {
        return new ResidualNovelty(
                residuals, FeatureNormal.restore(residuals.layout(layout), tensors, WindowScore::restore));
    }

    @Override
    public double novelty(int place, StandardWindow window) {
        return ofResiduals.novelty(place, left(window));
    }

    @Override
    public double[] novelties(int place, List<StandardWindow> windows) {
        return windows.isEmpty()
                ? new double[0]
                : residuals.of(windows).stream()
                        .mapToDouble(left -> ofResiduals.novelty(place, left))
                        .toArray();
    }

    /** {@inheritDoc} A channel's shift is that of what was read, not of what was left of it. */
    @Override
    public Evidence evidence(int place, StandardWindow window) {
        Evidence evidence = ofResiduals.evidence(place, left(window));
        double[] weights = new double[evidence.channels()];
        Arrays.setAll(weights, evidence::weight);
        return Evidence.atLevels(weights, window);
    }

    private StandardWindow left(StandardWindow window) {
        return residuals.of(List.of(window)).getFirst();
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>(ofResiduals.tensors());
        tensors.putAll(residuals.tensors());
        return tensors;
    }

    @Override
    public Map<String, Double> facts() {
        Map<String, Double> facts = new HashMap<>(ofResiduals.facts());
        facts.putAll(residuals.facts());
        return facts;
    }
}

package org.industrialmind.learning.novelty;

import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;

/**
 * Judges windows by the level and the restlessness of their channels, the levels together through principal components and
 * each feature on its own ({@link WindowScore}).
 *
 * @param variance the share of the variance in (0, 1) that the components must explain
 */
public record Pca(double variance) implements NoveltyMethod {
    /** @throws IllegalArgumentException if the share is outside (0, 1) */
    public Pca {
        if (!(variance > 0 && variance < 1)) {
            throw new IllegalArgumentException(
                    "share of variance " + variance + " is not valid: expected one in (0, 1)");
        }
    }

    /** Returns the house settings: 90 % of the variance. */
    public static Pca defaults() {
        return new Pca(0.9);
    }

    @Override
    public String kind() {
        return "pca";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("variance", Double.toString(variance));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        return FeatureNormal.learn(windows, seed, (rows, _) -> WindowScore.fit(rows, variance));
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        return FeatureNormal.restore(layout, tensors, WindowScore::restore);
    }
}

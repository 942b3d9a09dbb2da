package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/** Knows normal windows by their features: a {@link FeatureSpace} and what a method has learned within it. */
record FeatureNormal(FeatureSpace space, FeatureModel model) implements KnownNormal {
    static KnownNormal learn(NormalWindows windows, long seed, FeatureModel.Fit fit) {
        return learn(FeatureSpace.learn(windows, true), seed, fit);
    }

    /** Learns from windows of which some may be anything at all: their tails widen nothing. */
    static KnownNormal learnDoubting(NormalWindows windows, long seed, FeatureModel.Fit fit) {
        return learn(FeatureSpace.learn(windows, false), seed, fit);
    }

    private static KnownNormal learn(FeatureSpace.Learned learned, long seed, FeatureModel.Fit fit) {
        return new FeatureNormal(learned.space(), fit.of(learned.rows(), seed));
    }

    static KnownNormal restore(Layout layout, NamedTensors tensors, FeatureModel.Restore restore) {
        return new FeatureNormal(FeatureSpace.restore(layout, tensors), restore.of(layout.channels(), tensors));
    }

    @Override
    public double novelty(int place, StandardWindow window) {
        return model.novelty(space.of(place, window));
    }

    /** {@inheritDoc} A channel's shift is that of its level: one that only became noisy has a weight but hardly a shift. */
    @Override
    public Evidence evidence(int place, StandardWindow window) {
        double[] features = space.of(place, window);
        return new Evidence(model.weights(features), Arrays.copyOf(features, space.channels()));
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> all = new HashMap<>(space.tensors());
        all.putAll(model.tensors());
        return all;
    }

    @Override
    public Map<String, Double> facts() {
        return model.facts();
    }
}

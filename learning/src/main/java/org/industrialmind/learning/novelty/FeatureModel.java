package org.industrialmind.learning.novelty;

import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * What is known of the features of normal windows. Immutable and safe for use by many threads. Shape of features:
 * [2 channel], the levels of all channels and then their restlessness, each in its usual deviations from its usual value.
 */
interface FeatureModel {
    /** Returns how strange the features are, as {@link KnownNormal#novelty} tells it. */
    double novelty(double[] features);

    /** Returns what each channel could account for, from 0. Shape: [channel]. */
    double[] weights(double[] features);

    Map<String, Tensor> tensors();

    default Map<String, Double> facts() {
        return Map.of();
    }

    /** A way to learn it. */
    interface Fit {
        FeatureModel of(FeatureRows rows, long seed);
    }

    /** A way to bring it back. */
    interface Restore {
        /** @throws IllegalArgumentException if the tensors are not what is kept for that number of channels */
        FeatureModel of(int channels, NamedTensors tensors);
    }
}

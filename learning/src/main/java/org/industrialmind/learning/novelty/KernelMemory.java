package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Vectors;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Levels of normal windows that answer a new one with the mean of those like it: xhat = sum w_i m_i / sum w_i, with weights
 * w_i = exp(-|x - m_i|^2 / 2 h^2).
 *
 * <p>Remembered are, of every place, the windows with the least and the greatest level of each channel, so that the
 * memory spans what was seen, and others evenly in order of their length, from the usual to the far ([1] calls it vector
 * ordering). The bandwidth h is the one, out of a row of multiples of the usual distance between neighbours, by which the
 * remembered give each other back best, each left out in turn.
 *
 * @see "Hines and Garvey 2006, Development and application of fault detectability performance metrics for instrument
 *     calibration verification and anomaly detection, Journal of Pattern Recognition Research 1"
 */
final class KernelMemory {
    private static final double[] MULTIPLES = {0.5, 0.7, 1, 1.4, 2, 2.8, 4};
    private static final double LEAST_BANDWIDTH = 1e-3;

    private final int channels;
    private final double[] memory; // [remembered, channel]
    private final double bandwidth;

    private KernelMemory(int channels, double[] memory, double bandwidth) {
        this.channels = channels;
        this.memory = memory;
        this.bandwidth = bandwidth;
    }

    /** Remembers at most so many windows: what it costs in memory grows with their square, and not with the machines. */
    static KernelMemory fit(FeatureRows rows, int most) {
        List<double[]> levels = rows.levels();
        int channels = rows.channels();
        int[] chosen = new VectorOrdering(levels, rows.places()).choose(most);
        double[] memory = new double[chosen.length * channels];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(levels.get(chosen[i]), 0, memory, i * channels, channels);
        }
        return new KernelMemory(channels, memory, bandwidth(channels, memory));
    }

    private static double bandwidth(int channels, double[] memory) {
        int size = memory.length / channels;
        if (size < 2) {
            return 1;
        }
        double[] nearest = new double[size];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double[] squared = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double distance = Vectors.squaredDistance(channels, memory, i * channels, memory, j * channels);
                squared[i * size + j] = distance;
                squared[j * size + i] = distance;
                nearest[i] = Math.min(nearest[i], distance);
                nearest[j] = Math.min(nearest[j], distance);
            }
        }
        double usual = Math.max(LEAST_BANDWIDTH, Math.sqrt(Quantiles.median(nearest)));
        double best = usual;
        double least = Double.POSITIVE_INFINITY;
        for (double multiple : MULTIPLES) {
            double error = leaveOneOut(channels, memory, squared, multiple * usual);
            if (error < least) {
                least = error;
                best = multiple * usual;
            }
        }
        return best;
    }

    /** Returns the sum of squared residuals of the remembered, each answered by the others. */
    private static double leaveOneOut(int channels, double[] memory, double[] squared, double bandwidth) {
        int size = memory.length / channels;
        double sum = 0;
        double[] distances = new double[size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(squared, i * size, distances, 0, size);
            distances[i] = Double.POSITIVE_INFINITY;
            double[] answer = answer(channels, memory, distances, bandwidth);
            sum += Vectors.squaredDistance(channels, answer, 0, memory, i * channels);
        }
        return sum;
    }

    /** Returns the weighted mean; the distances, which are squared, are left holding the weights. */
    private static double[] answer(int channels, double[] memory, double[] distances, double bandwidth) {
        double nearest =
                Arrays.stream(distances).min().orElseThrow(); // weighs 1, so that far out not all weigh nothing
        double total = 0;
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.exp((nearest - distances[i]) / (2 * bandwidth * bandwidth));
            total += distances[i];
        }
        double[] answer = new double[channels];
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] > 0) {
                Vectors.addScaled(channels, distances[i] / total, memory, i * channels, answer, 0);
            }
        }
        return answer;
    }

    /** Returns what the answer leaves of each level. Shape: features [2 channel], levels first -> [channel]. */
    double[] residuals(double[] features) {
        double[] distances = new double[size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Vectors.squaredDistance(channels, features, 0, memory, i * channels);
        }
        double[] residuals = answer(channels, memory, distances, bandwidth);
        for (int c = 0; c < channels; c++) {
            residuals[c] = features[c] - residuals[c];
        }
        return residuals;
    }

    int size() {
        return memory.length / channels;
    }

    double bandwidth() {
        return bandwidth;
    }

    void keep(Map<String, Tensor> tensors) {
        tensors.put("memory", Tensor.of(memory, size(), channels));
        tensors.put("bandwidth", Tensor.of(new double[] {bandwidth}, 1));
    }

    static KernelMemory restore(int channels, NamedTensors tensors) {
        double[] memory = tensors.doubles("memory", NamedTensors.ANY, channels);
        if (memory.length == 0) {
            throw new IllegalArgumentException("tensor memory is empty: expected at least one remembered window");
        }
        return new KernelMemory(channels, memory, tensors.positive("bandwidth"));
    }
}

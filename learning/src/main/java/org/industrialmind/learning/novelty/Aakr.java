package org.industrialmind.learning.novelty;

import java.util.HashMap;
import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by how well the levels of their channels can be put together from levels that were seen before:
 * auto-associative kernel regression, the kernel form of the multivariate state estimation technique [1, 2].
 *
 * <p>A {@link KernelMemory} of normal windows answers each window with the mean of those like it; what that leaves of a
 * level is a residual, measured by what it usually is. The largest residual and the root mean square of all are the
 * novelty, each in units of the most that a usual window shows, and with them each channel's restlessness on its own.
 *
 * <p>Follows relations that bend, which {@link Pca} cannot, and knows nothing beyond what it has seen: a state that is new
 * but lawful is strange to it. Evidence is the squared residual of the channel; a fault leaks into what resembles it by as
 * much as the memory lets it.
 *
 * <ol>
 *   <li>Singer, Gross, Herzog, King and Wegerich 1997, Model-based nuclear power plant monitoring and fault detection:
 *       theoretical foundations, ISAP.
 *   <li>Baraldi, Di Maio and Zio 2012, Reconstruction of missing data by auto-associative kernel regression: a sensitivity
 *       study, Progress in Nuclear Energy 54.
 * </ol>
 *
 * @param memory how many windows are remembered at most
 */
public record Aakr(int memory) implements NoveltyMethod {
    private static final double LEAST_DEVIATION = 0.1; // of a residual, in usual deviations of the level

    /** @throws IllegalArgumentException if fewer than two windows would be remembered */
    public Aakr {
        if (memory < 2) {
            throw new IllegalArgumentException("memory of " + memory + " windows: expected at least 2");
        }
    }

    /** Returns the house settings: 500 windows. */
    public static Aakr defaults() {
        return new Aakr(500);
    }

    @Override
    public String kind() {
        return "aakr";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("memory", Integer.toString(memory));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        return FeatureNormal.learn(windows, seed, (rows, _) -> fit(rows));
    }

    /** Measures residuals on quarters of the history that were not remembered, then remembers all. */
    private FeatureModel fit(FeatureRows rows) {
        FeatureRows fresh = rows.quarters(false);
        KernelMemory half = KernelMemory.fit(rows.quarters(true), memory);
        double[] deviations = new double[rows.channels()];
        for (double[] row : fresh.features()) {
            double[] residuals = half.residuals(row);
            for (int c = 0; c < deviations.length; c++) {
                deviations[c] += residuals[c] * residuals[c] / fresh.features().size();
            }
        }
        for (int c = 0; c < deviations.length; c++) {
            deviations[c] = Math.max(LEAST_DEVIATION, Math.sqrt(deviations[c]));
        }
        Residuals unit = new Residuals(half, deviations, 1, 1, 1);
        return new Residuals(
                KernelMemory.fit(rows, memory),
                deviations,
                fresh.most(row -> root(unit.relative(row))),
                Math.max(Usual.mostOf(deviations.length), fresh.most(row -> largest(unit.relative(row)))),
                rows.mostSingle(rows.channels()));
    }

    private static double root(double[] relative) {
        double sum = 0;
        for (double value : relative) {
            sum += value * value;
        }
        return Math.sqrt(sum / relative.length);
    }

    private static double largest(double[] relative) {
        return Usual.largest(relative, 0, relative.length);
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        return FeatureNormal.restore(layout, tensors, Residuals::restore);
    }

    /** The memory, the usual residual of each channel, and the units of all residuals, of the largest, of restlessness. */
    private static final class Residuals implements FeatureModel {
        private final KernelMemory memory;
        private final double[] deviations;
        private final double all;
        private final double single;
        private final double restlessness;

        Residuals(KernelMemory memory, double[] deviations, double all, double single, double restlessness) {
            this.memory = memory;
            this.deviations = deviations;
            this.all = all;
            this.single = single;
            this.restlessness = restlessness;
        }

        double[] relative(double[] features) {
            double[] residuals = memory.residuals(features);
            for (int c = 0; c < residuals.length; c++) {
                residuals[c] /= deviations[c];
            }
            return residuals;
        }

        @Override
        public double novelty(double[] features) {
            double[] relative = relative(features);
            int channels = relative.length;
            double restless = Usual.largest(features, channels, 2 * channels) / restlessness;
            return Math.max(restless, Math.max(root(relative) / all, largest(relative) / single));
        }

        @Override
        public double[] weights(double[] features) {
            double[] weights = relative(features);
            for (int c = 0; c < weights.length; c++) {
                double level = weights[c] / single;
                double restless = features[weights.length + c] / restlessness;
                weights[c] = Math.max(level * level, restless * restless);
            }
            return weights;
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>();
            memory.keep(tensors);
            tensors.put("deviations", Tensor.of(deviations, deviations.length));
            tensors.put("residuals_unit", Tensor.of(new double[] {all}, 1));
            tensors.put("residual_unit", Tensor.of(new double[] {single}, 1));
            tensors.put("restlessness_unit", Tensor.of(new double[] {restlessness}, 1));
            return tensors;
        }

        static Residuals restore(int channels, NamedTensors tensors) {
            return new Residuals(
                    KernelMemory.restore(channels, tensors),
                    tensors.allPositive("deviations", channels),
                    tensors.positive("residuals_unit"),
                    tensors.positive("residual_unit"),
                    tensors.positive("restlessness_unit"));
        }

        @Override
        public Map<String, Double> facts() {
            return Map.of("remembered", (double) memory.size(), "bandwidth", memory.bandwidth());
        }
    }
}

package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.tree.IsolationForest;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by how soon random cuts part them from all others: an isolation forest over the level and the
 * restlessness of all channels, and a small one over each of these alone.
 *
 * <p>A plain forest is blind beyond the edge of what it was grown from: ten sigma and a hundred fall into the same leaf as
 * the farthest row of training, whose like turns up in any month. So depths are worked out as though the window had been
 * among the rows ({@link IsolationGrove}). And in a forest over many features the one that matters is seldom asked; hence
 * the small forests, which also say which channel it is.
 *
 * <p>Novelty is how much sooner than usual the window is alone, in units of what is left to the first cut: what lies as deep
 * as usual rows do is not strange at all, and beyond the edge it grows with the distance. It is in units of the most that
 * usual windows show to trees grown from the other quarters of history. Fast, and without any assumption of form; relations
 * between channels are all but invisible to it.
 *
 * @param trees of the forest over all features; half as many over each alone, whose edges must be steady
 * @see "Liu, Ting and Zhou 2008, Isolation forest, ICDM"
 */
public record IsolationTrees(int trees) implements NoveltyMethod {
    private static final int SAMPLE = 256;
    private static final int SMALL_SAMPLE = 64; // enough for one feature, and a quarter of the size
    private static final double NOISE = 0.2; // sigma, added before cutting: a constant channel could not be cut

    /** @throws IllegalArgumentException if there are fewer than five trees */
    public IsolationTrees {
        if (trees < 5) {
            throw new IllegalArgumentException(trees + " isolation trees: expected at least 5");
        }
    }

    /** Returns the house settings: 100 trees over all features, 50 over each alone. */
    public static IsolationTrees defaults() {
        return new IsolationTrees(100);
    }

    @Override
    public String kind() {
        return "isolation-forest";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("trees", Integer.toString(trees));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        return FeatureNormal.learn(windows, seed, this::fit);
    }

    /** Finds the units on quarters of the history that the trees were not grown from, then grows them from all. */
    private FeatureModel fit(FeatureRows rows, long seed) {
        Groves half = new Groves(grow(rows.quarters(true), seed), 1, 1);
        FeatureRows fresh = rows.quarters(false);
        return new Groves(grow(rows, seed), fresh.most(half::together), fresh.most(half::largest));
    }

    /** Returns the forest over all features, then that over each. */
    private List<IsolationGrove> grow(FeatureRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] noisy = rows.matrix().toArray();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += NOISE * random.nextGaussian();
        }
        Matrix all = Matrix.of(rows.features().size(), 2 * rows.channels(), noisy);
        IsolationForest whole = new IsolationForest(trees, SAMPLE);
        IsolationForest small = new IsolationForest(trees / 2, SMALL_SAMPLE);
        List<IsolationGrove> groves = new ArrayList<>();
        groves.add(IsolationGrove.grow(whole, all, random.nextLong()));
        for (int f = 0; f < all.columns(); f++) {
            groves.add(IsolationGrove.grow(small, Matrix.of(all.rows(), 1, all.column(f)), random.nextLong()));
        }
        return groves;
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        return FeatureNormal.restore(layout, tensors, Groves::restore);
    }

    /** The forest over all features, then that of each, and the units of the first and of the largest of the others. */
    private record Groves(List<IsolationGrove> groves, double all, double single) implements FeatureModel {
        double together(double[] features) {
            return groves.getFirst().strangeness(features) / all;
        }

        private double alone(double[] features, int f) {
            return groves.get(f + 1).strangeness(new double[] {features[f]}) / single;
        }

        double largest(double[] features) {
            double largest = 0;
            for (int f = 0; f < features.length; f++) {
                largest = Math.max(largest, alone(features, f));
            }
            return largest;
        }

        @Override
        public double novelty(double[] features) {
            return Math.max(together(features), largest(features));
        }

        @Override
        public double[] weights(double[] features) {
            double[] weights = new double[features.length / 2];
            for (int c = 0; c < weights.length; c++) {
                double shallowest = Math.max(alone(features, c), alone(features, weights.length + c));
                weights[c] = shallowest * shallowest;
            }
            return weights;
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>();
            for (int g = 0; g < groves.size(); g++) {
                groves.get(g).keep("grove/" + g, tensors);
            }
            tensors.put("all_unit", Tensor.of(new double[] {all}, 1));
            tensors.put("single_unit", Tensor.of(new double[] {single}, 1));
            return tensors;
        }

        static Groves restore(int channels, NamedTensors tensors) {
            List<IsolationGrove> groves = new ArrayList<>();
            for (int g = 0; g <= 2 * channels; g++) {
                groves.add(IsolationGrove.restore("grove/" + g, g == 0 ? 2 * channels : 1, tensors));
            }
            return new Groves(groves, tensors.positive("all_unit"), tensors.positive("single_unit"));
        }
    }
}

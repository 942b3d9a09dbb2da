package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.Blocks;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by how far their patches lie from the nearest of normal ones in an {@link Embedding}, and by how far the
 * levels of all channels do, since an embedding that was taught to tell shapes may not tell levels.
 *
 * <p>Memories are thinned to what leaves no other far away ({@link PatchBank}). Each distance is in units of the most that
 * usual windows show to a memory of the other quarters of history. The larger is the novelty.
 */
public final class EmbeddingMemory implements KnownNormal {
    private static final int MOST_CHOICES = 4096; // that a memory is chosen from
    private static final double LEAST_UNIT = 1e-3; // of distances: what never varied still needs one
    private static final double LEAST_LEVEL_UNIT = 1; // usual deviation

    private final Embedding embedding;
    private final PatchBank shapes;
    private final PatchBank levels;
    private final double shapeUnit;
    private final double levelUnit;

    private EmbeddingMemory(
            Embedding embedding, PatchBank shapes, PatchBank levels, double shapeUnit, double levelUnit) {
        this.embedding = embedding;
        this.shapes = shapes;
        this.levels = levels;
        this.shapeUnit = shapeUnit;
        this.levelUnit = levelUnit;
    }

    /**
     * Remembers normal windows.
     *
     * @param most vectors that are kept of patches, and as many of levels
     */
    public static KnownNormal learn(NormalWindows windows, Embedding embedding, int most, long seed) {
        EmbeddingMemory half = remember(windows.quarters(true), embedding, most, seed);
        List<NormalWindows.Item> fresh = windows.quarters(false).items();
        double shapeUnit = Usual.most(fresh.stream()
                .mapToDouble(item -> half.shapeDistance(item.window()))
                .toArray());
        double levelUnit = Usual.most(fresh.stream()
                .mapToDouble(item -> half.levelDistance(item.window()))
                .toArray());
        EmbeddingMemory whole = remember(windows, embedding, most, seed);
        return new EmbeddingMemory(
                embedding,
                whole.shapes,
                whole.levels,
                Math.max(LEAST_UNIT, shapeUnit),
                Math.max(LEAST_LEVEL_UNIT, levelUnit));
    }

    private static EmbeddingMemory remember(NormalWindows windows, Embedding embedding, int most, long seed) {
        List<float[]> shapes = new ArrayList<>();
        List<float[]> levels = new ArrayList<>();
        for (NormalWindows.Item item : thinned(windows.items())) {
            float[] vectors = embedding.of(item.window());
            for (int at = 0; at < vectors.length; at += embedding.size()) {
                shapes.add(Arrays.copyOfRange(vectors, at, at + embedding.size()));
            }
            levels.add(levels(item.window()));
        }
        return new EmbeddingMemory(
                embedding, PatchBank.choose(thinned(shapes), most, seed), PatchBank.choose(levels, most, seed), 1, 1);
    }

    private static <T> List<T> thinned(List<T> all) {
        int step = Math.ceilDiv(all.size(), MOST_CHOICES);
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    /** @throws IllegalArgumentException if the tensors are not what was kept for windows of that layout */
    public static KnownNormal restore(Layout layout, Embedding embedding, NamedTensors tensors) {
        return new EmbeddingMemory(
                embedding,
                PatchBank.restore("shapes", embedding.size(), tensors),
                PatchBank.restore("levels", layout.channels(), tensors),
                tensors.positive("shape_unit"),
                tensors.positive("level_unit"));
    }

    /** Returns the median over blocks of each channel's mean. */
    private static float[] levels(StandardWindow window) {
        double[] features = WindowFeatures.of(window);
        float[] levels = new float[window.width()];
        for (int c = 0; c < levels.length; c++) {
            levels[c] = window.read(c) ? (float) features[c] : 0;
        }
        return levels;
    }

    private double shapeDistance(StandardWindow window) {
        float[] vectors = embedding.of(window);
        double[] distances = new double[vectors.length / embedding.size()];
        for (int p = 0; p < distances.length; p++) {
            distances[p] = shapes.distance(vectors, p * embedding.size());
        }
        return Blocks.median(distances, 0, 1, new double[distances.length]);
    }

    private double levelDistance(StandardWindow window) {
        return levels.distance(levels(window), 0);
    }

    @Override
    public double novelty(int place, StandardWindow window) {
        return Math.max(shapeDistance(window) / shapeUnit, levelDistance(window) / levelUnit);
    }

    /** {@inheritDoc} A channel answers for what is gone once it stands at its normal level, and for its own level. */
    @Override
    public Evidence evidence(int place, StandardWindow window) {
        double shape = shapeDistance(window) / shapeUnit;
        float[] seen = levels(window);
        float[] nearest = levels.nearest(seen);
        double[] weights = new double[window.width()];
        for (int c = 0; c < weights.length; c++) {
            double without = shapeDistance(Occlusion.without(window, c)) / shapeUnit;
            double level = (seen[c] - nearest[c]) / levelUnit;
            weights[c] = Math.max(Math.max(0, shape * shape - without * without), level * level);
        }
        return Evidence.atLevels(weights, window);
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>(embedding.tensors());
        shapes.keep("shapes", tensors);
        levels.keep("levels", tensors);
        tensors.put("shape_unit", Tensor.of(new double[] {shapeUnit}, 1));
        tensors.put("level_unit", Tensor.of(new double[] {levelUnit}, 1));
        return tensors;
    }
}

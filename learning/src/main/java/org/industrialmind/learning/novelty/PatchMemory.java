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
 * Judges windows by how far pieces of them lie from the nearest pieces seen before, each channel on its own and all
 * channels together.
 *
 * <p>A window is cut into overlapping patches of half its length. A patch of a channel is described by its amplitude,
 * which is level and logarithm of the spread, and by its shape: means over sixths, put to level 0 and spread 1
 * ({@link PatchDescription}). Shape alone, which most embeddings of patches keep, does not see a level that moved [2]. Each
 * of the two has a memory of its own, so that the noise of one does not drown the other; a third one holds the levels of
 * all channels together. The patches of all normal windows are thinned to those that leave no other far away
 * ({@link PatchBank} [1]), and a new patch is as strange as its three nearest are far in the mean. A window is as far as
 * the median of its patches, so what passes in a few rows is passed over.
 *
 * <p>Each distance is in units of the most that usual windows show to a memory of the other quarters of history, but never
 * of less than one usual deviation: what lies so little beyond all that was seen is no news. The largest is the novelty.
 *
 * <p>Sees shapes and states that never were, whatever their law; the method for machines with several habits in one regime.
 * Its memory must have seen each habit.
 *
 * <ol>
 *   <li>Roth et al. 2022, Towards total recall in industrial anomaly detection (PatchCore), CVPR: memory of patches,
 *       thinned by greedy cover.
 *   <li>arXiv 2606.08935: embeddings without amplitude lose faults of amplitude.
 * </ol>
 *
 * @param perChannel how many patches are remembered of each channel, once for amplitude and once for shape
 * @param together how many of all channels together
 */
public record PatchMemory(int perChannel, int together) implements NoveltyMethod {
    private static final int MOST_PATCHES = 4096; // that a memory is chosen from
    private static final double LEAST_UNIT = 1; // usual deviation

    /** @throws IllegalArgumentException if a memory would hold less than one patch */
    public PatchMemory {
        if (perChannel < 1 || together < 1) {
            throw new IllegalArgumentException(
                    "memories of " + perChannel + " and " + together + " patches: expected at least one patch in each");
        }
    }

    /** Returns the house settings: 128 patches of each channel, 256 of all together. */
    public static PatchMemory defaults() {
        return new PatchMemory(128, 256);
    }

    @Override
    public String kind() {
        return "patch-memory";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("perChannel", Integer.toString(perChannel), "together", Integer.toString(together));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        PatchDescription description = PatchDescription.fit(windows);
        Known half = new Known(description, banks(description, windows.quarters(true), seed), List.of());
        List<double[]> fresh = windows.quarters(false).items().stream()
                .map(item -> half.distances(item.window()))
                .toList();
        List<Double> units = new ArrayList<>();
        for (int bank = 0; bank < half.banks().size(); bank++) {
            int at = bank;
            units.add(Math.max(
                    LEAST_UNIT,
                    Usual.most(fresh.stream().mapToDouble(all -> all[at]).toArray())));
        }
        return new Known(description, banks(description, windows, seed), units);
    }

    /** Returns the memories of amplitude and of shape of each channel in turn, and then that of all levels together. */
    private List<PatchBank> banks(PatchDescription description, NormalWindows windows, long seed) {
        int step = Math.ceilDiv(windows.items().size() * description.patches(), MOST_PATCHES);
        List<float[]> patches = new ArrayList<>();
        int at = 0;
        for (NormalWindows.Item item : windows.items()) {
            for (int p = 0; p < description.patches(); p++) {
                if (at++ % step == 0) {
                    patches.add(description.of(item.window(), p));
                }
            }
        }
        List<PatchBank> banks = new ArrayList<>();
        for (int c = 0; c < windows.layout().channels(); c++) {
            int from = c * description.size();
            int middle = from + PatchDescription.AMPLITUDE;
            banks.add(PatchBank.choose(part(patches, from, middle), perChannel, seed));
            banks.add(PatchBank.choose(part(patches, middle, from + description.size()), perChannel, seed));
        }
        banks.add(PatchBank.choose(patches.stream().map(description::levels).toList(), together, seed));
        return banks;
    }

    private static List<float[]> part(List<float[]> patches, int from, int to) {
        return patches.stream()
                .map(patch -> Arrays.copyOfRange(patch, from, to))
                .toList();
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        PatchDescription description = PatchDescription.restore(layout, tensors);
        List<PatchBank> banks = new ArrayList<>();
        for (int c = 0; c < layout.channels(); c++) {
            banks.add(PatchBank.restore("amplitude/" + c, PatchDescription.AMPLITUDE, tensors));
            banks.add(PatchBank.restore("shape/" + c, PatchDescription.SHAPE, tensors));
        }
        banks.add(PatchBank.restore("levels", layout.channels(), tensors));
        double[] units = tensors.allPositive("units", banks.size());
        return new Known(description, banks, Arrays.stream(units).boxed().toList());
    }

    private record Known(PatchDescription description, List<PatchBank> banks, List<Double> units)
            implements KnownNormal {
        /** Returns how far the window is from each memory, the median over its patches. */
        double[] distances(StandardWindow window) {
            int patches = description.patches();
            int channels = banks.size() / 2;
            double[] ofPatches = new double[patches * banks.size()];
            for (int p = 0; p < patches; p++) {
                float[] patch = description.of(window, p);
                int into = p * banks.size();
                for (int c = 0; c < channels; c++) {
                    int at = c * description.size();
                    ofPatches[into + 2 * c] = banks.get(2 * c).distance(patch, at);
                    ofPatches[into + 2 * c + 1] = banks.get(2 * c + 1).distance(patch, at + PatchDescription.AMPLITUDE);
                }
                ofPatches[into + 2 * channels] = banks.getLast().distance(description.levels(patch), 0);
            }
            double[] distances = new double[banks.size()];
            double[] sorted = new double[patches];
            for (int bank = 0; bank < distances.length; bank++) {
                distances[bank] = Blocks.median(ofPatches, bank, distances.length, sorted);
            }
            return distances;
        }

        @Override
        public double novelty(int place, StandardWindow window) {
            double[] distances = distances(window);
            double largest = 0;
            for (int bank = 0; bank < distances.length; bank++) {
                largest = Math.max(largest, distances[bank] / units.get(bank));
            }
            return largest;
        }

        /** {@inheritDoc} A channel answers for its own distances, and for its part of that of all together. */
        @Override
        public Evidence evidence(int place, StandardWindow window) {
            double[] distances = distances(window);
            float[] levels = description.levels(description.of(window, description.patches() / 2));
            float[] nearest = banks.getLast().nearest(levels);
            double[] weights = new double[levels.length];
            for (int c = 0; c < weights.length; c++) {
                double amplitude = distances[2 * c] / units.get(2 * c);
                double shape = distances[2 * c + 1] / units.get(2 * c + 1);
                double part = (levels[c] - nearest[c]) / units.getLast();
                double largest = Math.max(Math.abs(part), Math.max(amplitude, shape));
                weights[c] = largest * largest;
            }
            return Evidence.atLevels(weights, window);
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>();
            description.keep(tensors);
            for (int c = 0; c < banks.size() / 2; c++) {
                banks.get(2 * c).keep("amplitude/" + c, tensors);
                banks.get(2 * c + 1).keep("shape/" + c, tensors);
            }
            banks.getLast().keep("levels", tensors);
            double[] all = units.stream().mapToDouble(Double::doubleValue).toArray();
            tensors.put("units", Tensor.of(all, all.length));
            return tensors;
        }
    }
}

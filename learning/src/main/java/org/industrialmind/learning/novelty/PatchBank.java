package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Vectors;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Patches that are remembered, and how far a new one is from them: the mean distance to the three nearest.
 *
 * <p>Chosen greedily so that the farthest of the others is as near as can be (k-centre): each next one is that which the
 * ones before leave farthest away. Its cover is at most twice as wide as the best.
 *
 * @see "Gonzalez 1985, Clustering to minimize the maximum intercluster distance, Theoretical Computer Science 38"
 */
final class PatchBank {
    private static final int NEIGHBOURS = 3;

    private final int size;
    private final float[] bank; // [patch, size]

    private PatchBank(int size, float[] bank) {
        this.size = size;
        this.bank = bank;
    }

    /** Chooses at most so many, the first by the seed; all if there are no more, and none that another equals. */
    static PatchBank choose(List<float[]> patches, int most, long seed) {
        int size = patches.getFirst().length;
        float[] bank = new float[Math.min(most, patches.size()) * size];
        float[] away = new float[patches.size()];
        Arrays.fill(away, Float.POSITIVE_INFINITY);
        int next = new SplittableRandom(seed).nextInt(patches.size());
        int count = 0;
        while (count * size < bank.length && away[next] > 0) {
            System.arraycopy(patches.get(next), 0, bank, count * size, size);
            int farthest = 0;
            for (int i = 0; i < away.length; i++) {
                away[i] = Math.min(away[i], Vectors.squaredDistance(size, patches.get(i), 0, bank, count * size));
                farthest = away[i] > away[farthest] ? i : farthest;
            }
            next = farthest;
            count++;
        }
        return new PatchBank(size, Arrays.copyOf(bank, count * size));
    }

    /** Returns the distance of the patch that begins at a position of an array. */
    double distance(float[] patches, int at) {
        float first = Float.POSITIVE_INFINITY; // squared distances of the three nearest
        float second = Float.POSITIVE_INFINITY;
        float third = Float.POSITIVE_INFINITY;
        for (int i = 0; i < bank.length; i += size) {
            float squared = squared(patches, at, i);
            if (squared < third) {
                third = Math.max(second, squared);
                second = Math.min(second, Math.max(first, squared));
                first = Math.min(first, squared);
            }
        }
        int found = Math.min(NEIGHBOURS, bank.length / size);
        double sum = Math.sqrt(first) + (found > 1 ? Math.sqrt(second) : 0) + (found > 2 ? Math.sqrt(third) : 0);
        return sum / found;
    }

    private float squared(float[] patches, int at, int bankAt) {
        float sum = 0;
        for (int d = 0; d < size; d++) { // a few numbers: a call to the vector kernel would cost more
            float away = patches[at + d] - bank[bankAt + d];
            sum += away * away;
        }
        return sum;
    }

    /** Returns the remembered patch that is nearest. */
    float[] nearest(float[] patch) {
        int best = 0;
        for (int i = size; i < bank.length; i += size) {
            best = squared(patch, 0, i) < squared(patch, 0, best) ? i : best;
        }
        return Arrays.copyOfRange(bank, best, best + size);
    }

    void keep(String name, Map<String, Tensor> tensors) {
        tensors.put(name, Tensor.of(bank, bank.length / size, size));
    }

    static PatchBank restore(String name, int size, NamedTensors tensors) {
        float[] bank = tensors.floats(name, NamedTensors.ANY, size);
        if (bank.length == 0) {
            throw new IllegalArgumentException("tensor " + name + " is empty: expected at least one patch");
        }
        return new PatchBank(size, bank);
    }
}

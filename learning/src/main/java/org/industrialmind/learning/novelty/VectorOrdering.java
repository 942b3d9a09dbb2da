package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses vectors that span what was seen: of every place those with the least and the greatest value in some component, and
 * of the rest every so many in order of their length.
 */
final class VectorOrdering {
    private final List<double[]> vectors;
    private final List<Integer> places;

    VectorOrdering(List<double[]> vectors, List<Integer> places) {
        this.vectors = vectors;
        this.places = places;
    }

    /** Returns the positions of at most so many vectors, ascending; of more extremes than that every so many. */
    int[] choose(int most) {
        BitSet chosen = new BitSet(vectors.size());
        int[] known = places.stream().mapToInt(Integer::intValue).distinct().toArray();
        for (int place : known) {
            int[] own = IntStream.range(0, vectors.size())
                    .filter(i -> places.get(i) == place)
                    .toArray();
            addExtremes(own, chosen);
        }
        int left = Math.max(0, most - chosen.cardinality());
        for (int place : known) {
            int[] others = IntStream.range(0, vectors.size())
                    .filter(i -> places.get(i) == place && !chosen.get(i))
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> length(vectors.get(i))))
                    .mapToInt(Integer::intValue)
                    .toArray();
            addEvenly(others, Math.round(left * (double) others.length / vectors.size()), chosen);
        }
        return thinned(chosen.stream().toArray(), most);
    }

    private void addExtremes(int[] own, BitSet chosen) {
        for (int c = 0; c < vectors.getFirst().length; c++) {
            int least = own[0];
            int greatest = own[0];
            for (int i : own) {
                least = vectors.get(i)[c] < vectors.get(least)[c] ? i : least;
                greatest = vectors.get(i)[c] > vectors.get(greatest)[c] ? i : greatest;
            }
            chosen.set(least);
            chosen.set(greatest);
        }
    }

    private static int[] thinned(int[] positions, int most) {
        int count = Math.min(most, positions.length);
        return IntStream.range(0, count)
                .map(k -> positions[(int) ((long) k * positions.length / count)])
                .toArray();
    }

    private static void addEvenly(int[] ordered, long count, BitSet chosen) {
        for (long k = 0; k < Math.min(count, ordered.length); k++) {
            chosen.set(ordered[(int) (k * ordered.length / Math.min(count, ordered.length))]);
        }
    }

    private static double length(double[] vector) {
        return Arrays.stream(vector).map(value -> value * value).sum();
    }
}

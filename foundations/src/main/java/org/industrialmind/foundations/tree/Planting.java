package org.industrialmind.foundations.tree;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Grows the trees of a forest, each on the threads of the common pool and from a seed of its own, so that the forest is the
 * same on any number of threads.
 */
record Planting(int trees, TreeLimits limits, int asked, CartGrower.Cut cut, boolean bootstrap) {
    /** A tree, and for each row how often it was drawn for it. */
    record Planted(BinaryTree tree, Draws draws) {}

    /** How often each row was drawn. */
    static final class Draws {
        private final int[] counts;

        Draws(int[] counts) {
            this.counts = counts;
        }

        boolean missed(int row) {
            return counts[row] == 0;
        }
    }

    /** @param response makes the response of a tree from the weights of its rows */
    List<Planted> plant(RankedColumns table, double[] weights, Function<double[], Response> response, long seed) {
        long[] seeds = new SplittableRandom(seed).longs(trees).toArray();
        return IntStream.range(0, trees)
                .parallel()
                .mapToObj(t -> plantOne(table, weights, response, seeds[t]))
                .toList();
    }

    private Planted plantOne(RankedColumns table, double[] weights, Function<double[], Response> response, long seed) {
        int[] counts = bootstrap ? draw(weights, seed) : ones(weights.length);
        double[] drawn = weights.clone();
        for (int r = 0; r < drawn.length; r++) {
            drawn[r] *= counts[r];
        }
        int[] rows = IntStream.range(0, drawn.length).filter(r -> drawn[r] > 0).toArray();
        CartGrower grower =
                new CartGrower(table, response.apply(drawn), limits, asked, cut, seed ^ 0x5DEECE66DL); // not the draw's
        return new Planted(grower.grow(rows).tree(), new Draws(counts));
    }

    /** Draws as many rows as count, with replacement, from those that do. */
    private static int[] draw(double[] weights, long seed) {
        int[] counting =
                IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();
        int[] counts = new int[weights.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < counting.length; i++) {
            counts[counting[random.nextInt(counting.length)]]++;
        }
        return counts;
    }

    private static int[] ones(int length) {
        int[] counts = new int[length];
        Arrays.fill(counts, 1);
        return counts;
    }

    /** Returns the mean of the trees that have not seen each row; NaN where all have. Shape: [row x output]. */
    static double[] outOfBag(List<Planted> planted, double[] table, int columns) {
        int rows = table.length / columns;
        int outputs = planted.getFirst().tree().outputs();
        double[] means = new double[rows * outputs];
        IntStream.range(0, rows).parallel().forEach(r -> {
            int voices = 0;
            for (Planted one : planted) {
                if (one.draws().missed(r)) {
                    one.tree().addValues(one.tree().leaf(table, r * columns), means, r * outputs);
                    voices++;
                }
            }
            for (int k = 0; k < outputs; k++) {
                means[r * outputs + k] /= voices; // 0 / 0 is NaN
            }
        });
        return means;
    }
}

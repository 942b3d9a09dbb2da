package org.industrialmind.foundations.neural;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/** A learned row of numbers for each token. Shape: tokens [batch, time] -> [batch, time, width]; table [token, width]. */
public record Embedding(Tensor table) implements Model {
    public Embedding {
        Checks.requireRank("rows", table, 2);
    }

    /** Draws the rows from a normal distribution of variance 1 / width, so that a row is about 1 long. */
    public static Embedding of(int tokens, int width, RandomGenerator random) {
        double[] rows = new double[tokens * width];
        Arrays.setAll(rows, i -> random.nextGaussian() / Math.sqrt(width));
        return new Embedding(Tensor.parameter(rows, tokens, width));
    }

    /** @throws IllegalArgumentException if a token is not in the table, or the sequences differ in length */
    public Tensor forward(int[]... tokens) {
        int time = tokens[0].length;
        for (int[] sequence : tokens) {
            if (sequence.length != time) {
                throw new IllegalArgumentException("sequences of " + time + " and of " + sequence.length
                        + " tokens in one batch: expected the same length");
            }
        }
        int[] all = Arrays.stream(tokens).flatMapToInt(Arrays::stream).toArray();
        return table.rows(all).reshaped(tokens.length, time, table.length(1));
    }

    @Override
    public Map<String, Tensor> state() {
        return new State().with("table", table).map();
    }
}

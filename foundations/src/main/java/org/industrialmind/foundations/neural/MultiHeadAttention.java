package org.industrialmind.foundations.neural;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Every step looks at every other and takes from each as much as they fit: softmax(Q K' / sqrt(d)) V, several times side by
 * side on parts of the width, so that one step can look for several things.
 *
 * <p>A query and a key of d independent entries have a product of variance d; the root keeps the softmax from saturating. A
 * causal attention masks what lies ahead with minus infinity.
 *
 * <p>Shape: queries [batch, time, width], memory [batch, place, width] -> [batch, time, width]. Complexity: O(time place
 * width + (time + place) width^2).
 *
 * @param heads how many parts the width falls into; it must be a multiple of them
 * @param dropout the share of the looks that is put out in training
 * @see "Vaswani et al. 2017, Attention is all you need, NIPS, section 3.2"
 */
public record MultiHeadAttention(Dense query, Dense key, Dense value, Dense output, int heads, double dropout)
        implements Model {
    public MultiHeadAttention {
        Checks.requirePositive("heads", heads);
        Checks.requireShare("dropout", dropout);
        int width = query.weights().length(1);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "a width of " + width + " does not fall into " + heads + " heads: expected a multiple of them");
        }
    }

    public static MultiHeadAttention of(int width, int heads, double dropout, RandomGenerator random) {
        return new MultiHeadAttention(
                Dense.of(width, width, Initialiser.XAVIER, random),
                Dense.of(width, width, Initialiser.XAVIER, random),
                Dense.of(width, width, Initialiser.XAVIER, random),
                Dense.of(width, width, Initialiser.XAVIER, random),
                heads,
                dropout);
    }

    /**
     * Lets each step of the queries take from the memory; the same tensor twice is self-attention.
     *
     * @param causal whether step t may look at the places 0 to t only
     */
    public Tensor forward(Tensor queries, Tensor memory, boolean causal, Pass pass) {
        Tensor q = split(query.forward(queries, pass)); // [batch, head, time, width / heads]
        Tensor k = split(key.forward(memory, pass));
        Tensor v = split(value.forward(memory, pass));
        Tensor scores = q.matrixTimes(k.transposed()).times(1 / Math.sqrt(q.length(-1))); // [batch, head, time, place]
        if (causal) {
            scores = scores.plus(nothingAhead(queries.length(1), memory.length(1)));
        }
        Tensor looks = pass.dropout(scores.softmax(), dropout);
        Tensor taken = looks.matrixTimes(v).permuted(0, 2, 1, 3); // [batch, time, head, width / heads]
        return output.forward(taken.reshaped(taken.length(0), taken.length(1), -1), pass);
    }

    private Tensor split(Tensor all) {
        return all.reshaped(all.length(0), all.length(1), heads, -1).permuted(0, 2, 1, 3);
    }

    private static Tensor nothingAhead(int time, int places) {
        double[] mask = new double[time * places];
        for (int t = 0; t < time; t++) {
            int ahead = Math.min(t + 1, places);
            Arrays.fill(mask, t * places + ahead, (t + 1) * places, Double.NEGATIVE_INFINITY);
        }
        return Tensor.of(mask, time, places);
    }

    @Override
    public Map<String, Tensor> state() {
        return new State()
                .with("query", query)
                .with("key", key)
                .with("value", value)
                .with("output", output)
                .map();
    }
}

package org.industrialmind.foundations.neural;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Causal self-attention, then a look at what an encoder made of another sequence, then two dense layers at each step.
 *
 * <p>Shape: [batch, time, width] with a memory [batch, place, width] -> [batch, time, width].
 *
 * @see "Vaswani et al. 2017, Attention is all you need, NIPS"
 */
public record TransformerDecoderBlock(
        MultiHeadAttention own,
        LayerNorm ownNorm,
        MultiHeadAttention other,
        LayerNorm otherNorm,
        FeedForward feedForward,
        LayerNorm feedForwardNorm,
        Residual residual,
        double dropout)
        implements Model {
    public TransformerDecoderBlock {
        Checks.requireShare("dropout", dropout);
    }

    /** Draws a block that normalises first, four times as wide inside, with GELU. */
    public static TransformerDecoderBlock of(int width, int heads, double dropout, RandomGenerator random) {
        return new TransformerDecoderBlock(
                MultiHeadAttention.of(width, heads, dropout, random),
                LayerNorm.of(width),
                MultiHeadAttention.of(width, heads, dropout, random),
                LayerNorm.of(width),
                FeedForward.of(width, 4 * width, Activation.GELU, dropout, random),
                LayerNorm.of(width),
                Residual.NORM_FIRST,
                dropout);
    }

    public Tensor forward(Tensor input, Tensor memory, Pass pass) {
        Tensor looked = residual.around(input, ownNorm, x -> own.forward(x, x, true, pass), dropout, pass);
        Tensor taken = residual.around(looked, otherNorm, x -> other.forward(x, memory, false, pass), dropout, pass);
        return residual.around(taken, feedForwardNorm, x -> feedForward.forward(x, pass), dropout, pass);
    }

    @Override
    public Map<String, Tensor> state() {
        return new State()
                .with("own", own)
                .with("ownNorm", ownNorm)
                .with("other", other)
                .with("otherNorm", otherNorm)
                .with("feedForward", feedForward)
                .with("feedForwardNorm", feedForwardNorm)
                .map();
    }
}

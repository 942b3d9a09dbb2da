package org.industrialmind.foundations.neural;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Self-attention, then two dense layers at each step, both added to what passes by. Causal, it is the block of a model that
 * predicts the next token.
 *
 * <p>Shape: [batch, time, width] -> [batch, time, width].
 *
 * @see "Vaswani et al. 2017, Attention is all you need, NIPS"
 */
public record TransformerEncoderBlock(
        MultiHeadAttention attention,
        LayerNorm attentionNorm,
        FeedForward feedForward,
        LayerNorm feedForwardNorm,
        Residual residual,
        boolean causal,
        double dropout)
        implements Layer {
    public TransformerEncoderBlock {
        Checks.requireShare("dropout", dropout);
    }

    /** Draws a block that normalises first, four times as wide inside, with GELU. */
    public static TransformerEncoderBlock of(
            int width, int heads, boolean causal, double dropout, RandomGenerator random) {
        return new TransformerEncoderBlock(
                MultiHeadAttention.of(width, heads, dropout, random),
                LayerNorm.of(width),
                FeedForward.of(width, 4 * width, Activation.GELU, dropout, random),
                LayerNorm.of(width),
                Residual.NORM_FIRST,
                causal,
                dropout);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor looked =
                residual.around(input, attentionNorm, x -> attention.forward(x, x, causal, pass), dropout, pass);
        return residual.around(looked, feedForwardNorm, x -> feedForward.forward(x, pass), dropout, pass);
    }

    @Override
    public Map<String, Tensor> state() {
        return new State()
                .with("attention", attention)
                .with("attentionNorm", attentionNorm)
                .with("feedForward", feedForward)
                .with("feedForwardNorm", feedForwardNorm)
                .map();
    }
}

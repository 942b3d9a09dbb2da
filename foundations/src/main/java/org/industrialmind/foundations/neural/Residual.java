package org.industrialmind.foundations.neural;

import java.util.function.UnaryOperator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Where a block of a transformer normalises. The original normalises each sum; normalising what enters a part instead keeps a
 * clear path for the gradient through any number of blocks, and trains without a warm-up.
 *
 * @see "Xiong et al. 2020, On layer normalization in the transformer architecture, ICML"
 */
public enum Residual {
    /** x + part(norm(x)). */
    NORM_FIRST {
        @Override
        Tensor around(Tensor x, LayerNorm norm, UnaryOperator<Tensor> part, double dropout, Pass pass) {
            return x.plus(pass.dropout(part.apply(norm.forward(x, pass)), dropout));
        }
    },
    /** norm(x + part(x)). */
    NORM_LAST {
        @Override
        Tensor around(Tensor x, LayerNorm norm, UnaryOperator<Tensor> part, double dropout, Pass pass) {
            return norm.forward(x.plus(pass.dropout(part.apply(x), dropout)), pass);
        }
    };

    abstract Tensor around(Tensor x, LayerNorm norm, UnaryOperator<Tensor> part, double dropout, Pass pass);
}

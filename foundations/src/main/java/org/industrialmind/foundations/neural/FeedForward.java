package org.industrialmind.foundations.neural;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/** The same two dense layers at every step, wide in between. Shape: [..., width] -> [..., width]. */
public record FeedForward(Dense widen, Activation activation, Dense narrow, double dropout) implements Layer {
    public FeedForward {
        Checks.requireShare("dropout", dropout);
    }

    public static FeedForward of(int width, int inner, Activation activation, double dropout, RandomGenerator random) {
        return new FeedForward(
                Dense.of(width, inner, activation.initialiser(), random),
                activation,
                Dense.of(inner, width, Initialiser.XAVIER, random),
                dropout);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor inner = activation.forward(widen.forward(input, pass), pass);
        return narrow.forward(pass.dropout(inner, dropout), pass);
    }

    @Override
    public Map<String, Tensor> state() {
        return new State().with("widen", widen).with("narrow", narrow).map();
    }
}

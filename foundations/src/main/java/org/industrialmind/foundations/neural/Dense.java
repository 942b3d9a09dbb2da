package org.industrialmind.foundations.neural;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Every output a weighted sum of all inputs: y = x W + b along the innermost axis.
 *
 * <p>Shape: [..., input] -> [..., output]; weights [input, output], bias [output].
 */
public record Dense(Tensor weights, Tensor bias) implements Layer {
    public Dense {
        Checks.requireRank("weights", weights, 2);
        Checks.requireShape("biases", bias, weights.length(1));
    }

    /** Draws the weights; the bias begins at 0. */
    public static Dense of(int inputs, int outputs, Initialiser initialiser, RandomGenerator random) {
        return new Dense(initialiser.weights(inputs, outputs, random), Tensor.parameter(new double[outputs], outputs));
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return input.matrixTimes(weights).plus(bias);
    }

    @Override
    public Map<String, Tensor> state() {
        return new State().with("weights", weights).with("bias", bias).map();
    }
}

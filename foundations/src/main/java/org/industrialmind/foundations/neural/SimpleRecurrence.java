package org.industrialmind.foundations.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * The plain recurrent network of Elman: h_t = tanh(x_t W + h_(t-1) U + b). Its memory fades by the same factor at every step,
 * which {@link Lstm} and {@link Gru} were invented to avoid.
 *
 * <p>Shape: [batch, time, input] -> [batch, time, hidden]; input weights W [input, hidden], recurrent weights U [hidden,
 * hidden], bias [hidden]. Begins with h = 0.
 *
 * @see "Elman 1990, Finding structure in time, Cognitive Science 14"
 */
public record SimpleRecurrence(Tensor inputWeights, Tensor recurrentWeights, Tensor bias) implements Recurrence {
    public SimpleRecurrence {
        Checks.requireRank("recurrent weights", recurrentWeights, 2);
        int hidden = recurrentWeights.length(0);
        Checks.requireShape("recurrent weights", recurrentWeights, hidden, hidden);
        Checks.requireShape("input weights", inputWeights, inputWeights.length(0), hidden);
        Checks.requireShape("biases", bias, hidden);
    }

    public static SimpleRecurrence of(int inputs, int hidden, RandomGenerator random) {
        return new SimpleRecurrence(
                RecurrentWeights.fromInput(inputs, hidden, 1, random),
                RecurrentWeights.fromBefore(hidden, 1, random),
                Tensor.parameter(new double[hidden], hidden));
    }

    @Override
    public int hidden() {
        return recurrentWeights.length(0);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Checks.requireRank("sequences", input, 3);
        Tensor fromInput = input.matrixTimes(inputWeights).plus(bias); // all steps at once
        Tensor h = Tensor.zeros(input.length(0), hidden());
        List<Tensor> steps = new ArrayList<>();
        for (int t = 0; t < input.length(1); t++) {
            h = fromInput.at(1, t).plus(h.matrixTimes(recurrentWeights)).tanh();
            steps.add(h);
        }
        return Tensor.stacked(1, steps);
    }

    @Override
    public Map<String, Tensor> state() {
        return new State()
                .with("inputWeights", inputWeights)
                .with("recurrentWeights", recurrentWeights)
                .with("bias", bias)
                .map();
    }
}

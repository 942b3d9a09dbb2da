package org.industrialmind.foundations.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Long short-term memory: a cell c that is carried from step to step unchanged but for what gates let in and out.
 *
 * <pre>
 *   [i, f, g, o] = x_t W + h_(t-1) U + b
 *   c_t = sigmoid(f) c_(t-1) + sigmoid(i) tanh(g)       forget a part, let a part in
 *   h_t = sigmoid(o) tanh(c_t)                          show a part
 * </pre>
 *
 * <p>The gradient runs along c through one multiplication by the forget gate a step, and no weights: while the gate is open
 * it neither fades nor explodes. The forget gate's bias therefore begins at 1.
 *
 * <p>Shape: [batch, time, input] -> [batch, time, hidden]; input weights W [input, 4 hidden], recurrent weights U [hidden,
 * 4 hidden], bias [4 hidden], the gates in the order i, f, g, o. Begins with h = c = 0.
 *
 * <ol>
 *   <li>Hochreiter and Schmidhuber 1997, Long short-term memory, Neural Computation 9.
 *   <li>Gers, Schmidhuber and Cummins 2000, Learning to forget, Neural Computation 12.
 *   <li>Jozefowicz, Zaremba and Sutskever 2015, An empirical exploration of recurrent network architectures, ICML: the bias.
 * </ol>
 */
public record Lstm(Tensor inputWeights, Tensor recurrentWeights, Tensor bias) implements Recurrence {
    private static final int GATES = 4;

    public Lstm {
        Checks.requireRank("recurrent weights", recurrentWeights, 2);
        int hidden = recurrentWeights.length(0);
        Checks.requireShape("recurrent weights", recurrentWeights, hidden, GATES * hidden);
        Checks.requireShape("input weights", inputWeights, inputWeights.length(0), GATES * hidden);
        Checks.requireShape("biases", bias, GATES * hidden);
    }

    public static Lstm of(int inputs, int hidden, RandomGenerator random) {
        double[] bias = new double[GATES * hidden];
        Arrays.fill(bias, hidden, 2 * hidden, 1); // the forget gate begins open
        return new Lstm(
                RecurrentWeights.fromInput(inputs, hidden, GATES, random),
                RecurrentWeights.fromBefore(hidden, GATES, random),
                Tensor.parameter(bias, GATES * hidden));
    }

    @Override
    public int hidden() {
        return recurrentWeights.length(0);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Checks.requireRank("sequences", input, 3);
        int n = hidden();
        Tensor fromInput = input.matrixTimes(inputWeights).plus(bias); // all steps at once
        Tensor h = Tensor.zeros(input.length(0), n);
        Tensor c = Tensor.zeros(input.length(0), n);
        List<Tensor> steps = new ArrayList<>();
        for (int t = 0; t < input.length(1); t++) {
            Tensor gates = fromInput.at(1, t).plus(h.matrixTimes(recurrentWeights)); // [batch, 4 hidden]
            Tensor letIn = gates.slice(1, 0, n).sigmoid();
            Tensor keep = gates.slice(1, n, 2 * n).sigmoid();
            Tensor news = gates.slice(1, 2 * n, 3 * n).tanh();
            Tensor show = gates.slice(1, 3 * n, 4 * n).sigmoid();
            c = keep.times(c).plus(letIn.times(news));
            h = show.times(c.tanh());
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

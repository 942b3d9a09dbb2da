package org.industrialmind.foundations.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * The gated recurrent unit: one memory h, of which a gate z keeps a part and replaces the rest. Three quarters of the weights
 * of an {@link Lstm}, and mostly as good.
 *
 * <pre>
 *   [r, z, n] = x_t W + b,    [r', z', n'] = h_(t-1) U + b'
 *   reset = sigmoid(r + r'),  keep = sigmoid(z + z'),  news = tanh(n + reset n')
 *   h_t = keep h_(t-1) + (1 - keep) news
 * </pre>
 *
 * <p>The reset gate acts on h U and not on h, the form of cuDNN and PyTorch; for this the recurrent side has a bias of its
 * own.
 *
 * <p>Shape: [batch, time, input] -> [batch, time, hidden]; input weights W [input, 3 hidden], recurrent weights U [hidden,
 * 3 hidden], both biases [3 hidden], the gates in the order r, z, n. Begins with h = 0.
 *
 * @see "Cho et al. 2014, Learning phrase representations using RNN encoder-decoder, EMNLP"
 */
public record Gru(Tensor inputWeights, Tensor recurrentWeights, Tensor bias, Tensor recurrentBias)
        implements Recurrence {
    private static final int GATES = 3;

    public Gru {
        Checks.requireRank("recurrent weights", recurrentWeights, 2);
        int hidden = recurrentWeights.length(0);
        Checks.requireShape("recurrent weights", recurrentWeights, hidden, GATES * hidden);
        Checks.requireShape("input weights", inputWeights, inputWeights.length(0), GATES * hidden);
        Checks.requireShape("biases", bias, GATES * hidden);
        Checks.requireShape("recurrent biases", recurrentBias, GATES * hidden);
    }

    public static Gru of(int inputs, int hidden, RandomGenerator random) {
        return new Gru(
                RecurrentWeights.fromInput(inputs, hidden, GATES, random),
                RecurrentWeights.fromBefore(hidden, GATES, random),
                Tensor.parameter(new double[GATES * hidden], GATES * hidden),
                Tensor.parameter(new double[GATES * hidden], GATES * hidden));
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
        List<Tensor> steps = new ArrayList<>();
        for (int t = 0; t < input.length(1); t++) {
            Tensor x = fromInput.at(1, t);
            Tensor u = h.matrixTimes(recurrentWeights).plus(recurrentBias); // [batch, 3 hidden]
            Tensor gates = x.slice(1, 0, 2 * n).plus(u.slice(1, 0, 2 * n)).sigmoid();
            Tensor reset = gates.slice(1, 0, n);
            Tensor keep = gates.slice(1, n, 2 * n);
            Tensor news = x.slice(1, 2 * n, 3 * n)
                    .plus(reset.times(u.slice(1, 2 * n, 3 * n)))
                    .tanh();
            h = news.plus(keep.times(h.minus(news)));
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
                .with("recurrentBias", recurrentBias)
                .map();
    }
}

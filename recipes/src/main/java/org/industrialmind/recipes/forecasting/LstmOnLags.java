package org.industrialmind.recipes.forecasting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.neural.Dense;
import org.industrialmind.foundations.neural.Initialiser;
import org.industrialmind.foundations.neural.Layer;
import org.industrialmind.foundations.neural.Loss;
import org.industrialmind.foundations.neural.Lstm;
import org.industrialmind.foundations.neural.Pass;
import org.industrialmind.foundations.neural.Sequential;
import org.industrialmind.foundations.neural.Stateless;
import org.industrialmind.foundations.neural.Training;
import org.industrialmind.foundations.optimize.Adam;

/**
 * A recurrent network that reads the lags one after the other and says all steps ahead from its last state. It is kept as it
 * was at its best on the late windows.
 *
 * @param hidden the width of its state
 * @param updates the most steps against the gradient: a short series is passed over more often than a long one
 */
record LstmOnLags(int hidden, int updates, long seed) implements WindowLearner {
    private static final int BATCH = 32;
    private static final int PATIENCE_SHARE = 5; // of the epochs
    private static final double RATE = 5e-3;
    private static final double GRADIENT_LIMIT = 1;

    @Override
    public Learned learn(Windows early, Windows late) {
        SplittableRandom random = new SplittableRandom(seed);
        int horizon = early.targets().getFirst().length;
        Layer network = Sequential.of(
                Lstm.of(1, hidden, random),
                new Stateless.LastStep(),
                Dense.of(hidden, horizon, Initialiser.XAVIER, random));
        int lags = early.inputs().getFirst().length;
        int all = early.size() + late.size();
        Tensor inputs = Tensor.of(flat(early, late, true), all, lags, 1);
        Tensor targets = Tensor.of(flat(early, late, false), all, horizon);
        int epochs = Math.ceilDiv(updates, Math.ceilDiv(early.size(), BATCH));
        Training.defaults()
                .withEpochs(epochs)
                .withBatchSize(BATCH)
                .withRule(Adam.of(RATE))
                .withGradientLimit(GRADIENT_LIMIT)
                .withEarlyStopping(0, Math.ceilDiv(epochs, PATIENCE_SHARE))
                .fit(
                        network,
                        IntStream.range(0, early.size()).toArray(),
                        IntStream.range(early.size(), all).toArray(),
                        Loss.squaredError(network, inputs, targets),
                        random.nextLong(),
                        epoch -> {});
        UnaryOperator<double[]> says = window ->
                network.forward(Tensor.of(window, 1, lags, 1), Pass.asking()).values();
        return new Learned(says, WindowLearner.deviations(says, late));
    }

    private static double[] flat(Windows early, Windows late, boolean inputs) {
        return IntStream.range(0, early.size() + late.size())
                .mapToObj(w -> w < early.size() ? pick(early, w, inputs) : pick(late, w - early.size(), inputs))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] pick(Windows windows, int w, boolean inputs) {
        return (inputs ? windows.inputs() : windows.targets()).get(w);
    }
}

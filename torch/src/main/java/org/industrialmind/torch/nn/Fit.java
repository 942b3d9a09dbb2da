package org.industrialmind.torch.nn;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Fits a network to examples by mini-batches of Adam on the mean squared error, and keeps the parameters that did best on
 * the held-out examples.
 *
 * <p>Each step runs in a scope of its own, so memory stays flat however long it takes. When the program shuts down the
 * current step is finished and the fit ends with a {@link CancellationException}; the network is then half trained.
 */
public final class Fit {
    private static final int EVALUATION_BATCH = 1024;

    private final Network network;
    private final FitSettings settings;
    private final Random order;
    private int steps;

    private Fit(Network network, FitSettings settings, long seed) {
        this.network = network;
        this.settings = settings;
        this.order = new Random(seed);
    }

    /**
     * What came of a fit.
     *
     * @param epochs passes made
     * @param steps batches learned from
     * @param heldOutLoss the least mean squared error on the held-out examples, whose parameters the network now has
     */
    public record Report(int epochs, int steps, double heldOutLoss) {}

    /**
     * Fits the network in place.
     *
     * @throws IllegalArgumentException if the examples do not have the network's shapes, or the loss is not finite
     */
    public static Report run(Network network, Examples training, Examples heldOut, FitSettings settings, long seed) {
        training.requireFits(network.spec());
        heldOut.requireFits(network.spec());
        Fit fit = new Fit(network, settings, seed);
        return Engine.shared().call(seed, () -> fit.run(training, heldOut));
    }

    private Report run(Examples training, Examples heldOut) {
        try (TorchScope scope = TorchScope.open()) {
            AdamW adam = new AdamW(network.parameters(), 0);
            Pairs learned = Pairs.of(training, network.spec());
            Pairs judged = Pairs.of(heldOut, network.spec());
            double best = Double.POSITIVE_INFINITY;
            StateDict bestState = network.snapshot();
            int epoch = 0;
            for (int bestEpoch = 0; epoch < settings.epochs() && epoch - bestEpoch < settings.patience(); ) {
                epoch(learned, adam);
                epoch++;
                double loss = loss(judged);
                if (loss < best) {
                    best = loss;
                    bestEpoch = epoch;
                    bestState = network.snapshot();
                }
            }
            network.load(bestState);
            return new Report(epoch, steps, best);
        }
    }

    private void epoch(Pairs pairs, AdamW adam) {
        long[] shuffled = shuffled(pairs.rows());
        for (int from = 0; from < shuffled.length; from += settings.batch()) {
            if (Engine.shared().stopping()) {
                throw new CancellationException(
                        "fit ended after " + steps + " steps: the program is shutting down; train again");
            }
            int size = Math.min(settings.batch(), shuffled.length - from);
            long[] rows = new long[size];
            System.arraycopy(shuffled, from, rows, 0, size);
            double loss = step(pairs, rows, adam);
            steps++;
            if (!Double.isFinite(loss)) {
                throw new IllegalArgumentException("loss is " + loss + " after " + steps
                        + " steps: expected a finite number; are the examples scaled, and is the learning rate "
                        + settings.learningRate() + " too high?");
            }
        }
    }

    private double step(Pairs pairs, long[] rows, AdamW adam) {
        try (TorchScope scope = TorchScope.open()) {
            Tensor index = Tensor.create(rows);
            Tensor loss = torch.mse_loss(
                    network.forward(pairs.inputs().index_select(0, index), true),
                    pairs.targets().index_select(0, index));
            loss.backward();
            try (TorchScope update = TorchScope.inference()) {
                adam.clip(settings.clip());
                adam.step(settings.learningRate());
            }
            return loss.item_double();
        }
    }

    private double loss(Pairs pairs) {
        double sum = 0;
        for (long from = 0; from < pairs.rows(); from += EVALUATION_BATCH) {
            long size = Math.min(EVALUATION_BATCH, pairs.rows() - from);
            try (TorchScope scope = TorchScope.inference()) {
                Tensor loss = torch.mse_loss(
                        network.forward(pairs.inputs().narrow(0, from, size), false),
                        pairs.targets().narrow(0, from, size));
                sum += loss.item_double() * size;
            }
        }
        return sum / pairs.rows();
    }

    private long[] shuffled(int rows) {
        long[] shuffled = new long[rows];
        for (int i = 0; i < rows; i++) {
            int j = order.nextInt(i + 1); // inside-out Fisher-Yates
            shuffled[i] = shuffled[j];
            shuffled[j] = i;
        }
        return shuffled;
    }

    /** Examples as tensors of the fit's scope. */
    private record Pairs(Tensor inputs, Tensor targets, int rows) {
        static Pairs of(Examples examples, NetworkSpec spec) {
            return new Pairs(
                    Network.toTensor(examples.inputs(), examples.rows(), spec.inputShape()),
                    Network.toTensor(examples.targets(), examples.rows(), spec.outputShape()),
                    examples.rows());
        }
    }
}

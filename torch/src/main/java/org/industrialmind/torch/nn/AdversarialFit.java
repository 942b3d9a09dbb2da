package org.industrialmind.torch.nn;

import java.util.concurrent.CancellationException;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Fits two autoencoders that share an encoder against each other.
 *
 * <p>With E the encoder and D1, D2 the decoders, w1 = D1(E(x)), w2 = D2(E(x)) and w3 = D2(E(w1)), two losses are made small
 * in turn:
 *
 * <pre>
 *   by E and D1:   s |x - w1|^2 + (1 - s) |x - w3|^2     give back well, and let D2 take it for the real thing
 *   by E and D2:   s |x - w2|^2 - (1 - s) |x - w3|^2     give back well, but not what D1 has made
 * </pre>
 *
 * <p>As published, s is 1/n in epoch n, falls to nothing, and with it what is given back: of readings of variance 0.09 the
 * test beside this leaves 0.30 after 30 epochs. Here it falls to {@value #LEAST_OWN}, and 0.001 is left. There is no best
 * epoch to go back to, as the losses pull against each other; the fit ends when the first autoencoder has not given held-out
 * examples back better for as many epochs as the settings have patience.
 *
 * @see "Audibert et al. 2020, USAD: unsupervised anomaly detection on multivariate time series, KDD"
 */
public final class AdversarialFit {
    private static final double LEAST_OWN = 0.75; // at a half, the second decoder gave up giving back

    private final Network encoder;
    private final Network first;
    private final Network second;
    private final FitSettings settings;
    private final long seed;

    /**
     * Takes networks that stay the caller's.
     *
     * @param settings whose loss is not asked: it is as above
     * @param seed of the shuffling
     * @throws IllegalArgumentException if the decoders do not give back what the encoder takes
     */
    public AdversarialFit(Network encoder, Network first, Network second, FitSettings settings, long seed) {
        for (Network decoder : new Network[] {first, second}) {
            if (decoder.spec().inputSize() != encoder.spec().outputSize()
                    || !decoder.spec().outputShape().equals(encoder.spec().inputShape())) {
                throw new IllegalArgumentException("decoder " + decoder.spec() + " does not lead back from "
                        + encoder.spec() + ": expected the encoder's output in and its input out");
            }
        }
        this.encoder = encoder;
        this.first = first;
        this.second = second;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * Fits the networks in place and returns the epochs made.
     *
     * @throws CancellationException if the program is shutting down
     * @throws IllegalArgumentException if held-out examples are not given back as finite numbers
     */
    public int run(Examples training, Examples heldOut) {
        return Engine.shared().call(seed, () -> {
            try (TorchScope scope = TorchScope.open()) {
                return new Loop().run(training, heldOut);
            }
        });
    }

    /** One fit at work; its tensors belong to the scope of the caller. */
    private final class Loop {
        private final AdamW[] byFirst = {optimiser(encoder), optimiser(first)};
        private final AdamW[] bySecond = {optimiser(encoder), optimiser(second)};
        private int steps;

        private AdamW optimiser(Network network) {
            return new AdamW(network.parameters(), settings.weightDecay());
        }

        int run(Examples training, Examples heldOut) {
            Batches learned = Batches.of(training, encoder.spec().inputShape());
            Tensor judged = Network.toTensor(
                    heldOut.inputs(), heldOut.rows(), encoder.spec().inputShape());
            double total = (double) settings.epochs() * Math.ceilDiv(training.rows(), settings.batch());
            double least = Double.POSITIVE_INFINITY;
            int bestEpoch = 0;
            int epoch = 0;
            while (epoch < settings.epochs() && epoch - bestEpoch < settings.patience()) {
                double own = Math.max(1.0 / ++epoch, LEAST_OWN);
                long[] order = Batches.shuffled(training.rows(), seed + epoch);
                learned.each(order, settings.batch(), batch -> step(batch.inputs(), own, steps++ / total));
                double loss = settings.finite("held-out loss", givenBack(judged), steps);
                if (loss < least) {
                    least = loss;
                    bestEpoch = epoch;
                }
            }
            return epoch;
        }

        private void step(Tensor x, double own, double progress) {
            if (Engine.shared().stopping()) {
                throw new CancellationException(
                        "fit ended after " + steps + " steps: the program is shutting down; train again");
            }
            double rate = settings.learningRate() * settings.schedule().factor(progress);
            Tensor w1 = first.forward(encoder.forward(x, true), true);
            Tensor w3 = second.forward(encoder.forward(w1, true), true);
            weighed(torch.mse_loss(x, w1), own, torch.mse_loss(x, w3), 1 - own).backward();
            move(byFirst, rate, second);

            w1 = first.forward(encoder.forward(x, true), true);
            w3 = second.forward(encoder.forward(w1, true), true);
            Tensor w2 = second.forward(encoder.forward(x, true), true);
            weighed(torch.mse_loss(x, w2), own, torch.mse_loss(x, w3), own - 1).backward();
            move(bySecond, rate, first);
        }

        private static Tensor weighed(Tensor one, double byOne, Tensor other, double byOther) {
            return one.mul(new Scalar(byOne)).add(other.mul(new Scalar(byOther)));
        }

        /** Moves two networks by their gradients and forgets those of the third. */
        private void move(AdamW[] two, double rate, Network third) {
            try (TorchScope update = TorchScope.inference()) {
                for (AdamW adam : two) {
                    adam.clip(settings.clip());
                    adam.step(rate);
                }
                third.parameters().gradients().zero_();
            }
        }

        private double givenBack(Tensor judged) {
            try (TorchScope scope = TorchScope.inference()) {
                return torch.mse_loss(judged, first.forward(encoder.forward(judged, false), false))
                        .item_double();
            }
        }
    }
}

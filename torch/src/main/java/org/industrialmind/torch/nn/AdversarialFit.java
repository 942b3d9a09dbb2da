package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final LossCurve.Epoch NONE = new LossCurve.Epoch(0, 0, 0, Double.POSITIVE_INFINITY);

    private final Network encoder;
    private final Network first;
    private final Network second;
    private final FitSettings settings;
    private final long seed;
    private final Logbook logbook;

    /**
     * Takes networks that stay the caller's.
     *
     * @param settings whose loss is not asked: it is as above
     * @param seed of the shuffling
     * @throws IllegalArgumentException if the decoders do not give back what the encoder takes
     */
    public AdversarialFit(Network encoder, Network first, Network second, FitSettings settings, long seed) {
        this(encoder, first, second, settings, seed, Logbook.closed());
    }

    private AdversarialFit(
            Network encoder, Network first, Network second, FitSettings settings, long seed, Logbook logbook) {
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
        this.logbook = logbook;
    }

    /** Returns a fit whose epochs are noted, and which goes on from what was noted of it. */
    public AdversarialFit notedIn(Logbook other) {
        return new AdversarialFit(encoder, first, second, settings, seed, other);
    }

    /**
     * Fits the networks in place and returns what came of it; the losses are those of what the first gives back.
     *
     * @throws CancellationException if the program is shutting down, or the thread is interrupted
     * @throws IllegalArgumentException if held-out examples are not given back as finite numbers
     */
    public Fit.Report run(Examples training, Examples heldOut) {
        Checkpoint checkpoint = logbook.checkpoint(() -> described(training, heldOut));
        int number = logbook.begin();
        Fit.Report report = Engine.shared().call(seed, () -> {
            try (TorchScope scope = TorchScope.open()) {
                return new Loop(checkpoint, number).run(training, heldOut);
            }
        });
        logbook.end(number, report.curve());
        return report;
    }

    private Map<String, String> described(Examples training, Examples heldOut) {
        return Map.of(
                "networks", encoder.spec() + " with two of " + first.spec(),
                "settings", settings.toString(),
                "seed", Long.toString(seed),
                "training", Checkpoint.summary(training),
                "held out", Checkpoint.summary(heldOut));
    }

    /** One fit at work; its tensors belong to the scope of the caller. */
    private final class Loop {
        private final AdamW[] byFirst = {optimiser(encoder), optimiser(first)};
        private final AdamW[] bySecond = {optimiser(encoder), optimiser(second)};
        private final Map<String, Tensor> state = new HashMap<>();
        private final List<LossCurve.Epoch> curve = new ArrayList<>();
        private final Checkpoint checkpoint;
        private final int number;
        private int steps;

        Loop(Checkpoint checkpoint, int number) {
            this.checkpoint = checkpoint;
            this.number = number;
            state.put("encoder", encoder.parameters().values());
            state.put("first", first.parameters().values());
            state.put("second", second.parameters().values());
            keepMoments("by first", byFirst);
            keepMoments("by second", bySecond);
        }

        private AdamW optimiser(Network network) {
            return new AdamW(network.parameters(), settings.weightDecay());
        }

        private void keepMoments(String name, AdamW[] two) {
            for (int i = 0; i < two.length; i++) {
                state.put(name + " mean " + i, two[i].mean());
                state.put(name + " square " + i, two[i].square());
            }
        }

        Fit.Report run(Examples training, Examples heldOut) {
            Batches learned = Batches.of(training, encoder.spec().inputShape());
            Tensor judged = Network.toTensor(
                    heldOut.inputs(), heldOut.rows(), encoder.spec().inputShape());
            int stepsAnEpoch = Math.ceilDiv(training.rows(), settings.batch());
            curve.addAll(checkpoint.restore(state));
            resume(curve.size() * stepsAnEpoch);
            while (curve.size() < settings.epochs() && curve.size() - best().number() < settings.patience()) {
                LossCurve.Epoch epoch = epoch(learned, training.rows(), judged, stepsAnEpoch);
                curve.add(epoch);
                checkpoint.save(state, curve);
                logbook.tell(new Logbook.Entry(number, epoch, settings.epochs()));
            }
            return new Fit.Report(curve.size(), steps, best().heldOut(), new LossCurve(curve));
        }

        private void resume(int made) {
            steps = made;
            for (AdamW[] two : List.of(byFirst, bySecond)) {
                for (AdamW adam : two) {
                    adam.resume(made);
                }
            }
        }

        private LossCurve.Epoch best() {
            return curve.stream()
                    .min(Comparator.comparingDouble(LossCurve.Epoch::heldOut))
                    .orElse(NONE);
        }

        private LossCurve.Epoch epoch(Batches learned, int rows, Tensor judged, int stepsAnEpoch) {
            int epoch = curve.size() + 1;
            double own = Math.max(1.0 / epoch, LEAST_OWN);
            double total = (double) settings.epochs() * stepsAnEpoch;
            double[] sum = {0};
            learned.each(
                    Batches.shuffled(rows, seed + epoch),
                    settings.batch(),
                    batch -> sum[0] += step(batch.inputs(), own, rate(steps++ / total)));
            double heldOut = settings.finite("held-out loss", givenBack(judged), steps);
            return new LossCurve.Epoch(epoch, rate((steps - 1) / total), sum[0] / stepsAnEpoch, heldOut);
        }

        private double rate(double progress) {
            return settings.learningRate() * settings.schedule().factor(progress);
        }

        /** Returns how badly the first gave back before the step. */
        private double step(Tensor x, double own, double rate) {
            Engine.shared().requireGoingOn(steps);
            Tensor w1 = first.forward(encoder.forward(x, true), true);
            Tensor w3 = second.forward(encoder.forward(w1, true), true);
            Tensor byFirstAlone = torch.mse_loss(x, w1);
            weighed(byFirstAlone, own, torch.mse_loss(x, w3), 1 - own).backward();
            move(byFirst, rate, second);

            w1 = first.forward(encoder.forward(x, true), true);
            w3 = second.forward(encoder.forward(w1, true), true);
            Tensor w2 = second.forward(encoder.forward(x, true), true);
            weighed(torch.mse_loss(x, w2), own, torch.mse_loss(x, w3), own - 1).backward();
            move(bySecond, rate, first);
            return byFirstAlone.item_double();
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

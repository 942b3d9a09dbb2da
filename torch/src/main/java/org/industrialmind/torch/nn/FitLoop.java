package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One fit at work; its tensors belong to the scope of the caller.
 *
 * <p>Every epoch begins its random numbers, the order of the examples and the dropout, anew from the seed and its own number.
 * So the state between two epochs is the parameters and their moments and nothing else, and a checkpoint is exact.
 */
final class FitLoop {
    private static final int EVALUATION_BATCH = 1024;

    private final Network network;
    private final FitSettings settings;
    private final long seed;
    private final Checkpoint checkpoint;
    private final AdamW adam;
    private final Tensor best; // the parameters that did best so far
    private final Map<String, Tensor> state;
    private final List<LossCurve.Epoch> curve = new ArrayList<>();
    private int steps;

    FitLoop(Network network, FitSettings settings, long seed, Checkpoint checkpoint) {
        this.network = network;
        this.settings = settings;
        this.seed = seed;
        this.checkpoint = checkpoint;
        this.adam = new AdamW(network.parameters(), settings.weightDecay());
        this.best = network.parameters().values().clone();
        this.state = Map.of(
                "values", network.parameters().values(), "best", best, "mean", adam.mean(), "square", adam.square());
    }

    Fit.Report run(ExampleSource training, ExampleSource heldOut, Consumer<LossCurve.Epoch> watcher) {
        Batches learned = Batches.of(training, network.spec().inputShape());
        Batches judged = Batches.of(heldOut, network.spec().inputShape());
        int stepsAnEpoch = (training.rows() + settings.batch() - 1) / settings.batch();
        curve.addAll(checkpoint.restore(state));
        steps = curve.size() * stepsAnEpoch;
        adam.resume(steps);
        while (curve.size() < settings.epochs() && curve.size() - bestEpoch() < settings.patience()) {
            LossCurve.Epoch epoch = epoch(learned, training.rows(), judged, heldOut.rows(), stepsAnEpoch);
            boolean better = curve.isEmpty() || epoch.heldOut() < bestLoss();
            if (better) {
                best.copy_(network.parameters().values());
            }
            curve.add(epoch);
            checkpoint.save(state, curve);
            watcher.accept(epoch);
        }
        try (TorchScope scope = TorchScope.inference()) {
            network.parameters().values().copy_(best);
        }
        return new Fit.Report(curve.size(), steps, bestLoss(), new LossCurve(curve));
    }

    private int bestEpoch() {
        int found = 0;
        for (LossCurve.Epoch epoch : curve) {
            if (found == 0 || epoch.heldOut() < curve.get(found - 1).heldOut()) {
                found = epoch.number();
            }
        }
        return found;
    }

    private double bestLoss() {
        return curve.get(bestEpoch() - 1).heldOut();
    }

    private LossCurve.Epoch epoch(Batches learned, int rows, Batches judged, int judgedRows, int stepsAnEpoch) {
        int number = curve.size() + 1;
        long epochSeed = new SplittableRandom(seed + number).nextLong();
        torch.manual_seed(epochSeed);
        double[] sum = {0};
        double total = (double) settings.epochs() * stepsAnEpoch;
        learned.each(
                Batches.shuffled(rows, epochSeed), settings.batch(), batch -> sum[0] += step(batch, steps / total));
        double rate = rate((steps - 1) / total);
        return new LossCurve.Epoch(number, rate, sum[0] / stepsAnEpoch, loss(judged, judgedRows));
    }

    private double rate(double progress) {
        return settings.learningRate() * settings.schedule().factor(progress);
    }

    private double step(Batch batch, double progress) {
        Engine.shared().requireGoingOn(steps);
        Tensor loss = loss(batch, true, progress);
        loss.backward();
        try (TorchScope update = TorchScope.inference()) {
            adam.clip(settings.clip());
            adam.step(rate(progress));
        }
        steps++;
        return settings.finite("loss", loss.item_double(), steps);
    }

    private Tensor loss(Batch batch, boolean fitting, double progress) {
        Tensor output = network.forward(batch.inputs(), fitting);
        return LossValue.of(settings.loss(), output, batch.targets(), batch.weights(), progress);
    }

    private double loss(Batches judged, int rows) {
        double[] sum = {0, 0};
        judged.each(LongStream.range(0, rows).toArray(), EVALUATION_BATCH, batch -> {
            try (TorchScope scope = TorchScope.inference()) {
                double weight = batch.weight();
                sum[0] += loss(batch, false, 1).item_double() * weight;
                sum[1] += weight;
            }
        });
        return settings.finite("held-out loss", sum[0] / sum[1], steps);
    }
}

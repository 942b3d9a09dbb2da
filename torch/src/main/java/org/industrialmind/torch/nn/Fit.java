package org.industrialmind.torch.nn;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fits a network to examples by mini-batches of AdamW, and keeps the parameters that did best on the held-out examples.
 *
 * <pre>{@code
 * Fit.of(network, FitSettings.defaults().withLoss(new Loss.Huber(1)), seed)
 *         .telling(epoch -> progress.say("epoch %d: %.4f", epoch.number(), epoch.heldOut()))
 *         .keeping(folder.resolve("fit.safetensors"))
 *         .run(training, heldOut);
 * }</pre>
 *
 * <p>The caller parts the examples, and parts them by machine: windows of one machine on both sides would make the held-out
 * loss look better than it is. The same examples, settings and seed give the same parameters, bit by bit on the same
 * machine, also when a fit was interrupted and goes on from its checkpoint.
 *
 * <p>Each step runs in a scope of its own, so memory stays flat however long it takes. When the program shuts down the
 * current step is finished and the fit ends with a {@link CancellationException}; the network is then half trained.
 */
public final class Fit {
    private final Network network;
    private final FitSettings settings;
    private final long seed;
    private final Consumer<LossCurve.Epoch> watcher;
    private final @Nullable Path checkpoint;

    private Fit(
            Network network,
            FitSettings settings,
            long seed,
            Consumer<LossCurve.Epoch> watcher,
            @Nullable Path checkpoint) {
        this.network = network;
        this.settings = settings;
        this.seed = seed;
        this.watcher = watcher;
        this.checkpoint = checkpoint;
    }

    /**
     * What came of a fit.
     *
     * @param epochs passes made
     * @param steps batches learned from
     * @param heldOutLoss the least loss on the held-out examples, whose parameters the network now has
     * @param curve the losses of every epoch
     */
    public record Report(int epochs, int steps, double heldOutLoss, LossCurve curve) {}

    /** @param seed of the shuffling and the dropout */
    public static Fit of(Network network, FitSettings settings, long seed) {
        return new Fit(network, settings, seed, epoch -> {}, null);
    }

    /** Fits the network in place, without a word. */
    public static Report run(
            Network network, ExampleSource training, ExampleSource heldOut, FitSettings settings, long seed) {
        return of(network, settings, seed).run(training, heldOut);
    }

    /** Returns a fit that tells what each epoch gave, on the engine's thread. */
    public Fit telling(Consumer<LossCurve.Epoch> told) {
        return new Fit(network, settings, seed, told, checkpoint);
    }

    /**
     * Returns a fit that writes its state to the file after every epoch, and goes on from that file if it is there: with
     * the result it would have had without the interruption.
     */
    public Fit keeping(Path file) {
        return new Fit(network, settings, seed, watcher, file);
    }

    /**
     * Fits the network in place.
     *
     * @throws IllegalArgumentException if the examples do not have the network's shapes, the loss is not finite, or the
     *     checkpoint is that of another fit
     * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
     */
    public Report run(ExampleSource training, ExampleSource heldOut) {
        requireFits(training);
        requireFits(heldOut);
        return Engine.shared().call(seed, () -> {
            try (TorchScope scope = TorchScope.open()) {
                Checkpoint kept = checkpoint == null
                        ? Checkpoint.none()
                        : Checkpoint.in(checkpoint, network.spec(), settings, seed, training.rows(), heldOut.rows());
                return new FitLoop(network, settings, seed, kept).run(training, heldOut, watcher);
            }
        });
    }

    private void requireFits(ExampleSource examples) {
        NetworkSpec spec = network.spec();
        int targets = settings.loss().targets(spec.outputSize());
        if (examples.inputSize() != spec.inputSize() || examples.targetSize() != targets) {
            throw new IllegalArgumentException("examples have " + examples.inputSize() + " input and "
                    + examples.targetSize() + " target values: the network expects " + spec.inputSize() + " and "
                    + targets);
        }
    }
}

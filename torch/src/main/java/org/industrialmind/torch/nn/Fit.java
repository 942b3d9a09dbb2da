package org.industrialmind.torch.nn;

import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Fits a network to examples by mini-batches of AdamW, and keeps the parameters that did best on the held-out examples.
 *
 * <pre>{@code
 * Fit.of(network, FitSettings.defaults().withLoss(new Loss.Huber(1)), seed)
 *         .notedIn(Logbook.in(folder, entry -> progress.say("epoch %d", entry.epoch().number())))
 *         .run(training, heldOut);
 * }</pre>
 *
 * <p>The caller parts the examples, and parts them by machine: windows of one machine on both sides would make the held-out
 * loss look better than it is. The same examples, settings and seed give the same parameters, bit by bit on the same
 * machine, also when a fit was interrupted and goes on from what its {@link Logbook} keeps.
 *
 * <p>Each step runs in a scope of its own, so memory stays flat however long it takes. When the program shuts down, or the
 * thread that waits is interrupted, the current step is finished and the fit ends with a {@link CancellationException}; the
 * network is then half trained.
 */
public final class Fit {
    private final Network network;
    private final FitSettings settings;
    private final long seed;
    private final Logbook logbook;

    private Fit(Network network, FitSettings settings, long seed, Logbook logbook) {
        this.network = network;
        this.settings = settings;
        this.seed = seed;
        this.logbook = logbook;
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
        return new Fit(network, settings, seed, Logbook.closed());
    }

    /** Fits the network in place, without a word. */
    public static Report run(
            Network network, ExampleSource training, ExampleSource heldOut, FitSettings settings, long seed) {
        return of(network, settings, seed).run(training, heldOut);
    }

    /** Returns a fit whose epochs are noted, and which goes on from what was noted of it. */
    public Fit notedIn(Logbook other) {
        return new Fit(network, settings, seed, other);
    }

    /**
     * Fits the network in place.
     *
     * @throws IllegalArgumentException if the examples do not have the network's shapes, or the loss is not finite
     * @throws java.io.UncheckedIOException if the logbook cannot be read or written
     */
    public Report run(ExampleSource training, ExampleSource heldOut) {
        requireFits(training);
        requireFits(heldOut);
        Checkpoint checkpoint = logbook.checkpoint(() -> described(training, heldOut));
        int number = logbook.begin();
        Report report = Engine.shared().call(seed, () -> {
            try (TorchScope scope = TorchScope.open()) {
                return new FitLoop(network, settings, seed, checkpoint)
                        .run(
                                training,
                                heldOut,
                                epoch -> logbook.tell(new Logbook.Entry(number, epoch, settings.epochs())));
            }
        });
        logbook.end(number, report.curve());
        return report;
    }

    private Map<String, String> described(ExampleSource training, ExampleSource heldOut) {
        return Map.of(
                "network", network.spec().toString(),
                "settings", settings.toString(),
                "seed", Long.toString(seed),
                "training", Checkpoint.summary(training),
                "held out", Checkpoint.summary(heldOut));
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

package org.industrialmind.torch.nn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.industrialmind.learning.plot.Chart;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of the fits of one training: how far they are, for whoever waits; their losses, as a picture; and their state
 * between two epochs, so that a training that was stopped goes on where it was and ends as if it had not been.
 *
 * <pre>{@code
 * Logbook logbook = Logbook.in(folder, entry -> log.info("fit {} epoch {}", entry.fit(), entry.epoch().number()));
 * Fit.of(network, settings, seed).notedIn(logbook).run(training, heldOut);
 * logbook.chart("pump autoencoder").ifPresent(chart -> save(chart.bytes()));
 * }</pre>
 *
 * <p>A fit finds its state again by all that makes it the one it is: network, settings, seed and examples. So a training
 * repeats its fits in any order, those that were done give their results at once, and another training in the same folder
 * finds nothing of its own.
 */
public final class Logbook {
    private final @Nullable Path folder;
    private final Consumer<Entry> reader;
    private final SortedMap<Integer, LossCurve> curves = new TreeMap<>(); // by the number of the fit
    private int fits;

    private Logbook(@Nullable Path folder, Consumer<Entry> reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /**
     * An epoch that was made.
     *
     * @param fit which of the training's fits, from 1
     * @param most the epochs that the fit makes at most
     */
    public record Entry(int fit, LossCurve.Epoch epoch, int most) {}

    /** Returns a logbook that nobody reads and that is not kept. */
    public static Logbook closed() {
        return toldTo(entry -> {});
    }

    /** Returns a logbook that is read out epoch by epoch, on the engine's thread, and not kept. */
    public static Logbook toldTo(Consumer<Entry> reader) {
        return new Logbook(null, reader);
    }

    /**
     * Returns a logbook that is kept in the folder, and goes on from what lies there.
     *
     * @param folder made if it is not there; the caller deletes it when the training is done
     * @throws UncheckedIOException if the folder cannot be made
     */
    public static Logbook in(Path folder, Consumer<Entry> reader) {
        try {
            return new Logbook(Files.createDirectories(folder), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("logbook " + folder + " cannot be kept: " + e.getMessage(), e);
        }
    }

    /** Returns the losses of all fits that have ended, or nothing where there is none. */
    public synchronized Optional<Chart> chart(String title) {
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        Chart chart = LossCurve.axes(title);
        for (Map.Entry<Integer, LossCurve> fit : curves.entrySet()) {
            chart = fit.getValue().drawn(chart, curves.size() == 1 ? "" : ", fit " + fit.getKey());
        }
        return Optional.of(chart);
    }

    /** Begins a fit and returns its number. */
    synchronized int begin() {
        return ++fits;
    }

    /** @param fit what makes it the one it is, in words; asked for only where it is kept */
    Checkpoint checkpoint(Supplier<Map<String, String>> fit) {
        return folder == null ? Checkpoint.none() : Checkpoint.in(folder, fit.get());
    }

    void tell(Entry entry) {
        reader.accept(entry);
    }

    synchronized void end(int fit, LossCurve curve) {
        curves.put(fit, curve);
    }
}

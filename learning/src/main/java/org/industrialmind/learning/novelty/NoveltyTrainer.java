package org.industrialmind.learning.novelty;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.Calibration;
import org.industrialmind.learning.anomaly.CalibrationScore;
import org.industrialmind.learning.anomaly.HeldOutTrainer;
import org.industrialmind.learning.anomaly.HoldOut;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Window;

/**
 * Trains a {@link NoveltyDetector} for a class of machines from their normal windows, by any method.
 *
 * <p>In two rounds. First a model is fitted on the earlier part of every machine's windows and scores the later part,
 * which it has not seen (see {@link HoldOut}); those scores set the limits and the metrics. Then the model that is handed
 * out is fitted on all windows. It knows more than the one that was tested, the last hours above all, so the limits err
 * to the quiet side; without the second round whatever drifts slowly - the weather - would already be some hours away
 * from what the model believes on its first day. No limit is below 1, the most
 * that a usual window shows.
 */
public final class NoveltyTrainer implements HeldOutTrainer<NoveltyDetector> {
    private final NoveltyMethod method;
    private final NoveltySettings settings;
    private final InstantSource clock;

    public NoveltyTrainer(NoveltyMethod method, NoveltySettings settings, InstantSource clock) {
        this.method = method;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HoldOut parted(WindowSet data) {
        return HoldOut.of(data, settings.holdOut(), settings.baseline());
    }

    @Override
    public NoveltyDetector train(WindowSet data, HoldOut parts, long seed) {
        NoveltyFit whole = NoveltyFit.of(data, method, settings.baseline(), seed);
        boolean heldOut = !parts.calibration().isEmpty();
        // too little data to hold any out: the fitted windows must do
        List<CalibrationScore> scores = heldOut
                ? scores(NoveltyFit.of(parts.fit(), method, settings.baseline(), seed), whole, parts.calibration())
                : scores(whole, whole, data.windows());
        Calibration calibration = Calibration.of(scores, settings.budget(), 1);
        Map<String, Double> metrics = new TreeMap<>(calibration.metrics());
        metrics.put("held_out", heldOut ? 1.0 : 0.0);
        metrics.putAll(whole.known().facts());
        return new NoveltyDetector(method.kind(), whole, calibration.limits(), provenance(data, seed), metrics);
    }

    private Provenance provenance(WindowSet data, long seed) {
        Map<String, String> described = new TreeMap<>(settings.described());
        described.putAll(method.settings());
        described.put("method", method.kind());
        return Provenance.here(data.description(), NoveltyTrainer.class.getName(), described, seed, clock.instant());
    }

    /** Returns the scores that the fitted model gives, under the regimes of the final one. */
    private static List<CalibrationScore> scores(NoveltyFit fitted, NoveltyFit named, List<Window> windows) {
        List<CalibrationScore> scores = new ArrayList<>();
        for (Window window : windows) {
            Optional<NoveltyFit.Standing> standing = fitted.stand(window);
            Optional<NoveltyFit.Standing> name = named.stand(window);
            if (standing.isPresent() && name.isPresent()) {
                double novelty = fitted.known()
                        .novelty(standing.get().place(), standing.get().window());
                scores.add(new CalibrationScore(window.asset(), name.get().regime(), window.endNanos(), novelty));
            }
        }
        return scores;
    }
}

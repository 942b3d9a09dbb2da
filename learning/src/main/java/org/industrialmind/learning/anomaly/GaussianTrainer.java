package org.industrialmind.learning.anomaly;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.signal.Window;

/**
 * Trains a {@link GaussianDetector} for a class of machines from their normal windows.
 *
 * <p>In two rounds. First a model is fitted on the earlier part of every machine's windows and scores the later part,
 * which it has not seen (see {@link HoldOut}); those scores set the limits and the metrics. Then the model that is handed
 * out is fitted on all windows. It knows more than the one that was tested, the last hours above all, so the limits err
 * to the quiet side; without the second round whatever drifts slowly - the weather - would already be some hours away
 * from what the model believes on its first day. Nothing is random: the seed is only recorded.
 */
public final class GaussianTrainer implements HeldOutTrainer<GaussianDetector> {
    /** Of the most that a usual window shows: a day of held-out windows says little of the worst of a month. */
    private static final double LEAST_LIMIT = 1.25;

    private final GaussianSettings settings;
    private final InstantSource clock;

    public GaussianTrainer(GaussianSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HoldOut parted(WindowSet data) {
        return HoldOut.of(data, settings.holdOut(), settings.baseline());
    }

    @Override
    public GaussianDetector train(WindowSet data, HoldOut parts, long seed) {
        if (WindowFeatures.channels(data.schema()).length == 0) {
            throw new IllegalArgumentException(
                    "every channel of " + data.schema().equipmentClass()
                            + " is a drive or comes from outside: expected at least one that shows how the machine"
                            + " responds");
        }
        GaussianFit whole = GaussianFit.of(data, settings);
        boolean heldOut = !parts.calibration().isEmpty();
        // too little data to hold any out: the fitted windows must do
        List<CalibrationScore> scores = heldOut
                ? scores(GaussianFit.of(parts.fit(), settings), whole.baseline(), parts.calibration())
                : scores(whole, whole.baseline(), data.windows());
        Calibration calibration = Calibration.of(scores, settings.budget(), LEAST_LIMIT);
        Map<String, Double> metrics = new TreeMap<>(calibration.metrics());
        metrics.put("held_out", heldOut ? 1.0 : 0.0);
        Provenance provenance = Provenance.here(
                data.description(), GaussianTrainer.class.getName(), settings.described(), seed, clock.instant());
        return new GaussianDetector(whole, calibration.limits(), provenance, metrics);
    }

    /** Returns the scores that the fitted model gives, under the regimes of the final one. */
    private static List<CalibrationScore> scores(GaussianFit fitted, Baseline regimes, List<Window> windows) {
        GaussianFit.Scorer scorer = fitted.scorer();
        List<CalibrationScore> scores = new ArrayList<>();
        for (Window window : windows) {
            if (fitted.baseline().locate(window) instanceof Baseline.Location.Known known
                    && regimes.locate(window) instanceof Baseline.Location.Known named) {
                double raw = scorer.score(window, known);
                scores.add(new CalibrationScore(window.asset(), named.regime(), window.endNanos(), raw));
            }
        }
        return scores;
    }
}

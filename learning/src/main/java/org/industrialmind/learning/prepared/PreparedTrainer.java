package org.industrialmind.learning.prepared;

import java.util.List;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.HeldOutTrainer;
import org.industrialmind.learning.anomaly.HoldOut;
import org.industrialmind.learning.anomaly.SettledWindows;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Window;

/**
 * Learns how to prepare windows, and lets a trainer of any kind of detector learn from the prepared ones.
 *
 * <p>Where the trainer can be told which windows to set limits by, neither the detector that scores them nor what prepared
 * them has seen them.
 */
public final class PreparedTrainer implements Trainer<WindowSet, PreparedDetector> {
    private final Trainer<WindowSet, ? extends AnomalyDetector> trainer;
    private final Depth depth;
    private final BaselineSettings settings;
    private final EpisodeRule rule;

    /** How much is done to a window before the detector sees it. */
    public enum Depth {
        /** What cannot be believed is masked. */
        GATE,
        /** What physics and the surroundings explain is taken out too; windows in which a machine settles are left out. */
        EXPLAINED
    }

    public PreparedTrainer(
            Trainer<WindowSet, ? extends AnomalyDetector> trainer,
            Depth depth,
            BaselineSettings settings,
            EpisodeRule rule) {
        this.trainer = trainer;
        this.depth = depth;
        this.settings = settings;
        this.rule = rule;
    }

    /** @throws IllegalArgumentException if no machine has a regime with enough windows */
    @Override
    public PreparedDetector train(WindowSet data, long seed) {
        Baseline baseline = Baseline.fit(data, settings);
        WindowSet seen = depth == Depth.GATE ? data : SettledWindows.of(data, baseline, rule);
        Preparation.Learned whole = learned(seen, baseline);
        AnomalyDetector detector = trainer instanceof HeldOutTrainer<? extends AnomalyDetector> parting
                ? parting.train(whole.windows(), parted(parting.parted(seen), whole), seed)
                : trainer.train(whole.windows(), seed);
        return new PreparedDetector(whole.preparation(), detector);
    }

    private Preparation.Learned learned(WindowSet seen, Baseline baseline) {
        return switch (depth) {
            case GATE -> Preparation.gate(seen, SettledWindows.of(seen, baseline, rule), baseline);
            case EXPLAINED -> Preparation.learn(seen, baseline);
        };
    }

    /** Returns the parts, each made ready by what the fitted one teaches. */
    private HoldOut parted(HoldOut parts, Preparation.Learned whole) {
        if (parts.calibration().isEmpty()) {
            return new HoldOut(whole.windows(), List.of());
        }
        Preparation.Learned early = learned(parts.fit(), Baseline.fit(parts.fit(), settings));
        List<Window> ready = parts.calibration().stream()
                .map(early.preparation()::of)
                .filter(window -> window.refused().isEmpty())
                .map(Preparation.Ready::window)
                .toList();
        return new HoldOut(early.windows(), ready);
    }
}

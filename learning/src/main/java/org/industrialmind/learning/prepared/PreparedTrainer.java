package org.industrialmind.learning.prepared;

import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.WindowSet;

/** Learns how to prepare windows, and lets a trainer of any kind of detector learn from the prepared ones. */
public final class PreparedTrainer implements Trainer<WindowSet, PreparedDetector> {
    private final Trainer<WindowSet, ? extends AnomalyDetector> trainer;
    private final Depth depth;
    private final BaselineSettings settings;
    private final EpisodeRule rule;

    /** How much is done to a window before the detector sees it. */
    public enum Depth {
        /** What cannot be believed is masked. */
        GATE,
        /** What physics and the surroundings explain is taken out too. */
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

    @Override
    public PreparedDetector train(WindowSet data, long seed) {
        Preparation.Learned learned = switch (depth) {
            case GATE -> Preparation.learnGate(data, settings, rule);
            case EXPLAINED -> Preparation.learn(data, settings, rule);
        };
        return new PreparedDetector(learned.preparation(), trainer.train(learned.windows(), seed));
    }
}

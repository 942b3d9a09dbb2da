package org.industrialmind.learning.prepared;

import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.WindowSet;

/** Learns how to prepare windows, and lets a trainer of any kind of detector learn from the prepared ones. */
public final class PreparedTrainer implements Trainer<WindowSet, PreparedDetector> {
    private final Trainer<WindowSet, ? extends AnomalyDetector> trainer;
    private final BaselineSettings settings;
    private final EpisodeRule rule;

    public PreparedTrainer(
            Trainer<WindowSet, ? extends AnomalyDetector> trainer, BaselineSettings settings, EpisodeRule rule) {
        this.trainer = trainer;
        this.settings = settings;
        this.rule = rule;
    }

    @Override
    public PreparedDetector train(WindowSet data, long seed) {
        Preparation.Learned learned = Preparation.learn(data, settings, rule);
        return new PreparedDetector(learned.preparation(), trainer.train(learned.windows(), seed));
    }
}

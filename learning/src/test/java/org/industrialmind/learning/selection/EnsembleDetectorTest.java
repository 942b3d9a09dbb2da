package org.industrialmind.learning.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetectorContract;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.novelty.NoveltyFormat;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleDetectorTest extends AnomalyDetectorContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-06T00:00:00Z"));

    private static DetectorCandidate pca(String name, double variance) {
        return new DetectorCandidate(name, new NoveltyTrainer(new Pca(variance), NoveltySettings.defaults(), CLOCK));
    }

    @Override
    protected Trainer<WindowSet, EnsembleDetector> trainer() {
        return new EnsembleTrainer(
                "ensemble",
                List.of(pca("few components", 0.6), pca("many components", 0.95)),
                DecisionSettings.defaults(),
                CLOCK);
    }

    @Override
    protected DetectorFormat format() {
        return new EnsembleFormat("ensemble", List.of(new NoveltyFormat(Pca.defaults())));
    }

    @Test
    void refuses_members_that_it_cannot_keep_or_join(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> new EnsembleTrainer("ensemble", List.of(), DecisionSettings.defaults(), CLOCK))
                .hasMessageContaining("no members");
        assertThatThrownBy(() -> new EnsembleFormat("ensemble", List.of()).save(detector, folder))
                .hasMessageContaining("member of kind pca");
        Path kept = Files.createDirectory(folder.resolve("kept"));
        format().save(detector, kept);
        assertThatThrownBy(() -> new EnsembleFormat("ensemble", List.of()).load(kept))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("detector of kind pca");
    }

    @Test
    void keeps_no_ensemble_of_another_kind_which_could_not_be_read_again(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        new EnsembleFormat("joined", List.of(new NoveltyFormat(Pca.defaults()))).save(detector, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kind ensemble")
                .hasMessageContaining("expected joined");
        assertThat(folder).isEmptyDirectory();
    }
}

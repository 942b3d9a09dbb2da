package org.industrialmind.torch.imported;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetectorContract;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyDetector;
import org.industrialmind.learning.novelty.NoveltyFormat;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.junit.jupiter.api.io.TempDir;

/** What every detector must keep, by a network that gives a tenth of the mean of all channels back as each. */
class ImportedReconstructionTest extends AnomalyDetectorContract {
    @TempDir
    static Path folder;

    @Override
    protected Trainer<WindowSet, NoveltyDetector> trainer() {
        List<String> channels = new ArrayList<>(List.of("supply")); // another order than that of the machines
        for (int i = SyntheticMachines.MEASUREMENTS - 1; i >= 0; i--) {
            channels.add(SyntheticMachines.measurement(i));
        }
        Path file = BroughtNetworks.sharesOfOthers(folder, channels, SyntheticMachines.WINDOW);
        return new ImportedTrainer(file, NoveltySettings.defaults(), InstantSource.fixed(Instant.EPOCH));
    }

    @Override
    protected DetectorFormat format() {
        return new NoveltyFormat(ImportedMethod.reading());
    }
}

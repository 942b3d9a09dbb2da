package org.industrialmind.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.industrialmind.torch.nn.Logbook;

/**
 * What there is of trainings that are not done yet, by the id of their job. It lies among the models, so that any worker goes
 * on with what another one had to leave.
 */
final class UnfinishedTrainings {
    private final Path root;

    UnfinishedTrainings(Path models) {
        root = models.resolve("unfinished");
    }

    /** Opens the logbook of a training where it was left, if it was begun before. */
    Logbook logbook(UUID job, Consumer<Logbook.Entry> reader) {
        return Logbook.in(root.resolve(job.toString()), reader);
    }

    /** Removes what there is of a training, if anything is. */
    void remove(UUID job) throws IOException {
        Path folder = root.resolve(job.toString());
        if (Files.exists(folder)) {
            DetectorTraining.delete(folder);
        }
    }
}

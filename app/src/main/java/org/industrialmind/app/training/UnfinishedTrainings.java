package org.industrialmind.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.torch.nn.Logbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What there is of trainings that are not done yet, by the id of their job. It lies among the models, so that any worker goes
 * on with what another one had to leave. What cannot be removed only takes up room: it is told of and never fails a training.
 */
final class UnfinishedTrainings {
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedTrainings.class);

    private final Path root;

    UnfinishedTrainings(Path models) {
        root = models.resolve("unfinished");
    }

    /** Opens the logbook of a training where it was left, if it was begun before. */
    Logbook logbook(UUID job, Consumer<Logbook.Entry> reader) {
        return Logbook.in(folder(job), reader);
    }

    /** Removes what there is of a training, if anything is. */
    void remove(UUID job) {
        Path folder = folder(job);
        try {
            if (Files.exists(folder)) {
                Scratch.remove(folder);
            }
        } catch (IOException stays) {
            told(folder, stays);
        }
    }

    /** Removes what there is of all trainings that have ended. */
    void removeAll(Predicate<UUID> ended) {
        jobs().stream().filter(ended).forEach(this::remove);
    }

    private List<UUID> jobs() {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.flatMap(folder -> id(folder).stream()).toList();
        } catch (IOException unread) {
            told(root, unread);
            return List.of();
        }
    }

    private static Optional<UUID> id(Path folder) {
        try {
            return Optional.of(UUID.fromString(folder.getFileName().toString()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Path folder(UUID job) {
        return root.resolve(job.toString());
    }

    private static void told(Path folder, IOException cause) {
        LOG.warn("event=unfinished-training-stays folder={} next=\"remove it by hand\"", folder, cause);
    }
}

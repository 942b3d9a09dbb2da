package org.industrialmind.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTrainingsTest {
    private static final UUID ENDED = new UUID(1, 1);
    private static final UUID WAITING = new UUID(2, 2);

    @TempDir
    private Path models;

    private Path left(String name) throws IOException {
        Path folder = Files.createDirectories(models.resolve("unfinished").resolve(name));
        Files.writeString(folder.resolve("fit-1.json"), "{}");
        return folder;
    }

    @Test
    void what_is_left_of_ended_trainings_goes_however_long_ago_they_ended() throws IOException {
        UnfinishedTrainings unfinished = new UnfinishedTrainings(models);
        unfinished.removeAll(ENDED::equals); // nothing was ever left here
        Path ended = left(ENDED.toString());
        Path waiting = left(WAITING.toString());
        Path notOurs = left("lost+found");

        unfinished.removeAll(ENDED::equals);

        assertThat(ended).doesNotExist();
        assertThat(waiting.resolve("fit-1.json")).exists();
        assertThat(notOurs).exists();
    }

    @Test
    void what_cannot_be_removed_fails_nothing() throws IOException {
        Path stays = left(ENDED.toString());
        Files.setPosixFilePermissions(stays, PosixFilePermissions.fromString("r-x------"));
        assumeThat(Files.isWritable(stays)).as("root may write everywhere").isFalse();
        try {
            assertThatCode(() -> new UnfinishedTrainings(models).remove(ENDED)).doesNotThrowAnyException();
            assertThat(stays).exists();
        } finally {
            Files.setPosixFilePermissions(stays, PosixFilePermissions.fromString("rwx------"));
        }
    }
}

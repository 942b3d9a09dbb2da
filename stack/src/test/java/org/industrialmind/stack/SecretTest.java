package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @Test
    void stays_the_same_once_made(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("some.password");

        String made = Secret.kept(file).value();

        assertThat(made).hasSize(48).matches("[0-9a-f]+");
        assertThat(Secret.kept(file).value()).isEqualTo(made);
    }

    @Test
    void differs_between_folders(@TempDir Path folder) throws IOException {
        assertThat(Secret.kept(folder.resolve("one")).value())
                .isNotEqualTo(Secret.kept(folder.resolve("other")).value());
    }

    @Test
    void is_readable_by_its_owner_only(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("some.password");

        Secret secret = Secret.kept(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(secret.toString()).doesNotContain(secret.value());
    }
}

package org.industrialmind.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.lifecycle.database.LifecycleUnavailableException;
import org.industrialmind.lifecycle.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresModelRegistryIT extends ModelRegistryContract {
    private final PGSimpleDataSource source = TestDatabase.empty();

    @Override
    protected ModelRegistry emptyRegistry(Path artifacts) throws IOException {
        return new PostgresModelRegistry(source, artifacts, () -> NOW);
    }

    @Test
    void a_crash_between_files_and_record_leaves_no_version_and_is_mended_by_trying_again() throws Exception {
        Path artifacts = folder.resolve("shared");
        ModelRegistry registry = emptyRegistry(artifacts);
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("weights"), "1");
        Provenance provenance = new Provenance("data", "pca", Map.of(), 1, "0.1.0", "Java 25", NOW);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE lifecycle.model_version ADD CONSTRAINT crash CHECK (false)");
        }

        assertThatThrownBy(() -> registry.register("anomaly/fan", "pca", model, provenance, Map.of()))
                .isInstanceOf(LifecycleUnavailableException.class);
        assertThat(registry.all()).isEmpty();
        assertThat(artifacts).isNotEmptyDirectory();

        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE lifecycle.model_version DROP CONSTRAINT crash");
        }
        ModelVersion version = registry.register("anomaly/fan", "pca", model, provenance, Map.of());
        assertThat(version.ref().version()).isEqualTo(1);
        assertThat(registry.artifact(version.ref())).isDirectory();
    }

    @Test
    void another_process_sees_the_same_registry() throws IOException {
        ModelRegistry here = emptyRegistry(folder.resolve("shared"));
        ModelRegistry there = emptyRegistry(folder.resolve("shared"));
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("weights"), "1");
        Provenance provenance = new Provenance("data", "pca", Map.of(), 1, "0.1.0", "Java 25", NOW);

        ModelVersion version = here.register("anomaly/fan", "pca", model, provenance, Map.of());
        long before = there.revision();
        here.promote(version.ref(), "ana", "the first");

        assertThat(there.champion("anomaly/fan")).map(ModelVersion::ref).contains(version.ref());
        assertThat(there.revision()).isGreaterThan(before);
        assertThat(there.artifact(version.ref()).resolve("weights")).hasContent("1");
    }
}

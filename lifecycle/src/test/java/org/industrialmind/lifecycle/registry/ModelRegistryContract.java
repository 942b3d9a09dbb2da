package org.industrialmind.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.industrialmind.learning.Provenance;
import org.industrialmind.signal.ModelRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every model registry does. An implementation extends this and opens an empty registry on the given folder. */
public abstract class ModelRegistryContract {
    protected static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NAME = "anomaly/centrifugal-pump";
    private static final Provenance PROVENANCE =
            new Provenance("two days of P-101", "pca", Map.of("variance", "0.95"), 42, "0.1.0", "Java 25", NOW);

    @TempDir
    protected Path folder;

    private ModelRegistry registry;

    protected abstract ModelRegistry emptyRegistry(Path artifacts) throws IOException;

    @BeforeEach
    void open() throws IOException {
        registry = emptyRegistry(folder.resolve("artifacts"));
    }

    private Path model(String weights) throws IOException {
        Path model = Files.createTempDirectory(folder, "model");
        Files.createDirectory(model.resolve("part"));
        Files.writeString(model.resolve("detector.json"), "{}");
        Files.writeString(model.resolve("part").resolve("weights.safetensors"), weights);
        return model;
    }

    private ModelVersion registered(String weights) throws IOException {
        return registry.register(NAME, "pca", model(weights), PROVENANCE, Map.of("recall", 0.9));
    }

    @Test
    void gives_back_what_was_registered_byte_for_byte() throws IOException {
        ModelVersion version = registered("1 2 3");

        assertThat(version.ref()).isEqualTo(new ModelRef(NAME, 1));
        assertThat(version.champion()).isFalse();
        assertThat(version.registered()).isEqualTo(NOW);
        assertThat(registry.find(version.ref())).contains(version);
        Path files = registry.artifact(version.ref());
        assertThat(files.resolve("part").resolve("weights.safetensors")).hasContent("1 2 3");
        assertThat(files.resolve("detector.json")).hasContent("{}");
    }

    @Test
    void counts_versions_by_name_and_lists_them_newest_first() throws IOException {
        registered("a");
        registered("b");
        registry.register("anomaly/fan", "pca", model("c"), PROVENANCE, Map.of());

        assertThat(registry.all())
                .extracting(version -> version.ref().toString())
                .containsExactly(NAME + " v2", NAME + " v1", "anomaly/fan v1");
    }

    @Test
    void the_same_files_may_be_registered_again() throws IOException {
        ModelVersion first = registered("same");
        ModelVersion second = registered("same");

        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.ref().version()).isEqualTo(2);
        assertThat(registry.artifact(first.ref())).isEqualTo(registry.artifact(second.ref()));
    }

    @Test
    void there_is_no_champion_until_one_is_promoted_and_every_promotion_leaves_a_trace() throws IOException {
        ModelRef first = registered("a").ref();
        ModelRef second = registered("b").ref();
        assertThat(registry.champion(NAME)).isEmpty();
        long before = registry.revision();

        assertThat(registry.promote(first, "ana", "the first").champion()).isTrue();
        registry.promote(second, "gate", "recall 0.93 against 0.90");
        registry.promote(first, "ben", "back, too many alarms");

        assertThat(registry.champion(NAME)).map(ModelVersion::ref).contains(first);
        assertThat(registry.find(second).orElseThrow().champion()).isFalse();
        assertThat(registry.all()).filteredOn(ModelVersion::champion).hasSize(1);
        assertThat(registry.revision()).isEqualTo(before + 3);
        assertThat(registry.promotions(NAME))
                .containsExactly(
                        new Promotion(first, "ben", "back, too many alarms", NOW),
                        new Promotion(second, "gate", "recall 0.93 against 0.90", NOW),
                        new Promotion(first, "ana", "the first", NOW));
    }

    @Test
    void says_so_when_there_is_no_such_version() {
        ModelRef nobody = new ModelRef("anomaly/none", 3);

        assertThat(registry.find(nobody)).isEmpty();
        assertThat(registry.champion("anomaly/none")).isEmpty();
        assertThatThrownBy(() -> registry.promote(nobody, "ana", "why not"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("anomaly/none v3");
        assertThatThrownBy(() -> registry.artifact(nobody)).isInstanceOf(NoSuchElementException.class);
        assertThat(registry.revision()).isZero();
    }

    @Test
    void refuses_files_in_which_one_bit_has_flipped() throws IOException {
        ModelRef ref = registered("precious").ref();
        Path weights = registry.artifact(ref).resolve("part").resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[3] ^= 1;
        Files.write(weights, bytes);

        assertThatThrownBy(() -> registry.artifact(ref))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(ref.toString())
                .hasMessageContaining("have been changed");
    }

    @Test
    void refuses_a_truncated_file_a_missing_file_and_one_too_many() throws IOException {
        ModelRef ref = registered("precious").ref();
        Path files = registry.artifact(ref);
        Path weights = files.resolve("part").resolve("weights.safetensors");

        Files.writeString(weights, "prec");
        assertThatThrownBy(() -> registry.artifact(ref)).isInstanceOf(IOException.class);
        Files.delete(weights);
        assertThatThrownBy(() -> registry.artifact(ref)).isInstanceOf(IOException.class);
        Files.writeString(weights, "precious");
        assertThat(registry.artifact(ref)).isEqualTo(files);
        Files.writeString(files.resolve("more"), "");
        assertThatThrownBy(() -> registry.artifact(ref)).isInstanceOf(IOException.class);
    }

    @Test
    void refuses_a_folder_that_is_gone_and_mends_it_when_the_files_are_registered_again() throws IOException {
        ModelRef ref = registered("precious").ref();
        Path files = registry.artifact(ref);
        Files.move(files, folder.resolve("elsewhere"));
        assertThatThrownBy(() -> registry.artifact(ref))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");

        registered("precious");

        assertThat(registry.artifact(ref)).isEqualTo(files);
    }

    @Test
    void refuses_an_empty_folder_and_one_with_a_link() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> registry.register(NAME, "pca", empty, PROVENANCE, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no file");
        Path linked = model("x");
        Files.createSymbolicLink(linked.resolve("link"), folder.resolve("empty"));
        assertThatThrownBy(() -> registry.register(NAME, "pca", linked, PROVENANCE, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a plain file");
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void registering_at_the_same_time_gives_every_version_its_own_number() throws IOException {
        List<Path> models = List.of(model("0"), model("1"), model("same"), model("same"), model("4"), model("5"));

        List<Integer> versions = IntStream.range(0, models.size())
                .parallel()
                .mapToObj(i -> quietly(models.get(i)))
                .toList();

        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        for (ModelVersion version : registry.all()) {
            assertThat(registry.artifact(version.ref())).isDirectory();
        }
    }

    private int quietly(Path model) {
        try {
            return registry.register(NAME, "pca", model, PROVENANCE, Map.of())
                    .ref()
                    .version();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

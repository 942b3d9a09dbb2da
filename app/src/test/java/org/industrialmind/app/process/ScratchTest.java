package org.industrialmind.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.industrialmind.learning.report.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScratchTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final AtomicReference<Path> used = new AtomicReference<>(Path.of("none"));

    @AfterEach
    void forget_the_folder_of_logs() {
        System.clearProperty("industrialmind.logs");
    }

    private boolean work(Path folder, boolean well) throws IOException {
        used.set(folder);
        Files.writeString(Files.createDirectories(folder.resolve("logs")).resolve("one.json"), "{}");
        return well;
    }

    @Test
    void what_went_well_leaves_nothing_behind() throws Exception {
        assertThat(Scratch.within("test", progress, folder -> work(folder, true)))
                .isTrue();
        assertThat(used.get()).doesNotExist();
    }

    @Test
    void what_did_not_is_kept_and_named() throws Exception {
        assertThat(Scratch.within("test", progress, folder -> work(folder, false)))
                .isFalse();
        assertKept();
        assertThatThrownBy(() -> Scratch.within("test", progress, folder -> {
                    work(folder, false);
                    throw new IllegalStateException("a server died");
                }))
                .hasMessage("a server died");
        assertKept();
    }

    private void assertKept() throws IOException {
        assertThat(used.get().resolve("logs/one.json")).exists();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(used.get().toString());
        new Scratch(used.get()).close();
    }
}

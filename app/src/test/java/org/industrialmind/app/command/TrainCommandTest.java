package org.industrialmind.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_network_of_ones_own_is_looked_at_before_a_server_starts() {
        String file = folder.resolve("mine.onnx").toString();
        assertThat(refusal("--detector", "pca", "--file", file))
                .contains("--file brings a network for --detector onnx");
        assertThat(refusal("--file", file)).contains("next: name that detector, or leave it out");
        assertThat(refusal("--detector", "onnx", "--file", file)).contains("--file: ", "mine.json");
    }

    private String refusal(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "--model", "anomaly/pump", "--data", folder.resolve("data").toString()));
        all.addAll(List.of(words));
        StringWriter said = new StringWriter();
        int code = new CommandLine(new TrainCommand())
                .setErr(new PrintWriter(said))
                .execute(all.toArray(String[]::new));
        assertThat(code).isEqualTo(2);
        return said.toString();
    }
}

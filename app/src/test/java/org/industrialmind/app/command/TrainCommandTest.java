package org.industrialmind.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.app.training.OwnNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a user is told of a network that cannot be taken; no server has started by then. */
class TrainCommandTest {
    private static final List<String> CHANNELS = List.of("flow", "discharge_pressure");

    @TempDir
    private Path folder;

    @Test
    void a_file_without_its_detector_and_the_detector_without_a_file() {
        assertThat(refusal("--detector", "pca", "--file", "mine.onnx"))
                .contains("--file brings a network for --detector onnx");
        assertThat(refusal("--file", "mine.onnx")).contains("next: name that detector, or leave it out");
        assertThat(refusal("--detector", "onnx"))
                .contains("no network has been brought for anomaly/pump yet; next: name yours with --file NAME.onnx");
    }

    @Test
    void a_file_that_is_not_there_or_no_network() throws IOException {
        Path file = folder.resolve("mine.onnx");
        assertThat(onnx(file)).contains("there is no file", "mine.json, which says what the network takes and gives");
        OwnNetwork.write(folder, CHANNELS, 60);
        Files.delete(file);
        assertThat(onnx(file)).contains("there is no file", "mine.onnx: expected an ONNX model");
        Files.writeString(file, "a letter to the operator");
        assertThat(onnx(file)).contains("--file: ONNX model");
        assertThat(onnx(folder.resolve("mine.pt"))).contains("is no .onnx");
    }

    @Test
    void a_network_of_another_shape_than_its_manifest_says() throws IOException {
        Path file = OwnNetwork.write(folder, CHANNELS, 60);
        Path manifest = folder.resolve("mine.json");
        Files.writeString(manifest, Files.readString(manifest).replace("60", "30"));
        assertThat(onnx(file))
                .contains("ONNX model takes [-1, 60, 2]", "expected [batch, 30, 2]", "correct the manifest");
    }

    @Test
    void a_network_that_is_too_large_to_be_read() throws IOException {
        Path file = OwnNetwork.write(folder, CHANNELS, 60);
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(40L << 30); // takes no room on the disk, and would not fit into memory
        }
        assertThat(onnx(file)).contains("has 42949672960 bytes: expected at most 33554432");
    }

    private String onnx(Path file) {
        return refusal("--detector", "onnx", "--file", file.toString());
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
        assertThat(folder.resolve("data")).doesNotExist();
        return said.toString();
    }
}

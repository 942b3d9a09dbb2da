package org.industrialmind.torch.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoencoderFormatTest {
    private static final Mill MILL = new Mill(3, 2);
    private static final AutoencoderFormat FORMAT = new AutoencoderFormat(Architecture.DENSE);

    @TempDir
    static Path saved;

    @TempDir
    Path folder;

    @BeforeAll
    static void trainAndSave() throws IOException {
        FORMAT.save(AutoencoderDetectorTest.train(Architecture.DENSE, MILL.normal(300), 1), saved);
    }

    @ParameterizedTest
    @EnumSource
    void a_detector_judges_alike_after_the_way_through_a_folder(Architecture architecture) throws IOException {
        AutoencoderDetector detector = AutoencoderDetectorTest.train(architecture, MILL.normal(300), 2);
        AutoencoderFormat format = new AutoencoderFormat(architecture);
        format.save(detector, folder);
        AutoencoderDetector loaded = format.load(folder);
        List<Window> windows = MILL.windows(1, 60_000, 30, Mill.shifted(3, 5));
        assertThat(loaded.judge(windows)).isEqualTo(detector.judge(windows));
        assertThat(loaded.kind()).isEqualTo(architecture.kind());
        assertThat(loaded.provenance()).isEqualTo(detector.provenance());
        assertThat(loaded.metrics()).isEqualTo(detector.metrics());
        assertThat(loaded.settings()).isEqualTo(detector.settings());
    }

    @Test
    void saving_a_loaded_detector_writes_the_same_files() throws IOException {
        FORMAT.save(FORMAT.load(saved), folder);
        try (Stream<Path> files = Files.list(saved)) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_flipped_bit_is_refused(long seed) throws IOException {
        Random random = new Random(seed);
        try (Stream<Path> files = Files.list(saved)) {
            for (Path file : files.toList()) {
                copy();
                Path damaged = folder.resolve(file.getFileName());
                byte[] bytes = Files.readAllBytes(damaged);
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
                Files.write(damaged, bytes);
                assertThatThrownBy(() -> FORMAT.load(folder)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_truncated_or_missing_file_is_refused_by_name() throws IOException {
        try (Stream<Path> files = Files.list(saved)) {
            for (Path file : files.toList()) {
                copy();
                Path damaged = folder.resolve(file.getFileName());
                byte[] bytes = Files.readAllBytes(damaged);
                Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
                assertThatThrownBy(() -> FORMAT.load(folder)).isInstanceOf(IOException.class);
                Files.delete(damaged);
                assertThatThrownBy(() -> FORMAT.load(folder))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(file.getFileName().toString());
            }
        }
    }

    @Test
    void a_network_that_computes_otherwise_is_refused_even_with_fitting_checksums() throws IOException {
        AutoencoderDetector other = AutoencoderDetectorTest.train(Architecture.DENSE, MILL.normal(300), 9);
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        FORMAT.save(other, foreign);
        copy();
        Files.copy(foreign.resolve("model.onnx"), folder.resolve("model.onnx"), StandardCopyOption.REPLACE_EXISTING);
        Checksums.write(
                folder,
                List.of("model.json", "weights.safetensors", "model.onnx", "profile.safetensors", "smoke.safetensors"));
        assertThatThrownBy(() -> FORMAT.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("when it was saved");
    }

    @Test
    void a_detector_of_another_kind_is_refused() throws IOException {
        AutoencoderFormat convolutional = new AutoencoderFormat(Architecture.CONVOLUTIONAL);
        AutoencoderDetector dense = FORMAT.load(saved);
        assertThatThrownBy(() -> convolutional.save(dense, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dense-autoencoder");
        assertThatThrownBy(() -> convolutional.load(saved))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dense-autoencoder");
    }

    @Test
    void scores_where_libtorch_is_not_on_the_class_path() throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("bytedeco"))
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path output = folder.resolve("output.txt");
        ProcessBuilder scoring =
                new ProcessBuilder(java.toString(), "-Xmx256m", ScoringProcess.class.getName(), saved.toString());
        scoring.environment().put("CLASSPATH", classPath); // ONNX Runtime 1.29 crashes on a very long command line
        Process process = scoring.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(output)).isZero();
        List<Verdict> here = FORMAT.load(saved).judge(MILL.windows(1, 60_000, 5, Mill.NONE));
        assertThat(Files.readString(output)).contains(here.toString());
    }

    /** A program that only scores. */
    static final class ScoringProcess {
        private ScoringProcess() {}

        public static void main(String[] arguments) throws IOException {
            if (ClassLoader.getSystemResource("org/bytedeco/javacpp/Pointer.class") != null) {
                throw new IllegalStateException("libtorch's classes are here: this process shows nothing");
            }
            AutoencoderDetector detector = FORMAT.load(Path.of(arguments[0]));
            System.out.println(detector.judge(new Mill(3, 2).windows(1, 60_000, 5, Mill.NONE)));
        }
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.list(saved)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

package org.industrialmind.torch.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyFormat;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that only judges needs the small runtime of ONNX and not the large libraries that models are trained with. */
class WithoutLibtorchTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final DeepNovelty METHOD =
            new DeepNovelty(WindowNetwork.DENSE_AUTOENCODER, new DeepSettings(1, 1, 1e-2, 200));

    private static List<Window> windows(Instant from, Duration span) {
        return new SyntheticMachines(3).normal(new AssetId("S-1"), from, span);
    }

    @Test
    void a_model_is_read_and_judges_as_it_does_with_libtorch(@TempDir Path folder)
            throws IOException, InterruptedException {
        WindowSet learned = new WindowSet("one synthetic machine", windows(BEGIN, Duration.ofHours(1)));
        NoveltyFormat format = new NoveltyFormat(METHOD);
        format.save(
                new NoveltyTrainer(METHOD, NoveltySettings.defaults(), InstantSource.fixed(Instant.EPOCH))
                        .train(learned, 1),
                folder);
        assertThat(judgedElsewhere(folder)).contains(Judge.verdicts(folder));
    }

    private static String judgedElsewhere(Path model) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("bytedeco"))
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path output = model.resolve("output.txt");
        ProcessBuilder judging =
                new ProcessBuilder(java.toString(), "-Xmx256m", Judge.class.getName(), model.toString());
        judging.environment().put("CLASSPATH", classPath); // ONNX Runtime 1.29 crashes on a very long command line
        Process process = judging.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    /** A program that only judges. */
    static final class Judge {
        private Judge() {}

        public static void main(String[] arguments) throws IOException {
            if (ClassLoader.getSystemResource("org/bytedeco/javacpp/Pointer.class") != null) {
                throw new IllegalStateException("libtorch's classes are here: this process shows nothing");
            }
            System.out.println(verdicts(Path.of(arguments[0])));
        }

        static String verdicts(Path model) throws IOException {
            return new NoveltyFormat(METHOD)
                    .load(model)
                    .judge(windows(BEGIN, Duration.ofMinutes(3)))
                    .toString();
        }
    }
}

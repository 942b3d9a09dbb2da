package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What happens to a fit when its program is told to end. */
class ShutdownTest {
    private static final int TERMINATED = 128 + 15; // by SIGTERM, and not by a crash on the way out

    @Test
    void a_program_told_to_end_while_it_fits_ends_without_a_crash() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessFit.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            while (!"fitting".equals(output.readLine())) {
                assertThat(process.isAlive()).isTrue();
            }
            process.toHandle().destroy(); // unlike Process.destroy it leaves the output open
            String rest = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor()).as(rest).isEqualTo(TERMINATED);
            assertThat(rest).doesNotContain("fatal error");
        }
    }

    /** A program that would never end by itself. */
    static final class EndlessFit {
        private EndlessFit() {}

        public static void main(String[] arguments) {
            float[] values = NetworkTest.random(1, 64 * 200);
            Examples examples = new Examples(values, values, 64);
            Network network = Network.create(NetworkSpecTest.dense(200, 100), 1);
            Fit.run(network, examples, examples, new FitSettings(1, 8, 1e-3, 1, 1), 1);
            System.out.println("fitting");
            int forever = Integer.MAX_VALUE;
            Fit.run(network, examples, examples, new FitSettings(forever, 8, 1e-3, forever, 1), 1);
        }
    }
}

package org.industrialmind.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** scikit-learn, in a Python of its own that reads the rows from a file and takes the times itself. */
final class ScikitLearners implements LearnerProgram {
    private static final String PYTHON = "/usr/bin/python3";

    private final Path script;

    /** @param script learners.py, which lies in this module's src/main/python */
    ScikitLearners(Path script) {
        this.script = script;
    }

    /** Returns whether there is a scikit-learn to compare with. */
    static boolean present() {
        return Files.isExecutable(Path.of(PYTHON)) && run(1, PYTHON, "-c", "import sklearn").code == 0;
    }

    @Override
    public String name() {
        return "sklearn";
    }

    @Override
    public Optional<Measured> measure(LearnerTask task, LearnerTable table, int threads, double seconds) {
        Said said;
        try {
            Path file = Files.createTempFile("learners", ".bin");
            try {
                table.write(file);
                said = run(
                        threads,
                        PYTHON,
                        script.toString(),
                        file.toString(),
                        task.key(),
                        String.valueOf(threads),
                        String.valueOf(seconds));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] numbers = said.text.strip().split(" ");
        if (said.code != 0 || numbers.length != 5) {
            throw new IllegalStateException(script + " ended with " + said.code + " and said: " + said.text);
        }
        return Optional.of(new Measured(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]),
                Double.parseDouble(numbers[4])));
    }

    private record Said(int code, String text) {}

    private static Said run(int threads, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
            builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command[0] + " was learning", e);
        }
    }
}

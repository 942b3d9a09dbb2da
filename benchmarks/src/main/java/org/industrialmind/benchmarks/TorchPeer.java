package org.industrialmind.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.industrialmind.torch.nn.StateDict;

/** PyTorch, in a Python of its own that takes the times itself. */
final class TorchPeer {
    private static final String PYTHON = "/usr/bin/python3";

    private final Path script;

    private TorchPeer(Path script) {
        this.script = script;
    }

    /**
     * Returns the peer, if Debian's PyTorch is there.
     *
     * @param script networks.py, which lies in this module's src/main/python
     */
    static Optional<TorchPeer> find(Path script) {
        boolean there = Files.isExecutable(Path.of(PYTHON)) && run(PYTHON, "-c", "import torch").code == 0;
        return there ? Optional.of(new TorchPeer(script)) : Optional.empty();
    }

    /** Trains the task from those parameters for so many seconds. */
    NetworkBenchmark.Taken measure(NetworkTask task, StateDict parameters, double seconds) {
        Said said;
        try {
            Path file = Files.createTempFile("networks", ".safetensors");
            try {
                task.write(file, parameters);
                said = run(
                        PYTHON,
                        script.toString(),
                        file.toString(),
                        task.key(),
                        String.valueOf(task.batch()),
                        String.valueOf(seconds));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] numbers = said.text.strip().split(" ");
        if (said.code != 0 || numbers.length != 3) {
            throw new IllegalStateException(script + " ended with " + said.code + " and said: " + said.text);
        }
        return new NetworkBenchmark.Taken(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }

    private record Said(int code, String text) {}

    private static Said run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("OMP_NUM_THREADS", "1"); // on more, its two pools spin against each other
            builder.environment().put("OPENBLAS_NUM_THREADS", "1");
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

package org.industrialmind.torch.nn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures whether training gives its native memory back: trains a dense autoencoder for 20,000 steps and prints the
 * resident memory every thousand, and the slope of a line through the second half.
 *
 * <p>Without scopes the slope is about 226,000 KB a thousand steps; with them it should be near zero.
 */
final class TrainingMemoryBenchmark {
    private static final int SIZE = 170; // 10 rows of 17 channels: the dense autoencoder of a pump
    private static final int BATCH = 64;

    private TrainingMemoryBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int thousands = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Examples examples = examples(BATCH * 10);
        List<Double> resident = new ArrayList<>();
        try (Network network = Network.create(NetworkSpecTest.dense(SIZE, 32), 1)) {
            long start = System.nanoTime();
            for (int thousand = 1; thousand <= thousands; thousand++) {
                train(network, examples, 1000);
                resident.add((double) residentKilobytes());
                System.out.printf(
                        "steps=%d resident_kb=%.0f seconds=%.1f%n",
                        thousand * 1000, resident.getLast(), (System.nanoTime() - start) / 1e9);
            }
        }
        System.out.printf("slope_kb_per_1000_steps=%.1f%n", slope(resident.subList(thousands / 2, thousands)));
    }

    /** Returns by how much resident memory grew over the steps that follow a warm-up, in KB. */
    static long grownKilobytes(NetworkSpec spec, int warmUp, int steps) throws IOException {
        int rows = BATCH * 10;
        Examples examples = new Examples(
                NetworkTest.random(1, rows * spec.inputSize()), NetworkTest.random(2, rows * spec.outputSize()), rows);
        try (Network network = Network.create(spec, 1)) {
            train(network, examples, warmUp);
            long before = residentKilobytes();
            train(network, examples, steps);
            return residentKilobytes() - before;
        }
    }

    private static void train(Network network, Examples examples, int steps) {
        int epochs = Math.max(1, steps * BATCH / examples.rows());
        Fit.run(network, examples, examples, new FitSettings(epochs, BATCH, 1e-4, epochs, 1.0), 1);
    }

    private static Examples examples(int rows) {
        float[] values = NetworkTest.random(1, rows * SIZE);
        return new Examples(values, values, rows);
    }

    static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the least-squares slope for each unit of the index. */
    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.size(); i++) {
            above += (i - middle) * (values.get(i) - mean);
            below += (i - middle) * (i - middle);
        }
        return above / below;
    }
}

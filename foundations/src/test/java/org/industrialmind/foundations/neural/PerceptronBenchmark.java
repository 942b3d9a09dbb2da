package org.industrialmind.foundations.neural;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.optimize.Adam;

/** Says how many steps of training a second: a perceptron 784-128-10 and a small convolutional network, batches of 64. */
final class PerceptronBenchmark {
    private static final int BATCH = 64;

    private PerceptronBenchmark() {}

    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        Tensor inputs = Tensor.of(random.doubles(BATCH * 784L).toArray(), BATCH, 784);
        int[] labels = new int[BATCH];
        Arrays.setAll(labels, i -> i % 10);
        Sequential perceptron = Sequential.of(
                Dense.of(784, 128, Initialiser.HE, random),
                Activation.RELU,
                Dense.of(128, 10, Initialiser.XAVIER, random));
        report("perceptron 784-128-10", perceptron, inputs, labels, 2000);
        Sequential convolutional = Sequential.of(
                new Stateless.AsImages(1, 28, 28),
                Convolution2d.of(1, 8, 3, random),
                Activation.RELU,
                new Stateless.MaxPool2d(2, 2),
                Convolution2d.of(8, 16, 3, random),
                Activation.RELU,
                new Stateless.MaxPool2d(2, 2),
                new Stateless.Flatten(),
                Dense.of(16 * 7 * 7, 10, Initialiser.XAVIER, random));
        report("convolutional 8-16-10", convolutional, inputs, labels, 200);
        Sequential recurrent = Sequential.of(
                Lstm.of(28, 64, random), new Stateless.LastStep(), Dense.of(64, 10, Initialiser.XAVIER, random));
        report("lstm 28-64 over 28 steps", recurrent, inputs.reshaped(BATCH, 28, 28), labels, 200);
    }

    private static void report(String name, Layer network, Tensor inputs, int[] labels, int steps) {
        Loss loss = Loss.crossEntropy(network, inputs, labels);
        Training training =
                Training.defaults().withBatchSize(BATCH).withEpochs(steps).withRule(Adam.of(1e-3));
        training.fit(network, BATCH, loss, 1); // warm
        long start = System.nanoTime();
        training.fit(network, BATCH, loss, 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(Locale.ROOT, "%s: %.0f steps/s", name, steps / seconds));
    }
}

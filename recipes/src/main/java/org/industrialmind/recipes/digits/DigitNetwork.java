package org.industrialmind.recipes.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.neural.Activation;
import org.industrialmind.foundations.neural.Convolution2d;
import org.industrialmind.foundations.neural.Dense;
import org.industrialmind.foundations.neural.Epoch;
import org.industrialmind.foundations.neural.Initialiser;
import org.industrialmind.foundations.neural.Layer;
import org.industrialmind.foundations.neural.Loss;
import org.industrialmind.foundations.neural.Pass;
import org.industrialmind.foundations.neural.Schedule;
import org.industrialmind.foundations.neural.Sequential;
import org.industrialmind.foundations.neural.Stateless;
import org.industrialmind.foundations.neural.Training;
import org.industrialmind.foundations.optimize.Adam;

/** The networks that are compared, each with as much training as it needs to settle. */
enum DigitNetwork {
    /** Each digit a weighted sum of pixels: logistic regression of ten classes, as a network without a hidden layer. */
    SOFTMAX("softmax regression", 8, 8) {
        @Override
        Layer build(int height, int width, RandomGenerator random) {
            return Dense.of(height * width, DigitImages.CLASSES, Initialiser.XAVIER, random);
        }
    },
    /** A hidden layer; still blind to which pixels are neighbours. */
    PERCEPTRON("multilayer perceptron", 15, 6) {
        @Override
        Layer build(int height, int width, RandomGenerator random) {
            return Sequential.of(
                    Dense.of(height * width, HIDDEN, Initialiser.HE, random),
                    Activation.RELU,
                    Dense.of(HIDDEN, DigitImages.CLASSES, Initialiser.XAVIER, random));
        }
    },
    /** Two layers of filters, each looking for the same stroke at every place, with the largest of four places kept. */
    CONVOLUTION("convolutional network", 6, 3) {
        @Override
        Layer build(int height, int width, RandomGenerator random) {
            int left = (height / 4) * (width / 4); // after two poolings
            return Sequential.of(
                    new Stateless.AsImages(1, height, width),
                    Convolution2d.of(1, FIRST_FILTERS, FILTER_SIDE, random),
                    new Stateless.MaxPool2d(2, 2), // before the bend, which changes nothing but costs a quarter
                    Activation.RELU,
                    Convolution2d.of(FIRST_FILTERS, SECOND_FILTERS, FILTER_SIDE, random),
                    new Stateless.MaxPool2d(2, 2),
                    Activation.RELU,
                    new Stateless.Flatten(),
                    Dense.of(SECOND_FILTERS * left, DigitImages.CLASSES, Initialiser.XAVIER, random));
        }
    };

    private static final int HIDDEN = 128;
    private static final int FIRST_FILTERS = 6;
    private static final int SECOND_FILTERS = 12;
    private static final int FILTER_SIDE = 5;
    private static final int BATCH = 64;
    private static final double RATE = 2e-3;
    private static final double WARM_UP = 0.05;
    private static final int ASKED_AT_ONCE = 250;

    private final String title;
    private final int epochsOfFew;
    private final int epochsOfAll;

    /** @param epochsOfFew passes over a few thousand images, which take more of them than all do */
    DigitNetwork(String title, int epochsOfFew, int epochsOfAll) {
        this.title = title;
        this.epochsOfFew = epochsOfFew;
        this.epochsOfAll = epochsOfAll;
    }

    abstract Layer build(int height, int width, RandomGenerator random);

    String title() {
        return title;
    }

    /** Returns whether training takes minutes, so that one seed has to do. */
    boolean dear() {
        return this == CONVOLUTION;
    }

    /**
     * A trained network.
     *
     * @param probabilities of each class for each test image. Shape: [image, class]
     */
    record Trained(List<Epoch> epochs, int parameters, double seconds, double[][] probabilities) {
        int[] answers() {
            return Arrays.stream(probabilities).mapToInt(Trained::mostProbable).toArray();
        }

        private static int mostProbable(double[] shares) {
            return IntStream.range(0, shares.length).reduce(0, (best, k) -> shares[k] > shares[best] ? k : best);
        }
    }

    /** Trains on the first part, ends as it was at its best on the second, and answers the third. */
    Trained train(DigitSplit split, boolean few, long seed, Consumer<Epoch> watcher) {
        long began = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        DigitImages learned = split.learned();
        Layer network = build(learned.height(), learned.width(), random);
        // examples are numbered through: those learned from, then those judged by
        int all = learned.size() + split.judging().size();
        Loss loss = (examples, pass) -> {
            boolean judging = examples[0] >= learned.size();
            DigitImages images = judging ? split.judging() : learned;
            int[] places = Arrays.stream(examples)
                    .map(i -> judging ? i - learned.size() : i)
                    .toArray();
            return network.forward(images.tensor(places), pass)
                    .crossEntropy(Arrays.stream(places).map(images::label).toArray());
        };
        List<Epoch> epochs = Training.defaults()
                .withEpochs(few ? epochsOfFew : epochsOfAll)
                .withBatchSize(BATCH)
                .withRule(Adam.of(RATE))
                .withSchedule(new Schedule.Cosine(WARM_UP))
                .fit(
                        network,
                        IntStream.range(0, learned.size()).toArray(),
                        IntStream.range(learned.size(), all).toArray(),
                        loss,
                        random.nextLong(),
                        watcher);
        int parameters = network.parameters().stream()
                .mapToInt(each -> each.shape().size())
                .sum();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Trained(epochs, parameters, seconds, probabilities(network, split.test()));
    }

    private static double[][] probabilities(Layer network, DigitImages images) {
        List<double[]> all = new ArrayList<>();
        for (int from = 0; from < images.size(); from += ASKED_AT_ONCE) {
            int[] some = IntStream.range(from, Math.min(images.size(), from + ASKED_AT_ONCE))
                    .toArray();
            Tensor shares = network.forward(images.tensor(some), Pass.asking()).softmax();
            double[] flat = shares.values();
            for (int i = 0; i < some.length; i++) {
                all.add(Arrays.copyOfRange(flat, i * DigitImages.CLASSES, (i + 1) * DigitImages.CLASSES));
            }
        }
        return all.toArray(double[][]::new);
    }
}

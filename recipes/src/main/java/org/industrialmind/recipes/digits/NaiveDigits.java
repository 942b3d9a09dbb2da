package org.industrialmind.recipes.digits;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;

/** Answers that need little or no learning, and that a network must beat to be worth its training. */
final class NaiveDigits {
    private static final int BLOCK = 500; // images asked about at once: 40 MB of products

    private NaiveDigits() {}

    /** Always says the digit seen most often. */
    static int[] mostFrequent(DigitImages learned, DigitImages test) {
        int[] counts = new int[DigitImages.CLASSES];
        for (int label : learned.labels()) {
            counts[label]++;
        }
        int most = IntStream.range(0, counts.length).reduce(0, (best, k) -> counts[k] > counts[best] ? k : best);
        int[] answers = new int[test.size()];
        Arrays.fill(answers, most);
        return answers;
    }

    /** Says the digit whose mean image is nearest. */
    static int[] nearestMean(DigitImages learned, DigitImages test) {
        int size = learned.height() * learned.width();
        double[][] means = new double[DigitImages.CLASSES][size];
        int[] counts = new int[DigitImages.CLASSES];
        for (int i = 0; i < learned.size(); i++) {
            double[] image = learned.tensor(i).values();
            double[] mean = means[learned.label(i)];
            int count = ++counts[learned.label(i)];
            for (int p = 0; p < size; p++) {
                mean[p] += (image[p] - mean[p]) / count;
            }
        }
        int[] answers = new int[test.size()];
        Arrays.setAll(answers, i -> nearest(test.tensor(i).values(), means, counts));
        return answers;
    }

    private static int nearest(double[] image, double[][] means, int[] counts) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < means.length; k++) {
            double distance = counts[k] == 0 ? Double.POSITIVE_INFINITY : 0;
            for (int p = 0; p < image.length; p++) {
                distance += (image[p] - means[k][p]) * (image[p] - means[k][p]);
            }
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    /**
     * Says what the nearest of the images learned from shows. In 784 columns no search tree can skip an image, so all squared
     * distances |a|^2 - 2 a b + |b|^2 are taken, a block of images at a time as a matrix product; |a|^2 is the same for all b.
     */
    static int[] nearestImage(DigitImages learned, DigitImages test) {
        Matrix known = learned.matrix();
        double[] squares = IntStream.range(0, known.rows())
                .mapToDouble(b -> known.dot(b, known.row(b)))
                .toArray();
        return IntStream.range(0, Math.ceilDiv(test.size(), BLOCK))
                .parallel()
                .mapToObj(block -> test.slice(block * BLOCK, Math.min(test.size(), (block + 1) * BLOCK)))
                .flatMapToInt(asked -> {
                    Matrix products = asked.matrix().timesTransposed(known);
                    return IntStream.range(0, asked.size()).map(a -> learned.label(nearest(products.row(a), squares)));
                })
                .toArray();
    }

    private static int nearest(double[] products, double[] squares) {
        int nearest = 0;
        for (int b = 1; b < squares.length; b++) {
            if (squares[b] - 2 * products[b] < squares[nearest] - 2 * products[nearest]) {
                nearest = b;
            }
        }
        return nearest;
    }
}

package org.industrialmind.foundations.autograd;

import static org.industrialmind.foundations.autograd.GradientProof.shape;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation's gradient, proven by finite differences over seeds. */
class OperationsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void arithmetic(long seed) {
        GradientProof two = GradientProof.of(shape(2, 3), shape(2, 3)).between(0.5, 2);
        two.holds(seed, in -> in.get(0).plus(in.get(1)));
        two.holds(seed, in -> in.get(0).minus(in.get(1)));
        two.holds(seed, in -> in.get(0).times(in.get(1)));
        two.holds(seed, in -> in.get(0).dividedBy(in.get(1)));
        two.holds(seed, in -> in.get(0).times(in.get(0)).plus(in.get(0))); // one tensor used three times
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void broadcasting(long seed) {
        int[][][] pairs = {
            {{4, 3}, {3}},
            {{3}, {4, 3}},
            {{4, 3}, {4, 1}},
            {{4, 1}, {1, 3}},
            {{2, 3, 4}, {3, 1}},
            {{2, 1, 4}, {3, 1}},
            {{2, 3}, {}},
            {{}, {}},
            {{1, 3, 1}, {2, 1, 4}}
        };
        for (int[][] pair : pairs) {
            GradientProof proof = GradientProof.of(pair[0], pair[1]).between(0.5, 2);
            proof.holds(seed, in -> in.get(0).times(in.get(1)));
            proof.holds(seed, in -> in.get(0).dividedBy(in.get(1)));
            proof.holds(seed, in -> in.get(0).minus(in.get(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void curves(long seed) {
        GradientProof any = GradientProof.of(shape(7));
        any.holds(seed, in -> in.get(0).tanh());
        any.holds(seed, in -> in.get(0).sigmoid());
        any.holds(seed, in -> in.get(0).exp());
        any.holds(seed, in -> in.get(0).gelu());
        any.holds(seed, in -> in.get(0).softplus());
        any.holds(seed, in -> in.get(0).relu()); // a draw hits the corner with probability 0
        any.holds(seed, in -> in.get(0).squared().plus(3).times(-2).negated());
        GradientProof positive = GradientProof.of(shape(7)).between(0.2, 3);
        positive.holds(seed, in -> in.get(0).log());
        positive.holds(seed, in -> in.get(0).power(0.5));
        positive.holds(seed, in -> in.get(0).power(-1.7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sums_and_maxima(long seed) {
        GradientProof proof = GradientProof.of(shape(2, 3, 4));
        proof.holds(seed, in -> in.get(0).sum());
        proof.holds(seed, in -> in.get(0).squared().mean());
        for (int axis = -3; axis < 3; axis++) {
            int along = axis;
            proof.holds(seed, in -> in.get(0).squared().sum(along));
            proof.holds(seed, in -> in.get(0).squared().mean(along));
            proof.holds(seed, in -> in.get(0).max(along));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void softmax_and_cross_entropy(long seed) {
        GradientProof proof = GradientProof.of(shape(3, 4));
        proof.holds(seed, in -> in.get(0).softmax());
        proof.holds(seed, in -> in.get(0).logSoftmax());
        proof.holds(seed, in -> in.get(0).crossEntropy(new int[] {0, 3, 1}));
        proof.holds(seed, in -> in.get(0).crossEntropy(new int[] {2, 2, 1}, new double[] {1, 0.5, 3}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void products_of_matrices(long seed) {
        GradientProof.of(shape(2, 3), shape(3, 4)).holds(seed, in -> in.get(0).matrixTimes(in.get(1)));
        GradientProof.of(shape(2, 5, 3), shape(3, 4))
                .holds(seed, in -> in.get(0).matrixTimes(in.get(1)));
        GradientProof.of(shape(2, 5, 3), shape(2, 3, 4))
                .holds(seed, in -> in.get(0).matrixTimes(in.get(1)));
        GradientProof.of(shape(2, 2, 2, 3), shape(2, 2, 3, 2))
                .holds(seed, in -> in.get(0).matrixTimes(in.get(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void convolutions(long seed) {
        for (int stride = 1; stride <= 3; stride++) {
            for (int padding = 0; padding <= 2; padding++) {
                int s = stride;
                int p = padding;
                GradientProof.of(shape(2, 2, 7), shape(3, 2, 3))
                        .holds(seed, in -> in.get(0).convolve1d(in.get(1), s, p));
                GradientProof.of(shape(2, 2, 5, 4), shape(3, 2, 3, 2))
                        .holds(seed, in -> in.get(0).convolve2d(in.get(1), s, p));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void poolings(long seed) {
        GradientProof images = GradientProof.of(shape(2, 2, 5, 6));
        images.holds(seed, in -> in.get(0).maxPool2d(2, 2));
        images.holds(seed, in -> in.get(0).maxPool2d(3, 1));
        images.holds(seed, in -> in.get(0).averagePool2d(2, 2));
        images.holds(seed, in -> in.get(0).averagePool2d(3, 1));
        GradientProof sequences = GradientProof.of(shape(2, 3, 7));
        sequences.holds(seed, in -> in.get(0).maxPool1d(3, 2));
        sequences.holds(seed, in -> in.get(0).averagePool1d(2, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void standardisations(long seed) {
        GradientProof.of(shape(3, 5)).holds(seed, in -> in.get(0).standardisedRows(1e-5));
        GradientProof.of(shape(6, 3))
                .holds(seed, in -> in.get(0).standardisedChannels(1e-5).output());
        GradientProof.of(shape(3, 2, 2, 2))
                .holds(seed, in -> in.get(0).standardisedChannels(1e-5).output());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void places(long seed) {
        GradientProof proof = GradientProof.of(shape(2, 3, 4), shape(2, 1, 4));
        proof.holds(seed, in -> in.get(0).squared().reshaped(4, -1));
        proof.holds(seed, in -> in.get(0).squared().permuted(2, 0, 1));
        proof.holds(seed, in -> in.get(0).squared().transposed());
        proof.holds(seed, in -> in.get(0).slice(1, 1, 3).squared());
        proof.holds(seed, in -> in.get(0).slice(-1, 0, 2).squared());
        proof.holds(seed, in -> in.get(0).at(1, 2).squared());
        proof.holds(seed, in -> in.get(0).rows(1, 0, 1, 1).squared());
        proof.holds(
                seed,
                in -> Tensor.joined(1, List.of(in.get(1), in.get(0), in.get(1))).squared());
        proof.holds(seed, in -> Tensor.stacked(0, List.of(in.get(0), in.get(0).squared())));
        proof.holds(seed, in -> Tensor.stacked(-1, List.of(in.get(0), in.get(0).squared())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dropout(long seed) {
        GradientProof.of(shape(20)).holds(seed, in -> in.get(0).squared().dropout(0.4, new SplittableRandom(seed)));
    }
}

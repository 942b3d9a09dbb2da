package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesNoveltyTest {
    private static final long SEED = 3;
    private static final int CHANNELS = 4;
    private static final int CONSTANT = 3;

    static Stream<Arguments> methodsAndLengths() {
        List<NoveltyMethod> methods = List.of(
                Pca.defaults(),
                DynamicPca.defaults(),
                LinearForecast.defaults(),
                RobustDistance.defaults(),
                Aakr.defaults(),
                PatchMemory.defaults(),
                StretchProfile.defaults(),
                IsolationTrees.defaults());
        return methods.stream().flatMap(method -> Stream.of(1, 2, 16).map(length -> Arguments.of(method, length)));
    }

    /** Returns three channels that share an influence, in units of their own, and one that never changes. */
    private static Matrix normal(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows * CHANNELS];
        for (int t = 0; t < rows; t++) {
            double shared = random.nextGaussian();
            values[t * CHANNELS] = 100 + 5 * (shared + random.nextGaussian());
            values[t * CHANNELS + 1] = -3 + 0.01 * (shared + random.nextGaussian());
            values[t * CHANNELS + 2] = 7 - shared + random.nextGaussian();
            values[t * CHANNELS + CONSTANT] = 24;
        }
        return Matrix.of(rows, CHANNELS, values);
    }

    @ParameterizedTest(name = "{0} of windows of {1} rows")
    @MethodSource("methodsAndLengths")
    void scores_a_fault_above_nearly_all_that_is_normal(NoveltyMethod method, int length) {
        SeriesNovelty known = SeriesNovelty.learn(method, normal(1500, 1), length, SEED);
        double[] values = normal(600, 2).toArray();
        for (int t = 500; t < 600; t++) {
            values[t * CHANNELS + 1] += 0.2; // 14 sigma
        }
        Matrix series = Matrix.of(600, CHANNELS, values);
        double[] scores = known.scores(series);
        assertThat(scores).hasSize(600);
        assertThat(Arrays.stream(scores, 0, length - 1)).allMatch(score -> score == 0);
        double[] usual = Arrays.stream(scores, length - 1, 500).sorted().toArray();
        double[] faulty = Arrays.stream(scores, 500 + length, 600).sorted().toArray();
        assertThat(faulty[0]).isGreaterThan(usual[usual.length * 99 / 100]);
        Evidence evidence = known.evidence(series, 560);
        for (int c = 0; c < CHANNELS; c++) {
            assertThat(evidence.share(1)).isGreaterThanOrEqualTo(evidence.share(c));
        }
        assertThat(known.scores(series)).isEqualTo(scores);
    }

    @Test
    void holds_the_last_value_over_a_gap() {
        SeriesNovelty known = SeriesNovelty.learn(Pca.defaults(), normal(500, 1), 5, SEED);
        double[] values = normal(50, 2).toArray();
        for (int t = 20; t < 30; t++) {
            values[t * CHANNELS] = Double.NaN;
        }
        double[] held = values.clone();
        for (int t = 20; t < 30; t++) {
            held[t * CHANNELS] = values[19 * CHANNELS];
        }
        assertThat(known.scores(Matrix.of(50, CHANNELS, values)))
                .containsExactly(known.scores(Matrix.of(50, CHANNELS, held)));
    }

    @Test
    void refuses_series_that_do_not_fit() {
        assertThatThrownBy(() -> SeriesNovelty.learn(Pca.defaults(), normal(5, 1), 6, SEED))
                .hasMessageContaining("5 rows to learn windows of 6");
        SeriesNovelty known = SeriesNovelty.learn(Pca.defaults(), normal(500, 1), 5, SEED);
        assertThatThrownBy(() -> known.scores(Matrix.of(9, 2, new double[18])))
                .hasMessageContaining("2 channels: expected the 4");
        assertThatThrownBy(() -> known.evidence(normal(20, 2), 3)).isInstanceOf(IllegalArgumentException.class);
    }
}

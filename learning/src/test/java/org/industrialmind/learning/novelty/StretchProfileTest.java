package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.series.MatrixProfile;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchProfileTest extends NoveltyContract {
    private static final int M = StretchProfile.POINTS;

    @Override
    protected NoveltyMethod method() {
        return StretchProfile.defaults();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void gives_the_distance_of_shapes_that_the_matrix_profile_gives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] series = new float[300];
        for (int t = 1; t < series.length; t++) {
            series[t] = (float) (0.9 * series[t - 1] + random.nextGaussian());
        }
        List<StandardWindow> remembered = IntStream.rangeClosed(0, series.length - M)
                .mapToObj(from -> StandardWindow.of(1, series, from, M))
                .toList();
        float[] query = new float[M];
        for (int t = 0; t < M; t++) {
            query[t] = (float) random.nextGaussian();
        }
        StretchMemory.Distance distance =
                StretchMemory.of(remembered, 0).distance(StandardWindow.of(1, query, 0, M), 0);
        double[] all = MatrixProfile.distances(doubles(query), doubles(series));
        assertThat(distance.shape() * Math.sqrt(M))
                .isCloseTo(Arrays.stream(all).min().orElseThrow(), within(1e-4)); // products of 32-bit floats
        double least = Double.POSITIVE_INFINITY;
        for (int from = 0; from + M <= series.length; from++) {
            double sum = 0;
            for (int t = 0; t < M; t++) {
                sum += Math.pow(query[t] - series[from + t], 2);
            }
            least = Math.min(least, Math.sqrt(sum / M));
        }
        assertThat(distance.difference()).isCloseTo(least, within(1e-4));
    }

    @Test
    void finds_no_shape_in_a_course_of_equal_values() {
        StandardWindow flat = StandardWindow.of(1, new float[M], 0, M);
        float[] wave = new float[M];
        for (int t = 0; t < M; t++) {
            wave[t] = (float) Math.sin(t);
        }
        StretchMemory memory = StretchMemory.of(List.of(StandardWindow.of(1, wave, 0, M)), 0);
        assertThat(memory.distance(flat, 0).shape()).isEqualTo(1);
        assertThat(StretchMemory.of(List.of(flat), 0).distance(flat, 0)).isEqualTo(new StretchMemory.Distance(0, 0));
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}

package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
    private static final int SIZE = 8;

    /** Examples on a plane through the origin: two hidden numbers say all eight. */
    private static Examples plane(long seed, int rows) {
        Random random = new Random(seed);
        float[] values = new float[rows * SIZE];
        for (int r = 0; r < rows; r++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            for (int i = 0; i < SIZE; i++) {
                values[r * SIZE + i] = (float) (a * Math.cos(i) + b * Math.sin(i));
            }
        }
        return new Examples(values, values, rows);
    }

    private static FitSettings quick(int epochs) {
        return new FitSettings(epochs, 32, 3e-3, 5, 1.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void learns_what_can_be_learned(long seed) {
        try (Network network = Network.create(NetworkSpecTest.dense(SIZE, 6), seed)) {
            Fit.Report report = Fit.run(network, plane(seed, 600), plane(seed + 10, 100), quick(60), seed);
            assertThat(report.heldOutLoss()).isLessThan(0.05); // the examples' own variance is 1
            assertThat(report.steps()).isEqualTo(report.epochs() * 19);
        }
    }

    @Test
    void the_same_seed_gives_the_same_parameters() {
        assertThat(fitted(4)).isEqualTo(fitted(4)).isNotEqualTo(fitted(5));
    }

    private static StateDict fitted(long seed) {
        try (Network network = Network.create(NetworkSpecTest.dense(SIZE, 3), seed)) {
            Fit.run(network, plane(1, 200), plane(2, 50), quick(3), seed);
            return network.state();
        }
    }

    @Test
    void stops_when_the_held_out_examples_no_longer_gain() {
        float[] noise = NetworkTest.random(9, 40 * SIZE);
        float[] other = NetworkTest.random(10, 40 * SIZE);
        try (Network network = Network.create(NetworkSpecTest.dense(SIZE, 8), 1)) {
            Examples training = new Examples(noise, NetworkTest.random(11, 40 * SIZE), 40);
            Examples heldOut = new Examples(other, NetworkTest.random(12, 40 * SIZE), 40);
            Fit.Report report = Fit.run(network, training, heldOut, quick(10_000), 1);
            assertThat(report.epochs()).isLessThan(10_000);
        }
    }

    @Test
    void refuses_examples_that_do_not_fit_or_do_not_end() {
        try (Network network = Network.create(NetworkSpecTest.dense(SIZE, 3), 1)) {
            Examples narrow = new Examples(new float[6], new float[6], 2);
            assertThatThrownBy(() -> Fit.run(network, narrow, narrow, quick(1), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expects 8");
            float[] broken = new float[SIZE];
            broken[3] = Float.NaN;
            Examples nan = new Examples(broken, broken, 1);
            assertThatThrownBy(() -> Fit.run(network, nan, nan, quick(1), 1)).hasMessageContaining("loss is NaN");
        }
    }

    @Test
    void three_thousand_steps_leave_the_memory_as_it_was() throws IOException {
        assertThat(TrainingMemoryBenchmark.grownKilobytes(500, 3_000)).isLessThan(40 * 1024);
    }
}

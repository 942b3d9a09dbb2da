package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        assertThat(TrainingMemoryBenchmark.grownKilobytes(NetworkSpecTest.dense(170, 32), 500, 3_000))
                .isLessThan(40 * 1024);
    }

    static Stream<NetworkSpec> withManyTensorsAStep() {
        return Stream.of(SomeNetworks.lstm(), SomeNetworks.temporal(), SomeNetworks.twoStage());
    }

    /** Each step makes a megabyte or more of tensors: two hundred that were not given back would show. */
    @ParameterizedTest
    @MethodSource("withManyTensorsAStep")
    void steps_of_larger_networks_give_back_what_they_take(NetworkSpec spec) throws IOException {
        assertThat(TrainingMemoryBenchmark.grownKilobytes(spec, 60, 200)).isLessThan(40 * 1024);
    }

    private static FitSettings everything() {
        return new FitSettings(6, 32, 3e-3, 6, 0.5)
                .withWeightDecay(0.05)
                .withSchedule(new Schedule.OneCycle(0.3))
                .withLoss(new Loss.Huber(0.7));
    }

    private static NetworkSpec withDropout() {
        return new NetworkSpec(
                List.of(SIZE),
                List.of(
                        new LayerSpec.Dense(SIZE, 16),
                        new LayerSpec.Activation(LayerSpec.Activation.Function.GELU),
                        new LayerSpec.Dropout(0.3),
                        new LayerSpec.Dense(16, SIZE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6})
    void a_fit_that_was_interrupted_ends_as_if_it_had_not_been(int after, @TempDir Path folder) {
        Examples training = plane(1, 210);
        Examples heldOut = plane(2, 50);
        try (Network whole = Network.create(withDropout(), 1);
                Network first = Network.create(withDropout(), 1);
                Network second = Network.create(withDropout(), 99)) {
            Fit.Report expected = Fit.of(whole, everything(), 3).run(training, heldOut);
            Fit interrupted = Fit.of(first, everything(), 3).notedIn(Logbook.in(folder, entry -> {
                if (entry.epoch().number() == after) {
                    throw new CancellationException("the power failed");
                }
            }));
            assertThatThrownBy(() -> interrupted.run(training, heldOut)).hasMessage("the power failed");

            Logbook logbook = Logbook.in(folder, entry -> {});
            Fit.Report resumed =
                    Fit.of(second, everything(), 3).notedIn(logbook).run(training, heldOut);
            assertThat(second.state()).isEqualTo(whole.state());
            assertThat(resumed).isEqualTo(expected);
            assertThat(resumed.curve().epochs()).hasSize(6);
        }
    }

    @Test
    void another_fit_in_the_same_folder_begins_anew(@TempDir Path folder) {
        Examples examples = plane(1, 64);
        Examples others = plane(2, 64);
        try (Network network = Network.create(withDropout(), 1)) {
            StateDict begin = network.state();
            Logbook logbook = Logbook.in(folder, entry -> {});
            Fit.of(network, quick(2), 3).notedIn(logbook).run(examples, examples);
            network.load(begin);
            Fit.Report alone = Fit.of(network, quick(2), 3).run(others, others);
            network.load(begin);
            Fit.Report beside = Fit.of(network, quick(2), 3).notedIn(logbook).run(others, others);
            assertThat(beside).isEqualTo(alone);
            assertThat(Fit.of(network, quick(2), 4).notedIn(logbook).run(others, others))
                    .isNotEqualTo(alone); // another seed, and it goes on from fitted parameters
        }
    }

    @Test
    void a_fit_ends_when_whoever_waits_for_it_is_interrupted() throws InterruptedException {
        Examples examples = plane(1, 64);
        int forever = Integer.MAX_VALUE;
        FitSettings endless = new FitSettings(forever, 32, 1e-3, forever, 1);
        try (Network network = Network.create(withDropout(), 1)) {
            BlockingQueue<Integer> epochs = new LinkedBlockingQueue<>();
            BlockingQueue<Throwable> ended = new LinkedBlockingQueue<>();
            Logbook logbook = Logbook.toldTo(entry -> epochs.add(entry.epoch().number()));
            Thread waiting = Thread.ofPlatform().start(() -> {
                try {
                    Fit.of(network, endless, 1).notedIn(logbook).run(examples, examples);
                } catch (CancellationException expected) {
                    ended.add(expected);
                }
            });
            assertThat(epochs.take()).isEqualTo(1);
            waiting.interrupt();
            assertThat(ended.take()).isInstanceOf(CancellationException.class);
            network.state(); // the engine is free again: it would wait for ever otherwise
        }
    }

    @Test
    void a_network_gives_its_memory_back_though_its_owner_is_interrupted() {
        Network network = Network.create(withDropout(), 1);
        Thread.currentThread().interrupt();
        network.close();
        assertThat(Thread.interrupted()).isTrue(); // and clears the flag for the tests that follow
        assertThat(network.parameters().values().isNull()).isTrue();
    }

    /** The same examples, one by one. */
    private record OneByOne(Examples examples) implements ExampleSource {
        @Override
        public int rows() {
            return examples.rows();
        }

        @Override
        public int inputSize() {
            return examples.inputSize();
        }

        @Override
        public int targetSize() {
            return examples.targetSize();
        }

        @Override
        public void read(int row, float[] inputs, int inputFrom, float[] targets, int targetFrom) {
            examples.read(row, inputs, inputFrom, targets, targetFrom);
        }
    }

    @Test
    void examples_made_when_asked_for_give_the_same_fit() {
        try (Network resident = Network.create(withDropout(), 1);
                Network prefetched = Network.create(withDropout(), 1)) {
            Examples training = plane(1, 210);
            Fit.run(resident, training, training, everything(), 3);
            Fit.run(prefetched, new OneByOne(training), new OneByOne(training), everything(), 3);
            assertThat(prefetched.state()).isEqualTo(resident.state());
        }
    }

    @Test
    void an_example_that_cannot_be_made_ends_the_fit_with_its_own_error() {
        ExampleSource broken = new ExampleSource() {
            @Override
            public int rows() {
                return 100;
            }

            @Override
            public int inputSize() {
                return SIZE;
            }

            @Override
            public int targetSize() {
                return SIZE;
            }

            @Override
            public void read(int row, float[] inputs, int inputFrom, float[] targets, int targetFrom) {
                throw new IllegalStateException("row " + row + " is gone");
            }
        };
        try (Network network = Network.create(withDropout(), 1)) {
            assertThatThrownBy(() -> Fit.run(network, broken, broken, quick(1), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is gone");
        }
    }

    @Test
    void weight_decay_pulls_weights_and_leaves_biases() {
        Examples nothing = new Examples(new float[SIZE], new float[SIZE], 1);
        try (Network network =
                Network.create(new NetworkSpec(List.of(SIZE), List.of(new LayerSpec.Dense(SIZE, SIZE))), 1)) {
            float before = network.state().get("0.weight").floats()[0];
            Fit.run(network, nothing, nothing, new FitSettings(1, 1, 0.1, 1, 1).withWeightDecay(0.5), 1);
            // an input of zeros gives the weight no gradient
            assertThat(network.state().get("0.weight").floats()[0]).isEqualTo(before * 0.95f, within(1e-6f));
        }
    }
}

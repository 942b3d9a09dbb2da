package org.industrialmind.foundations.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.optimize.Adam;
import org.industrialmind.foundations.optimize.GradientDescent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void learns_that_one_or_the_other_is_not_both(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor inputs = Tensor.of(new double[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
        int[] labels = {0, 1, 1, 0};
        Sequential network = Sequential.of(
                Dense.of(2, 8, Initialiser.XAVIER, random),
                Activation.TANH,
                Dense.of(8, 2, Initialiser.XAVIER, random));
        List<Epoch> epochs = Training.defaults()
                .withEpochs(300)
                .withBatchSize(4)
                .withRule(Adam.of(0.03))
                .fit(network, 4, Loss.crossEntropy(network, inputs, labels), seed);
        assertThat(epochs.getLast().loss()).isLessThan(0.02);
        assertThat(predicted(network, inputs)).containsExactly(labels);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void learns_two_spirals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 300;
        double[] points = new double[2 * size];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            double turn = 2 * Math.PI * 1.25 * random.nextDouble(0.1, 1); // one turn and a quarter
            labels[i] = i % 2;
            points[2 * i] = turn / 8 * Math.cos(turn + Math.PI * labels[i]) + 0.02 * random.nextGaussian();
            points[2 * i + 1] = turn / 8 * Math.sin(turn + Math.PI * labels[i]) + 0.02 * random.nextGaussian();
        }
        Tensor inputs = Tensor.of(points, size, 2);
        Sequential network = Sequential.of(
                Dense.of(2, 24, Initialiser.HE, random),
                Activation.RELU,
                Dense.of(24, 24, Initialiser.HE, random),
                Activation.RELU,
                Dense.of(24, 2, Initialiser.XAVIER, random));
        int[] train = IntStream.range(0, 200).toArray();
        Training.defaults()
                .withEpochs(120)
                .withBatchSize(25)
                .withRule(Adam.withDecay(0.01, 1e-4))
                .withSchedule(new Schedule.Cosine(0.05))
                .fit(network, train, new int[0], Loss.crossEntropy(network, inputs, labels), seed, epoch -> {});
        int[] predicted = predicted(network, inputs);
        long right = IntStream.range(200, size)
                .filter(i -> predicted[i] == labels[i])
                .count();
        assertThat(right).isGreaterThanOrEqualTo(95); // of 100 never seen
    }

    private static int[] predicted(Layer network, Tensor inputs) {
        Tensor scores = network.forward(inputs, Pass.asking());
        return IntStream.range(0, inputs.length(0))
                .map(i -> {
                    double[] row = scores.at(0, i).values();
                    return row[0] >= row[1] ? 0 : 1;
                })
                .toArray();
    }

    /** A model of one number, and a loss whose minimum for the examples seen is not that for those held out. */
    private static final class Number implements Model {
        private final Tensor x = Tensor.parameter(new double[] {0}, 1);

        @Override
        public Map<String, Tensor> state() {
            return Map.of("x", x);
        }

        Loss towards(double[] targets) {
            return (examples, pass) -> x.minus(Tensor.of(
                            Arrays.stream(examples).mapToDouble(i -> targets[i]).toArray(), examples.length))
                    .squared()
                    .mean();
        }
    }

    @Test
    void stops_when_held_out_examples_get_worse_and_returns_to_the_best() {
        Number number = new Number();
        List<Epoch> watched = new ArrayList<>();
        List<Epoch> epochs = Training.defaults()
                .withRule(GradientDescent.plain(0.05)) // x: 0, 1, 1.9, 2.71, 3.44, ... towards 10
                .withEarlyStopping(0, 3)
                .fit(number, new int[] {0}, new int[] {1}, number.towards(new double[] {10, 3}), 1, watched::add);
        assertThat(number.x.values()[0]).isCloseTo(2.71, within(1e-12));
        assertThat(epochs).hasSize(6).isEqualTo(watched);
        assertThat(epochs.get(2).heldOutLoss().orElseThrow()).isCloseTo(0.29 * 0.29, within(1e-12));
    }

    @Test
    void a_share_is_held_out_by_chance() {
        Number number = new Number();
        List<Epoch> epochs = Training.defaults()
                .withEarlyStopping(0.5, 2)
                .withEpochs(4)
                .fit(number, 4, number.towards(new double[] {1, 1, 1, 1}), 1);
        assertThat(epochs).allMatch(epoch -> epoch.heldOutLoss().isPresent());
    }

    @Test
    void a_long_gradient_is_shortened() {
        Number number = new Number();
        Training.defaults()
                .withEpochs(1)
                .withRule(GradientDescent.plain(0.5))
                .withGradientLimit(0.1)
                .fit(number, 1, number.towards(new double[] {1000}), 1);
        assertThat(number.x.values()[0]).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void a_schedule_begins_and_ends_as_it_says() {
        assertThat(new Schedule.Constant().factor(0.7)).isEqualTo(1);
        Schedule cosine = new Schedule.Cosine(0.1);
        assertThat(cosine.factor(0)).isEqualTo(0.01);
        assertThat(cosine.factor(0.05)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(0.1)).isEqualTo(1);
        assertThat(cosine.factor(0.55)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(0.9999)).isLessThan(1e-6);
        assertThat(new Schedule.Stairs(0.4, 0.1).factor(0.85)).isCloseTo(0.01, within(1e-12));
        assertThatThrownBy(() -> new Schedule.Stairs(0, 0.1)).hasMessageContaining("share");
    }

    @Test
    void a_training_that_diverges_says_so() {
        Number number = new Number();
        Training wild = Training.defaults().withEpochs(10_000).withRule(GradientDescent.plain(10));
        assertThatThrownBy(() -> wild.fit(number, 1, number.towards(new double[] {1}), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lower the rate");
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        Training training = Training.defaults();
        Number number = new Number();
        assertThatThrownBy(() -> training.withEpochs(0)).hasMessageContaining("epochs");
        assertThatThrownBy(() -> training.withGradientLimit(0)).hasMessageContaining("gradientLimit");
        assertThatThrownBy(() -> training.withEarlyStopping(1, 1)).hasMessageContaining("heldOutShare");
        assertThatThrownBy(() -> training.fit(number, 0, number.towards(new double[0]), 1))
                .hasMessageContaining("no examples");
    }
}

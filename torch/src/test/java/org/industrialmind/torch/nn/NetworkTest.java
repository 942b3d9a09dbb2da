package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    static Stream<NetworkSpec> layers() {
        return SomeNetworks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void libtorch_gives_the_shape_that_the_record_says(NetworkSpec spec) {
        try (Network network = Network.create(spec, 1)) {
            List<Long> shape = Engine.shared().call(0, () -> {
                try (TorchScope scope = TorchScope.inference()) {
                    float[] values = new float[2 * spec.inputSize()];
                    Tensor output = network.forward(Network.toTensor(values, 2, spec.inputShape()), false);
                    return Arrays.stream(output.shape()).boxed().toList();
                }
            });
            assertThat(shape.getFirst()).isEqualTo(2);
            assertThat(shape.subList(1, shape.size()).stream().map(Long::intValue))
                    .containsExactlyElementsOf(spec.outputShape());
        }
    }

    @Test
    void the_same_seed_gives_the_same_network() {
        try (Network one = Network.create(NetworkSpecTest.dense(6, 3), 5);
                Network same = Network.create(NetworkSpecTest.dense(6, 3), 5);
                Network other = Network.create(NetworkSpecTest.dense(6, 3), 6)) {
            assertThat(one.state()).isEqualTo(same.state()).isNotEqualTo(other.state());
        }
    }

    @Test
    void loads_the_parameters_of_another() {
        try (Network one = Network.create(NetworkSpecTest.dense(6, 3), 5);
                Network other = Network.create(NetworkSpecTest.dense(6, 3), 6)) {
            other.load(one.state());
            float[] example = {1, -2, 3, -4, 5, -6};
            assertThat(other.forward(example)).containsExactly(one.forward(example));
        }
    }

    @Test
    void refuses_parameters_of_another_shape() {
        try (Network one = Network.create(NetworkSpecTest.dense(6, 3), 5);
                Network other = Network.create(NetworkSpecTest.dense(6, 4), 5)) {
            assertThatThrownBy(() -> other.load(one.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("0.weight")
                    .hasMessageContaining("[4, 6]");
            assertThatThrownBy(() -> other.forward(new float[7])).hasMessageContaining("multiple of 6");
        }
    }

    @Test
    void works_when_called_from_a_virtual_thread() throws InterruptedException {
        try (Network network = Network.create(NetworkSpecTest.dense(6, 3), 5)) {
            float[] example = {1, -2, 3, -4, 5, -6};
            AtomicReference<float[]> seen = new AtomicReference<>(new float[0]);
            Thread.ofVirtual().start(() -> seen.set(network.forward(example))).join();
            assertThat(seen.get()).containsExactly(network.forward(example));
        }
    }

    /** Forward pass and gradient of a dense layer under squared error, against the sums of a textbook. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_dense_layer_agrees_with_its_readable_twin(long seed) {
        int rows = 4;
        int inputs = 6;
        int outputs = 3;
        float[] x = random(seed, rows * inputs);
        float[] y = random(seed + 100, rows * outputs);
        NetworkSpec spec = new NetworkSpec(List.of(inputs), List.of(new Dense(inputs, outputs)));
        try (Network network = Network.create(spec, seed)) {
            StateDict state = network.state();
            DenseTwin twin = new DenseTwin(
                    state.get("0.weight").floats(), state.get("0.bias").floats(), inputs, outputs);
            double[] expected = twin.forward(x, rows);
            float[] seen = network.forward(x);
            for (int i = 0; i < seen.length; i++) {
                assertThat((double) seen[i]).isCloseTo(expected[i], within(1e-5));
            }
            Map<String, float[]> gradients = gradients(network, x, y, rows);
            requireClose(Objects.requireNonNull(gradients.get("0.weight")), twin.weightGradient(x, y, rows));
            requireClose(Objects.requireNonNull(gradients.get("0.bias")), twin.biasGradient(x, y, rows));
        }
    }

    private static void requireClose(float[] seen, double[] expected) {
        assertThat(seen).hasSize(expected.length);
        for (int i = 0; i < seen.length; i++) {
            // 1e-4 relative, floored where the gradient itself is near zero
            assertThat((double) seen[i]).isCloseTo(expected[i], within(1e-4 * Math.max(Math.abs(expected[i]), 1e-2)));
        }
    }

    /** Returns the gradients of the mean squared error by parameter, of a network that was not asked before. */
    static Map<String, float[]> gradients(Network network, float[] x, float[] y, int rows) {
        return Engine.shared().call(0, () -> {
            try (TorchScope scope = TorchScope.open()) {
                Tensor input = Network.toTensor(x, rows, network.spec().inputShape());
                Tensor target = Network.toTensor(y, rows, network.spec().outputShape());
                torch.mse_loss(network.forward(input, false), target).backward();
                Parameters parameters = network.parameters();
                Map<String, float[]> gradients = new HashMap<>();
                for (ParameterSpec spec : parameters.specs()) {
                    gradients.put(
                            spec.name(),
                            Network.toArray(parameters.get(spec.name()).grad()));
                }
                return gradients;
            }
        });
    }

    /** y = W x + b and the derivatives of its mean squared error, in doubles. */
    private record DenseTwin(float[] weight, float[] bias, int inputs, int outputs) {
        double[] forward(float[] x, int rows) {
            double[] y = new double[rows * outputs];
            for (int r = 0; r < rows; r++) {
                for (int o = 0; o < outputs; o++) {
                    y[r * outputs + o] = bias[o];
                    for (int i = 0; i < inputs; i++) {
                        y[r * outputs + o] += (double) weight[o * inputs + i] * x[r * inputs + i];
                    }
                }
            }
            return y;
        }

        double[] weightGradient(float[] x, float[] target, int rows) {
            double[] error = error(x, target, rows);
            double[] gradient = new double[weight.length];
            for (int r = 0; r < rows; r++) {
                for (int o = 0; o < outputs; o++) {
                    for (int i = 0; i < inputs; i++) {
                        gradient[o * inputs + i] += error[r * outputs + o] * x[r * inputs + i];
                    }
                }
            }
            return gradient;
        }

        double[] biasGradient(float[] x, float[] target, int rows) {
            double[] error = error(x, target, rows);
            double[] gradient = new double[outputs];
            for (int i = 0; i < error.length; i++) {
                gradient[i % outputs] += error[i];
            }
            return gradient;
        }

        /** d loss / d y, where the loss is the mean over all outputs of all rows. */
        private double[] error(float[] x, float[] target, int rows) {
            double[] error = forward(x, rows);
            for (int i = 0; i < error.length; i++) {
                error[i] = 2 * (error[i] - target[i]) / error.length;
            }
            return error;
        }
    }

    static float[] random(long seed, int size) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

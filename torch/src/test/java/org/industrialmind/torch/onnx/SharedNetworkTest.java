package org.industrialmind.torch.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.SomeNetworks;
import org.industrialmind.torch.nn.StateDict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedNetworkTest {
    static List<NetworkSpec> networks() {
        return SomeNetworks.all();
    }

    /** Two networks of the same layers take turns, so that each must bring its own weights. */
    @ParameterizedTest
    @MethodSource("networks")
    void networks_of_the_same_layers_share_a_session_and_agree_with_libtorch(NetworkSpec spec) {
        try (Network one = Network.create(spec, 1);
                Network other = Network.create(spec, 2)) {
            SharedNetwork first = SharedNetwork.of(spec, one.state());
            SharedNetwork second = SharedNetwork.of(spec, other.state());
            for (int rows : new int[] {1, 14}) { // 14 rows and more: several blocks of the runtime's kernels
                float[] examples = examples(rows, rows * spec.inputSize());
                requireClose(first.forward(examples), one.forward(examples));
                requireClose(second.forward(examples), other.forward(examples));
                requireClose(first.forward(examples), one.forward(examples));
                assertThat(Arrays.copyOf(first.forward(examples), spec.outputSize()))
                        .as("the first example is answered as it is alone")
                        .containsExactly(first.forward(Arrays.copyOf(examples, spec.inputSize())));
            }
            assertThat(first.state()).isEqualTo(one.state());
        }
    }

    @Test
    void many_threads_get_the_answer_of_the_network_they_asked() throws Exception {
        NetworkSpec spec = SomeNetworks.lstm();
        List<SharedNetwork> networks = IntStream.range(0, 8)
                .mapToObj(seed -> {
                    try (Network network = Network.create(spec, seed)) {
                        return SharedNetwork.of(spec, network.state());
                    }
                })
                .toList();
        float[] examples = examples(3, spec.inputSize());
        List<float[]> expected =
                networks.stream().map(network -> network.forward(examples)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<float[]>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> threads.submit(() -> networks.get(i % 8).forward(examples)))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).containsExactly(expected.get(i % 8));
            }
        }
    }

    @Test
    void weights_of_other_layers_are_refused() {
        NetworkSpec spec = new NetworkSpec(List.of(4), List.of(new Dense(4, 3)));
        try (Network other = Network.create(new NetworkSpec(List.of(4), List.of(new Dense(4, 2))), 1)) {
            assertThatThrownBy(() -> SharedNetwork.of(spec, other.state()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("parameter 0.weight has the shape [2, 4]: the network expects [3, 4]");
        }
        assertThatThrownBy(() -> SharedNetwork.of(spec, new StateDict(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.weight");
    }

    @Test
    void an_output_that_is_no_number_is_no_answer() throws IOException {
        NetworkSpec spec = new NetworkSpec(List.of(2), List.of(new Dense(2, 3), new Dense(3, 1)));
        try (Network network = Network.create(spec, 1)) {
            Map<String, Tensor> weights = new HashMap<>(network.state().parameters());
            weights.put("0.weight", Tensor.of(new float[] {1e38f, 1e38f, 1e38f, 1e38f, 1e38f, 1e38f}, 3, 2));
            StateDict broken = new StateDict(weights);
            SharedNetwork shared = SharedNetwork.of(spec, broken);
            OnnxNetwork exported = OnnxNetwork.open(OnnxWriter.write(spec, broken), spec);
            float[] examples = {0, 0, 30, 30};
            assertThat(shared.forward(new float[] {0, 0})).hasSize(1);
            for (Function<float[], float[]> forward :
                    List.<Function<float[], float[]>>of(shared::forward, exported::forward)) {
                assertThatThrownBy(() -> forward.apply(examples))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessageContaining("as value 0 of example 1: expected finite numbers");
            }
        }
    }

    private static void requireClose(float[] seen, float[] expected) {
        assertThat(seen).hasSize(expected.length);
        for (int i = 0; i < seen.length; i++) {
            assertThat(Math.abs(seen[i] - expected[i])).isLessThan(1e-5f);
        }
    }

    private static float[] examples(long seed, int size) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

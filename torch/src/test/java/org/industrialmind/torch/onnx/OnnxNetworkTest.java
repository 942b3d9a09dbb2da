package org.industrialmind.torch.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.SomeNetworks;
import org.industrialmind.torch.nn.StateDict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxNetworkTest {
    private static final NetworkSpec DENSE =
            new NetworkSpec(List.of(12), List.of(new Dense(12, 5), new Activation(Function.RELU), new Dense(5, 12)));

    static Stream<Arguments> networks() {
        return SomeNetworks.all().stream()
                .flatMap(spec -> IntStream.rangeClosed(1, 3).mapToObj(seed -> Arguments.of(spec, (long) seed)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onnx_runtime_agrees_with_libtorch(NetworkSpec spec, long seed) throws IOException {
        try (Network network = Network.create(spec, seed)) {
            OnnxNetwork exported = OnnxNetwork.open(OnnxWriter.write(spec, network.state()), spec);
            for (int rows : new int[] {1, 9}) {
                float[] examples = examples(seed, rows * spec.inputSize());
                float[] expected = network.forward(examples);
                float[] seen = exported.forward(examples);
                assertThat(seen).hasSize(expected.length);
                for (int i = 0; i < seen.length; i++) {
                    assertThat(Math.abs(seen[i] - expected[i])).isLessThan(1e-5f);
                }
            }
        }
    }

    @Test
    void many_threads_get_the_same_answer() throws Exception {
        OnnxNetwork exported = exported();
        float[] examples = examples(3, 12);
        float[] expected = exported.forward(examples);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<float[]>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> exported.forward(examples)))
                    .toList();
            for (Future<float[]> answer : answers) {
                assertThat(answer.get()).containsExactly(expected);
            }
        }
    }

    @Test
    void a_truncated_file_is_refused() {
        byte[] model = model();
        for (int length : new int[] {0, 1, 40, model.length / 2, model.length - 1}) {
            assertThatThrownBy(() -> OnnxNetwork.open(Arrays.copyOf(model, length), DENSE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("export it again");
        }
    }

    @Test
    void a_damaged_file_never_crashes_the_program() {
        byte[] intact = model();
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            byte[] model = intact.clone();
            model[random.nextInt(model.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                OnnxNetwork.open(model, DENSE).forward(new float[12]);
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("ONNX");
            }
        }
    }

    @Test
    void a_file_that_is_no_model_is_refused() {
        byte[] text = "a note to the plant manager".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> OnnxNetwork.open(text, DENSE)).isInstanceOf(IOException.class);
    }

    @Test
    void a_model_of_another_shape_is_refused() {
        NetworkSpec other = new NetworkSpec(List.of(13), List.of(new Dense(13, 12)));
        assertThatThrownBy(() -> OnnxNetwork.open(model(), other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected [batch, ...] of 13 values");
    }

    @Test
    void tensors_in_other_files_are_refused() {
        Protobuf path = new Protobuf().text(1, "location").text(2, "../../etc/passwd");
        Protobuf tensor = new Protobuf().text(8, "stolen").message(13, path).number(14, 1);
        assertThatThrownBy(() -> OnnxNetwork.open(withGraph(new Protobuf().message(5, tensor)), DENSE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tensors kept in other files");
        Protobuf attribute = new Protobuf().text(1, "value").message(5, tensor);
        Protobuf constant = new Protobuf().text(4, "Constant").message(5, attribute);
        assertThatThrownBy(() -> OnnxNetwork.open(withGraph(new Protobuf().message(1, constant)), DENSE))
                .hasMessageContaining("tensors kept in other files");
    }

    @Test
    void operators_of_other_vendors_and_nested_graphs_are_refused() {
        Protobuf custom = new Protobuf().text(4, "RunThis").text(7, "com.example");
        assertThatThrownBy(() -> OnnxNetwork.open(withGraph(new Protobuf().message(1, custom)), DENSE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("com.example");
        Protobuf body = new Protobuf().text(1, "body").message(6, new Protobuf());
        Protobuf loop = new Protobuf().text(4, "Loop").message(5, body);
        assertThatThrownBy(() -> OnnxNetwork.open(withGraph(new Protobuf().message(1, loop)), DENSE))
                .hasMessageContaining("nested graphs");
        byte[] functions = new Protobuf().message(25, new Protobuf()).toBytes();
        assertThatThrownBy(() -> OnnxNetwork.open(functions, DENSE)).hasMessageContaining("functions");
    }

    @Test
    void a_missing_parameter_is_named() {
        assertThatThrownBy(() -> OnnxWriter.write(DENSE, new StateDict(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.weight");
    }

    private static byte[] withGraph(Protobuf graph) {
        Protobuf operatorSet = new Protobuf().text(1, "").number(2, 17);
        return new Protobuf()
                .number(1, 8)
                .message(7, graph)
                .message(8, operatorSet)
                .toBytes();
    }

    private static byte[] model() {
        try (Network network = Network.create(DENSE, 1)) {
            return OnnxWriter.write(DENSE, network.state());
        }
    }

    private static OnnxNetwork exported() throws IOException {
        return OnnxNetwork.open(model(), DENSE);
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

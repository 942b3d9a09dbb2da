package org.industrialmind.torch.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.novelty.KnownNormal;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.NormalWindows;
import org.industrialmind.learning.novelty.NoveltyMethod;
import org.industrialmind.torch.nn.Logbook;
import org.industrialmind.torch.nn.Network;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.ReadableNetwork;
import org.industrialmind.torch.onnx.OnnxNetwork;
import org.industrialmind.torch.onnx.OnnxWriter;
import org.industrialmind.torch.onnx.SharedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WindowNetworkTest {
    private static final StepCoding CODING = new StepCoding(12, 5, 6);
    private static final DeepSettings ONCE = new DeepSettings(1, 1, 1e-2, 64);

    static Stream<NetworkSpec> networks() {
        return Stream.concat(
                Arrays.stream(WindowNetwork.values()).map(network -> network.spec(CODING)),
                Stream.of(
                        AdversarialPair.encoder(CODING),
                        AdversarialPair.decoder(CODING),
                        PatchEmbedding.pretext(5),
                        PatchEmbedding.encoder(new StepCoding(40, 5, 32))));
    }

    static Stream<FittedMethod> methods() {
        return methods(ONCE);
    }

    private static Stream<FittedMethod> methods(DeepSettings settings) {
        return Stream.concat(
                Arrays.stream(WindowNetwork.values()).map(network -> new DeepNovelty(network, settings)),
                Stream.of(new AdversarialPair(settings), new PatchEmbedding(32, settings)));
    }

    static Stream<FittedMethod> twice() {
        return methods(new DeepSettings(2, 2, 1e-2, 64));
    }

    @ParameterizedTest
    @MethodSource("twice")
    void what_was_stopped_and_goes_on_is_what_had_not_been_stopped(FittedMethod method, @TempDir Path folder) {
        NormalWindows windows = windows(80, 40, 3);
        Logbook failing = Logbook.in(folder, entry -> {
            throw new CancellationException("the power failed");
        });
        assertThatThrownBy(() -> method.notedIn(failing).learn(windows, 5)).hasMessage("the power failed");
        List<Logbook.Entry> epochs = new ArrayList<>();
        KnownNormal resumed = method.notedIn(Logbook.in(folder, epochs::add)).learn(windows, 5);
        assertThat(epochs).extracting(entry -> entry.epoch().number()).containsExactly(2);
        assertThat(resumed.tensors()).isEqualTo(method.learn(windows, 5).tensors());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void libtorch_onnx_runtime_and_the_readable_twin_agree(NetworkSpec spec) throws IOException {
        int rows = 3;
        float[] examples = random(7, rows * spec.inputSize());
        try (Network network = Network.create(spec, 3)) {
            double[] twin = new ReadableNetwork(spec, network.state())
                    .forward(examples, rows)
                    .values();
            OnnxNetwork exported = OnnxNetwork.open(OnnxWriter.write(spec, network.state()), spec);
            requireClose(network.forward(examples), twin);
            requireClose(exported.forward(examples), twin);
            requireClose(SharedNetwork.of(spec, network.state()).forward(examples), twin);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_small_enough_for_ten_thousand_machines(WindowNetwork network) {
        StepCoding thirtyTags = StepCoding.of(new Layout(60, 30, 1), network.mostSteps());
        assertThat(network.spec(thirtyTags).parameterCount() * Float.BYTES).isLessThan(100_000);
    }

    @Test
    void what_the_variational_one_expects_comes_with_how_surely() {
        int latent = 2 * 6;
        int size = CODING.size();
        float[] outputs = new float[2 * (latent + 2 * size)]; // of two windows
        int second = latent + 2 * size;
        outputs[second + latent] = 1; // the mean of its first value
        outputs[second + latent + size] = (float) Math.log(4);
        outputs[second + latent + size + 1] = -100; // surer than is believed
        Expected expected = WindowNetwork.VARIATIONAL_AUTOENCODER.read(outputs, CODING);
        assertThat((double) expected.away(5, size)).isCloseTo(2, within(1e-6));
        assertThat((double) expected.away(1, size + 1)).isCloseTo(Math.exp(3), within(1e-4));
        assertThat((double) expected.away(3, 0)).isCloseTo(3, within(1e-6));
    }

    @Test
    void a_forecast_is_held_against_the_step_that_follows() {
        NetworkSpec spec = WindowNetwork.LSTM_FORECAST.spec(CODING);
        assertThat(spec.inputShape()).isEqualTo(List.of(5, 5));
        float[] encoded = CODING.encode(List.of(StandardWindow.of(5, random(1, 60), 0, 12)));
        assertThat(CODING.part(encoded, 1, 6)[4]).isEqualTo(encoded[5]);
        assertThat(CODING.part(encoded, 0, 5)[5]).isEqualTo(encoded[6]);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_window_is_judged_alike_by_what_was_kept_of_it(NoveltyMethod method) {
        NormalWindows windows = windows(80, 24, 3);
        KnownNormal known = method.learn(windows, 5);
        KnownNormal restored = method.restore(windows.layout(), new NamedTensors(known.tensors()));
        StandardWindow window = windows.items().get(9).window();
        assertThat(restored.novelty(0, window))
                .isEqualTo(known.novelty(0, window))
                .isPositive();
        assertThatThrownBy(() -> method.restore(windows.layout(), new NamedTensors(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no tensor");
        assertThatThrownBy(() -> method.learn(windows(80, 3, 3), 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("windows of 3 rows");
    }

    private static NormalWindows windows(int count, int rows, int channels) {
        SplittableRandom random = new SplittableRandom(count);
        List<NormalWindows.Item> items = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            float[] z = new float[rows * channels];
            for (int i = 0; i < z.length; i++) {
                z[i] = (float) random.nextGaussian();
            }
            items.add(new NormalWindows.Item(0, 1, StandardWindow.of(channels, z, 0, rows)));
        }
        return new NormalWindows(new Layout(rows, channels, 1), items);
    }

    private static void requireClose(float[] seen, double[] expected) {
        assertThat(seen).hasSize(expected.length);
        for (int i = 0; i < seen.length; i++) {
            assertThat((double) seen[i]).isCloseTo(expected[i], within(1e-5)); // 32 bits beside 64
        }
    }

    private static float[] random(long seed, int size) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.optimize.Adam;
import org.industrialmind.foundations.optimize.UpdateRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer and every architecture on libtorch against the same in the foundations: outputs, gradients of all parameters,
 * and outputs after some steps of AdamW. One side counts in 32 bits, the other in 64.
 */
class NetworkTwinTest {
    private static final int ROWS = 6;
    private static final int STEPS = 4;
    private static final double RATE = 1e-3;
    private static final double DECAY = 0.1;

    static Stream<Arguments> networks() {
        return seeded(SomeNetworks.all());
    }

    static Stream<Arguments> architectures() {
        return seeded(SomeNetworks.architectures());
    }

    private static Stream<Arguments> seeded(List<NetworkSpec> specs) {
        return specs.stream()
                .flatMap(spec -> IntStream.rangeClosed(1, 2).mapToObj(seed -> Arguments.of(spec, (long) seed)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agrees_with_its_readable_twin_on_outputs_and_gradients(NetworkSpec spec, long seed) {
        float[] inputs = NetworkTest.random(seed, ROWS * spec.inputSize());
        float[] targets = NetworkTest.random(seed + 100, ROWS * spec.outputSize());
        try (Network network = Network.create(spec, seed)) {
            ReadableNetwork twin = new ReadableNetwork(spec, network.state());
            requireClose(
                    "output",
                    network.forward(inputs),
                    twin.forward(inputs, ROWS).values(),
                    1e-5);
            if (!spec.parameters().isEmpty()) {
                loss(twin, inputs, targets).backward();
                Map<String, float[]> gradients = NetworkTest.gradients(network, inputs, targets, ROWS);
                twin.parameters().forEach((name, parameter) -> {
                    requireClose(
                            "gradient of " + name,
                            Objects.requireNonNull(gradients.get(name)),
                            parameter.gradient(),
                            1e-5);
                });
            }
        }
    }

    /** The outputs only: where a gradient is zero but for rounding, as at the bias of a key, Adam follows the rounding. */
    @ParameterizedTest
    @MethodSource("architectures")
    void agrees_with_its_readable_twin_after_some_steps(NetworkSpec given, long seed) {
        NetworkSpec spec = SomeNetworks.withoutDropout(given);
        float[] inputs = NetworkTest.random(seed, ROWS * spec.inputSize());
        float[] targets = NetworkTest.random(seed + 100, ROWS * spec.outputSize());
        try (Network network = Network.create(spec, seed)) {
            ReadableNetwork twin = new ReadableNetwork(spec, network.state());
            Examples examples = new Examples(inputs, targets, ROWS); // one batch, so the order does not matter
            Fit.run(network, examples, examples, settings(), seed);
            step(twin, inputs, targets);
            requireClose(
                    "output",
                    network.forward(inputs),
                    twin.forward(inputs, ROWS).values(),
                    1e-4);
        }
    }

    private static Tensor loss(ReadableNetwork twin, float[] inputs, float[] targets) {
        Tensor output = twin.forward(inputs, ROWS);
        Tensor target =
                Tensor.of(ReadableNetwork.doubles(targets), output.shape().lengths());
        return output.minus(target).squared().mean();
    }

    private static FitSettings settings() {
        return new FitSettings(STEPS, ROWS, RATE, STEPS, 1e9).withWeightDecay(DECAY);
    }

    private static void step(ReadableNetwork twin, float[] inputs, float[] targets) {
        Map<Tensor, UpdateRule.Run> runs = new LinkedHashMap<>();
        for (ParameterSpec spec : twin.specs()) {
            Adam adam = Adam.withDecay(RATE, spec.decays() ? DECAY : 0);
            runs.put(twin.parameters().get(spec.name()), adam.start(spec.size()));
        }
        for (int i = 0; i < STEPS; i++) {
            loss(twin, inputs, targets).backward();
            runs.forEach((parameter, run) -> {
                parameter.update((values, gradient) -> run.step(values, gradient, 1));
                parameter.clearGradient();
            });
        }
    }

    private static void requireClose(String what, float[] seen, double[] expected, double tolerance) {
        assertThat(seen).as(what).hasSize(expected.length);
        List<Integer> far = IntStream.range(0, seen.length)
                .filter(i -> !(Math.abs(seen[i] - expected[i]) < tolerance))
                .boxed()
                .toList();
        assertThat(far)
                .as(() -> what + ": libtorch " + seen[far.getFirst()] + ", twin " + expected[far.getFirst()])
                .isEmpty();
    }
}

package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdversarialFitTest {
    private static final NetworkSpec ENCODER = new NetworkSpec(List.of(6), List.of(new Dense(6, 2)));
    private static final NetworkSpec DECODER =
            new NetworkSpec(List.of(2), List.of(new Dense(2, 6), new Activation(Function.TANH)));
    private static final FitSettings SETTINGS = new FitSettings(30, 32, 1e-2, 30, 1);

    /** Six readings of one influence. */
    private static Examples examples(long seed) {
        float[] noise = NetworkTest.random(seed, 128 * 7);
        float[] values = new float[128 * 6];
        for (int i = 0; i < values.length; i++) {
            double influence = 0.3 * noise[128 * 6 + i / 6];
            values[i] = (float) (influence * (i % 2 == 0 ? 1 : -1) + 0.02 * noise[i]);
        }
        return new Examples(values, values, 128);
    }

    @Test
    void the_first_gives_back_and_the_second_tells_what_it_was_given() {
        try (Network encoder = Network.create(ENCODER, 1);
                Network first = Network.create(DECODER, 2);
                Network second = Network.create(DECODER, 3)) {
            Examples examples = examples(4);
            Fit.Report report = new AdversarialFit(encoder, first, second, SETTINGS, 1).run(examples, examples);
            assertThat(report.epochs()).isEqualTo(30);
            float[] given = first.forward(encoder.forward(examples.inputs()));
            float[] again = second.forward(encoder.forward(given));
            double byFirst = meanSquare(examples.inputs(), given);
            assertThat(report.curve().epochs().getLast().heldOut()).isCloseTo(byFirst, within(1e-6));
            assertThat(byFirst).isLessThan(0.01); // of 0.09 in the readings
            assertThat(meanSquare(examples.inputs(), again)).isGreaterThan(byFirst);
        }
    }

    @Test
    void fits_alike_from_the_same_seed_and_leaves_no_memory_behind() throws IOException {
        try (Network encoder = Network.create(ENCODER, 1);
                Network first = Network.create(DECODER, 2);
                Network second = Network.create(DECODER, 3)) {
            StateDict begin = encoder.state();
            StateDict firstBegin = first.state();
            StateDict secondBegin = second.state();
            Examples examples = examples(4);
            new AdversarialFit(encoder, first, second, SETTINGS, 1).run(examples, examples);
            StateDict fitted = encoder.state();
            long least = Long.MAX_VALUE;
            for (int round = 0;
                    round < 4 && least >= 5_000;
                    round++) { // Java's own heap may grow in one, a leak in all
                long before = TrainingMemoryBenchmark.residentKilobytes();
                for (int run = 0; run < 5; run++) { // 600 steps
                    encoder.load(begin);
                    first.load(firstBegin);
                    second.load(secondBegin);
                    new AdversarialFit(encoder, first, second, SETTINGS, 1).run(examples, examples);
                }
                least = Math.min(least, TrainingMemoryBenchmark.residentKilobytes() - before);
            }
            assertThat(encoder.state()).isEqualTo(fitted);
            assertThat(least).isLessThan(5_000); // without scopes the tensors of a step stay: more than 10 KB each
        }
    }

    @Test
    void a_fit_that_was_interrupted_ends_as_if_it_had_not_been(@TempDir Path folder) {
        FitSettings few = new FitSettings(5, 32, 3e-3, 5, 1);
        Examples examples = examples(4);
        try (Network encoder = Network.create(ENCODER, 1);
                Network first = Network.create(DECODER, 2);
                Network second = Network.create(DECODER, 3)) {
            List<Network> networks = List.of(encoder, first, second);
            List<StateDict> begin = networks.stream().map(Network::state).toList();
            AdversarialFit fit = new AdversarialFit(encoder, first, second, few, 1);
            Fit.Report expected = fit.run(examples, examples);
            List<StateDict> fitted = networks.stream().map(Network::state).toList();
            for (int i = 0; i < networks.size(); i++) {
                networks.get(i).load(begin.get(i));
            }
            Logbook failing = Logbook.in(folder, entry -> {
                if (entry.epoch().number() == 3) {
                    throw new CancellationException("the power failed");
                }
            });
            assertThatThrownBy(() -> fit.notedIn(failing).run(examples, examples))
                    .hasMessage("the power failed");
            assertThat(fit.notedIn(Logbook.in(folder, entry -> {})).run(examples, examples))
                    .isEqualTo(expected);
            assertThat(networks.stream().map(Network::state).toList()).isEqualTo(fitted);
        }
    }

    @Test
    void refuses_decoders_that_lead_elsewhere() {
        try (Network encoder = Network.create(ENCODER, 1)) {
            assertThatThrownBy(() -> new AdversarialFit(encoder, encoder, encoder, SETTINGS, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not lead back");
        }
    }

    @Test
    void refuses_to_go_on_when_what_is_given_back_is_no_number() {
        try (Network encoder = Network.create(ENCODER, 1);
                Network first = Network.create(DECODER, 2);
                Network second = Network.create(DECODER, 3)) {
            float[] broken = examples(4).inputs();
            broken[7] = Float.NaN;
            Examples heldOut = new Examples(broken, broken, 128);
            AdversarialFit fit = new AdversarialFit(encoder, first, second, SETTINGS, 1);
            assertThatThrownBy(() -> fit.run(examples(4), heldOut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("held-out loss is NaN after 4 steps");
        }
    }

    private static double meanSquare(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]) / one.length;
        }
        return sum;
    }
}

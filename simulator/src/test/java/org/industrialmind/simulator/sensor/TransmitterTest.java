package org.industrialmind.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.signal.Channel.Role;
import org.industrialmind.simulator.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransmitterTest {
    private static final Instrument FLOW = Instrument.flow("flow", "Flow", "m3/h", 150);
    private static final Instrument TEMPERATURE = Instrument.temperature("t", "Temperature", 170, Role.PROCESS);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noise_has_the_deviation_and_the_correlation_of_the_data_sheet(long seed) {
        Transmitter transmitter = new Transmitter(FLOW, new Seed(seed));
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        double products = 0;
        double before = 0;
        for (int i = 0; i < n; i++) {
            double x = transmitter.read(100, 1) - 100;
            sum += x;
            squares += x * x;
            products += x * before;
            before = x;
        }

        double variance = squares / n - sum / n * sum / n;
        // 0.5 % of 150; some percent of tolerance for 20,000 correlated draws and the calibration walk
        assertThat(Math.sqrt(variance)).isCloseTo(0.75, within(0.05));
        assertThat(products / squares).isCloseTo(0.5, within(0.06));
    }

    @Test
    void temperature_follows_a_step_with_its_time_constant() {
        Transmitter transmitter = new Transmitter(TEMPERATURE, new Seed(1));
        transmitter.read(20, 0);
        double shown = 0;
        for (int second = 0; second < 15; second++) {
            shown = transmitter.read(120, 0);
        }

        assertThat(shown).isCloseTo(20 + 100 * (1 - Math.exp(-1)), within(0.5));
    }

    @Test
    void shows_only_what_its_converter_can_resolve() {
        Transmitter transmitter = new Transmitter(FLOW, new Seed(1));
        double resolution = 150.0 / ((1 << 14) - 1);
        for (int i = 0; i < 100; i++) {
            double steps = transmitter.read(70, 1) / resolution;
            assertThat(steps).isCloseTo(Math.rint(steps), within(1e-6));
        }
    }

    @Test
    void stays_within_its_range() {
        Transmitter transmitter = new Transmitter(FLOW, new Seed(1));

        assertThat(transmitter.read(-20, 1)).isZero();
    }

    @Test
    void passes_a_command_on_as_it_is() {
        Transmitter transmitter =
                new Transmitter(Instrument.command("setpoint", "Set point", "m3/h", 150), new Seed(1));

        assertThat(transmitter.read(85, 1)).isEqualTo(85);
    }
}

package org.industrialmind.learning.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTrackingTest {
    private static final double RATE = 10_000;

    /** Revolutions of a shaft that speeds up evenly from 20 to 30 turns a second within two seconds. */
    private static double runUp(double t) {
        return 20 * t + 2.5 * t * t;
    }

    private static Waveform fifthOrder() {
        return Waves.of(2, RATE, t -> 4 * Math.cos(2 * Math.PI * 5 * runUp(t)));
    }

    private static ShaftAngle speedOfRunUp() {
        double[] hertz = new double[201]; // a reading each 10 ms
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = 20 + 5 * i / 100.0;
        }
        return ShaftAngle.ofSpeed(hertz, 100);
    }

    private static ShaftAngle tachoOfRunUp() {
        double[] passings = new double[51]; // 50 revolutions in two seconds
        for (int i = 0; i < passings.length; i++) {
            passings[i] = (-20 + Math.sqrt(400 + 10.0 * i)) / 5; // the time at which the shaft has turned i times
        }
        return ShaftAngle.ofTacho(passings, 1);
    }

    @Test
    void an_order_that_smears_in_time_is_one_line_in_angle() {
        Waveform block = fifthOrder();
        for (ShaftAngle angle : new ShaftAngle[] {speedOfRunUp(), tachoOfRunUp()}) {
            AngularWaveform turned = OrderTracking.lossless(block, angle).resample(block, angle);
            OrderSpectrum spectrum = OrderSpectrum.of(turned);
            assertThat(turned.revolutions()).isEqualTo(50);
            assertThat(spectrum.amplitude(5, 0)).isCloseTo(4, within(0.01)); // 0.25 %: cubic reading between readings
            assertThat(spectrum.amplitude(4.8, 0.1)).isLessThan(0.05);
        }
        OrderSpectrum untracked = OrderSpectrum.of(block.atShaftSpeed(25));
        assertThat(untracked.amplitude(5, 0)).isLessThan(1.2);
    }

    @Test
    void constant_speed_needs_no_tracking() {
        Waveform block = Waves.of(1, RATE, Waves.sine(3, 75)).atShaftSpeed(25);
        OrderSpectrum spectrum = OrderSpectrum.of(block);
        assertThat(spectrum.step()).isEqualTo(0.04);
        assertThat(spectrum.amplitude(3, 0)).isCloseTo(3, within(1e-9));
        assertThat(spectrum.amplitude(75)).isCloseTo(3, within(1e-9)); // bin 75 is order 3
        assertThat(spectrum.order(75)).isCloseTo(3, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_wandering_speed_does_not_matter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double wander = 1 + 3 * random.nextDouble();
        double phase = 6 * random.nextDouble();
        DoubleUnaryOperator speed = t -> 30 + wander * Math.sin(3 * t + phase);
        DoubleUnaryOperator turned = t -> 30 * t - wander / 3 * (Math.cos(3 * t + phase) - Math.cos(phase));
        Waveform block = Waves.of(3, RATE, t -> Math.sin(2 * Math.PI * 7 * turned.applyAsDouble(t)));
        double[] hertz = new double[301];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = speed.applyAsDouble(i / 100.0);
        }
        ShaftAngle angle = ShaftAngle.ofSpeed(hertz, 100);
        OrderSpectrum spectrum =
                OrderSpectrum.of(OrderTracking.lossless(block, angle).resample(block, angle));
        assertThat(spectrum.amplitude(7, 0)).isCloseTo(1, within(0.01));
    }

    @Test
    void says_what_it_cannot_resample() {
        Waveform block = fifthOrder();
        ShaftAngle angle = speedOfRunUp();
        assertThatThrownBy(() -> new OrderTracking(64).resample(block, angle)).hasMessageContaining("fold back");
        assertThatThrownBy(() -> new OrderTracking(2)).hasMessageContaining("at least 4");
        ShaftAngle late = ShaftAngle.ofTacho(new double[] {2.9, 2.95, 3.0}, 1);
        assertThatThrownBy(() -> OrderTracking.lossless(block, late).resample(block, late))
                .hasMessageContaining("within the block");
        ShaftAngle barely = ShaftAngle.ofTacho(new double[] {0.1, 0.11, 0.12}, 60);
        assertThatThrownBy(() -> new OrderTracking(40_000).resample(block, barely))
                .hasMessageContaining("one whole");
        assertThatThrownBy(() -> ShaftAngle.ofTacho(new double[] {1, 1, 2}, 1)).hasMessageContaining("double pulses");
        assertThatThrownBy(() -> ShaftAngle.ofTacho(new double[] {1, 2}, 1)).hasMessageContaining("three passings");
        assertThatThrownBy(() -> ShaftAngle.ofSpeed(new double[] {1, 0, 1}, 1)).hasMessageContaining("turns");
        assertThatThrownBy(() -> ShaftAngle.ofSpeed(new double[] {1, 1, 1}, 0)).hasMessageContaining("positive rate");
    }
}

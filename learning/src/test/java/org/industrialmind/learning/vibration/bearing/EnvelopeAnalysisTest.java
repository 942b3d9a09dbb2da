package org.industrialmind.learning.vibration.bearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.industrialmind.foundations.spectrum.Band;
import org.industrialmind.foundations.spectrum.PowerSpectrum;
import org.industrialmind.learning.vibration.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeAnalysisTest {
    private static final BearingOrders ORDERS =
            BearingCatalogue.ofTestRigs().bearing("SKF 6205-2RS").orders();

    private static Waveform sound(double seconds, long seed) {
        return new ImpactTrain(ORDERS, BearingPart.OUTER_RACE, 0, 0, 0).block(seconds, seed);
    }

    @Test
    void the_envelope_of_a_modulated_tone_is_its_modulation() {
        double[] readings = new double[12_000];
        for (int t = 0; t < readings.length; t++) {
            double time = t / 12_000.0;
            readings[t] = (5 + 2 * Math.cos(2 * Math.PI * 100 * time)) * Math.sin(2 * Math.PI * 3000 * time);
        }
        Waveform block = Waveform.of(readings, 12_000);
        Band.BandPass band = new Band.BandPass(2500, 3500);
        double[] envelope = EnvelopeSpectrum.envelope(block, band);
        assertThat(envelope[0]).isCloseTo(7, within(1e-9));
        assertThat(envelope[60]).isCloseTo(3, within(1e-9)); // half a period of 100 Hz later
        PowerSpectrum spectrum = EnvelopeSpectrum.of(block, band);
        assertThat(spectrum.peak(10, 1000)).isEqualTo(100);
        assertThat(spectrum.power(97, 103)).isCloseTo(2, within(1e-9)); // half the square of the amplitude 2
    }

    static Stream<Arguments> faults() {
        return Stream.of(BearingPart.ROLLING_ELEMENT, BearingPart.OUTER_RACE, BearingPart.INNER_RACE)
                .flatMap(part -> Stream.of(1L, 2L, 3L, 4L, 5L).map(seed -> Arguments.of(part, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("faults")
    void finds_the_damaged_part_and_only_that(BearingPart damaged, long seed) {
        Waveform block = new ImpactTrain(ORDERS, damaged, 6, 0.012, 0.01).block(1, seed);
        FaultEvidence evidence = EnvelopeAnalysis.of(ORDERS).evidence(block);
        assertThat(evidence.of(damaged).score()).isGreaterThan(6);
        for (BearingPart other : BearingPart.values()) {
            boolean turnsWithTheLoad = damaged == BearingPart.ROLLING_ELEMENT && other == BearingPart.CAGE;
            if (other != damaged && !turnsWithTheLoad) { // a damaged ball is carried past the load at the cage's speed
                assertThat(evidence.of(other).score()).as(other.frequency()).isLessThan(4);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void measures_the_slip(long seed) {
        Waveform block = new ImpactTrain(ORDERS, BearingPart.OUTER_RACE, 8, 0.012, 0).block(2, seed);
        // impacts without jitter are lines themselves, which whitening would level
        Evidence evidence =
                EnvelopeAnalysis.of(ORDERS).withoutWhitening().evidence(block).outerRace();
        assertThat(evidence.slip()).isCloseTo(-0.012, within(0.002)); // half a bin of the third harmonic is 0.0008
        assertThat(evidence.frequency()).isCloseTo(ORDERS.outerRace() * ImpactTrain.SPEED * 0.988, within(0.25));
    }

    @Test
    void noise_scores_above_three_as_rarely_as_promised() {
        int above = 0;
        int at = 0;
        double[] scores = new double[4 * 100];
        for (int seed = 0; seed < 100; seed++) {
            FaultEvidence evidence = EnvelopeAnalysis.of(ORDERS).evidence(sound(1, 1000 + seed));
            for (BearingPart part : BearingPart.values()) {
                double score = evidence.of(part).score();
                scores[at++] = score;
                above += score > 3 ? 1 : 0;
            }
        }
        // 400 scores at 0.00135 are 0.5; four or more have the probability 0.002, and the seeds are fixed
        assertThat(above).isLessThan(4);
        Arrays.sort(scores);
        assertThat(scores[200]).isBetween(-0.5, 0.7); // the bins of a tapered spectrum are not quite independent
    }

    @Test
    void listens_in_the_band_that_it_is_told() {
        Waveform block = sound(1, 1);
        Band.BandPass band = new Band.BandPass(2000, 4000);
        EnvelopeAnalysis fixed = EnvelopeAnalysis.of(ORDERS).withBand(new EnvelopeAnalysis.BandChoice.Fixed(band));
        assertThat(fixed.band(block)).isEqualTo(band);
        assertThat(EnvelopeAnalysis.of(ORDERS).band(block)).isEqualTo(new Band.BandPass(1000, 5880));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_kurtogram_finds_the_resonance(long seed) {
        Waveform block = new ImpactTrain(ORDERS, BearingPart.OUTER_RACE, 6, 0, 0.01).block(1, seed);
        Band.BandPass band = EnvelopeAnalysis.of(ORDERS)
                .withBand(new EnvelopeAnalysis.BandChoice.MostImpulsive())
                .band(block);
        assertThat(band.low()).isBetween(1900.0, 3200.0);
        assertThat(band.high()).isBetween(3200.0, 4600.0);
    }

    @Test
    void spectral_kurtosis_is_minus_one_for_a_tone_and_nought_for_noise() {
        double[] readings = new double[9600];
        for (int t = 0; t < readings.length; t++) {
            readings[t] = Math.sin(2 * Math.PI * 1500 * t / 12_000.0);
        }
        Kurtogram tone = Kurtogram.of(Waveform.of(readings, 12_000), 1000);
        assertThat(tone.cells().getFirst().kurtosis()).isCloseTo(-1, within(1e-9));
        Kurtogram noise = Kurtogram.of(sound(1, 7), 1000);
        for (Kurtogram.Cell cell : noise.cells()) {
            assertThat(cell.high() - cell.low()).isGreaterThanOrEqualTo(1000);
            assertThat(cell.low() == 0 || Math.abs(cell.significance()) < 4)
                    .as(cell.toString())
                    .isTrue(); // hum at 30 Hz
        }
    }

    @Test
    void says_what_it_cannot_see() {
        EnvelopeAnalysis analysis = EnvelopeAnalysis.of(ORDERS);
        Waveform block = sound(1, 1);
        assertThatThrownBy(() -> analysis.evidence(Waveform.of(block.accelerations(), ImpactTrain.RATE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("speed of the shaft");
        assertThatThrownBy(() -> analysis.evidence(block.part(0, 1200))).hasMessageContaining("longer block");
        assertThatThrownBy(() -> analysis.spectrum(Waveform.of(block.accelerations(), 1500)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kurtogram.of(block, 4000)).hasMessageContaining("a quarter of the rate");
        assertThatThrownBy(() -> Kurtogram.of(block.part(0, 500), 1000)).hasMessageContaining("at least 768");
        assertThatThrownBy(() -> new FaultLines(0.2)).hasMessageContaining("slip");
    }
}

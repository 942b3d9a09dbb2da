package org.industrialmind.learning.vibration.bearing;

import org.industrialmind.foundations.spectrum.Band;
import org.industrialmind.foundations.spectrum.PowerSpectrum;
import org.industrialmind.learning.vibration.Waveform;

/**
 * Says of each part of a bearing how plainly a block shows its fault: band, envelope, spectrum, lines.
 *
 * <p>Two ways in, each with its own blindness. A whitened wide band needs no choice and is deaf to steady lines, but noise
 * of all frequencies counts alike: it wants impacts that ring over a good part of the band. The most impulsive band finds a
 * narrow resonance in strong noise, and is led astray by a stray knock.
 *
 * @param orders of the bearing's faults
 * @param choice of the band in which impacts ring
 * @param whitened whether steady lines are levelled before, as {@link EnvelopeSpectrum#whitened} does
 * @param lines how the spectrum is asked
 */
public record EnvelopeAnalysis(BearingOrders orders, BandChoice choice, boolean whitened, FaultLines lines) {
    /** Which band of a block is listened to. */
    public sealed interface BandChoice {
        /** Always the same one, where the resonance of bearing and housing is known. */
        record Fixed(Band.BandPass band) implements BandChoice {}

        /** Everything from a frequency on up to just below half the rate: below it, gears and blades are louder. */
        record From(double hertz) implements BandChoice {}

        /** The most plainly impulsive one of each block, by its {@link Kurtogram}. */
        record MostImpulsive() implements BandChoice {}
    }

    private static final double STRIKES_A_SPIN = 2; // a spot on a ball meets one race, then the other
    private static final double ABOVE_GEARS = 1000; // Hz: where velocity ends and bearings are listened to

    /** Everything from 1000 Hz on, whitened, and two percent of slip. */
    public static EnvelopeAnalysis of(BearingOrders orders) {
        return new EnvelopeAnalysis(orders, new BandChoice.From(ABOVE_GEARS), true, FaultLines.defaults());
    }

    public EnvelopeAnalysis withBand(BandChoice other) {
        return new EnvelopeAnalysis(orders, other, whitened, lines);
    }

    public EnvelopeAnalysis withoutWhitening() {
        return new EnvelopeAnalysis(orders, choice, false, lines);
    }

    /** Returns the band that this block is listened to in. */
    public Band.BandPass band(Waveform block) {
        return switch (choice) {
            case BandChoice.Fixed(Band.BandPass band) -> band;
            case BandChoice.From(double hertz) -> new Band.BandPass(hertz, block.rate() * 0.49);
            case BandChoice.MostImpulsive() ->
                Kurtogram.of(block, narrowest(block)).best();
        };
    }

    /** Returns the envelope spectrum of the chosen band, in (m/s2)^2 per Hz; without unit where whitened. */
    public PowerSpectrum spectrum(Waveform block) {
        return whitened ? EnvelopeSpectrum.whitened(block, band(block)) : EnvelopeSpectrum.of(block, band(block));
    }

    /**
     * Returns the evidence for a fault of each part.
     *
     * @throws IllegalStateException if the speed of the shaft is not known
     * @throws IllegalArgumentException if the block is too short to tell the cage from standstill: it takes some five
     *     revolutions, and thirty to tell it well
     */
    public FaultEvidence evidence(Waveform block) {
        double speed = block.requireShaftSpeed();
        PowerSpectrum spectrum = spectrum(block);
        return new FaultEvidence(
                lines.find(spectrum, orders.cage() * speed),
                lines.find(spectrum, STRIKES_A_SPIN * orders.rollingElement() * speed),
                lines.find(spectrum, orders.outerRace() * speed),
                lines.find(spectrum, orders.innerRace() * speed));
    }

    /** Thrice the fastest fault: a narrower band has no third harmonic in its envelope. */
    private double narrowest(Waveform block) {
        return 3 * orders.innerRace() * block.requireShaftSpeed();
    }
}

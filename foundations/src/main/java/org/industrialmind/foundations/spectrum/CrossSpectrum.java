package org.industrialmind.foundations.spectrum;

/** What two signals have in common at each frequency: from {@link Welch#cross}. */
public final class CrossSpectrum {
    private final PowerSpectrum first;
    private final PowerSpectrum second;
    private final ComplexVector cross;

    CrossSpectrum(PowerSpectrum first, PowerSpectrum second, ComplexVector cross) {
        this.first = first;
        this.second = second;
        this.cross = cross;
    }

    public int size() {
        return cross.size();
    }

    public double frequency(int bin) {
        return first.frequency(bin);
    }

    public PowerSpectrum first() {
        return first;
    }

    public PowerSpectrum second() {
        return second;
    }

    /** Returns the cross density, conj(first) second: its phase is how far the second signal is ahead. */
    public ComplexVector density() {
        return cross;
    }

    /**
     * Returns the share of the second signal's power that a linear filter of the first explains, in [0, 1]; 0 where
     * either is silent. With a single segment it is 1 everywhere and says nothing.
     */
    public double coherence(int bin) {
        double powers = first.density(bin) * second.density(bin);
        return powers > 0 ? Math.min(1, cross.power(bin) / powers) : 0;
    }
}

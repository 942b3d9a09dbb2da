package org.industrialmind.foundations.spectrum;

/**
 * The spectrum as it changes: transforms of short, tapered frames that follow one another.
 *
 * <p>Frame f is centred at reading f hop and zeros stand beyond the ends, so that every reading lies in a frame's middle
 * part and the signal can be had back: the inverse adds the frames up, tapered once more, and divides by the sum of the
 * squared weights at each reading. Of transforms that no signal has (after masking some frequencies, say) it gives the
 * signal that is nearest in the sense of least squares [1].
 *
 * <ol>
 *   <li>Griffin and Lim 1984, Signal estimation from modified short-time Fourier transform, IEEE Trans. ASSP 32(2).
 * </ol>
 *
 * @param frame readings in a frame
 * @param hop readings from one frame to the next
 * @param taper weights of a frame
 */
public record ShortTimeFourier(int frame, int hop, Taper taper) {
    /** @throws IllegalArgumentException unless the frame is positive and the hop from 1 to it */
    public ShortTimeFourier {
        if (frame < 1 || hop < 1 || hop > frame) {
            throw new IllegalArgumentException("frames of " + frame + " readings with a hop of " + hop
                    + ": expected at least one reading and a hop from 1 to the frame");
        }
    }

    /** Frames of 256 readings that overlap by half, Hann's taper. */
    public static ShortTimeFourier defaults() {
        return new ShortTimeFourier(256, 128, Taper.HANN);
    }

    /**
     * Returns the transforms of all frames, scaled so that a sine of amplitude A shows as A / 2.
     *
     * @param rate readings per unit of time
     * @throws IllegalArgumentException if the signal is empty or holds a value that is not finite
     */
    public Spectrogram transform(double[] signal, double rate) {
        Signals.requireRate(rate);
        Signals.requireAtLeast(signal, 1, "a spectrogram");
        double[] weights = taper.periodic(frame);
        double sum = sum(weights);
        RealFourier plan = RealFourier.of(frame);
        ComplexVector[] frames = new ComplexVector[frames(signal.length)];
        for (int f = 0; f < frames.length; f++) {
            int from = f * hop - frame / 2;
            double[] tapered = new double[frame];
            for (int i = Math.max(0, -from); i < frame && from + i < signal.length; i++) {
                tapered[i] = weights[i] * signal[from + i] / sum;
            }
            frames[f] = plan.forward(tapered);
        }
        return new Spectrogram(frames, signal.length, hop / rate, rate / frame);
    }

    private int frames(int length) {
        int beyond = length + 2 * (frame / 2) - frame; // readings after the first frame, zeros of both ends included
        return 1 + Math.max(0, Math.ceilDiv(beyond, hop));
    }

    /**
     * Returns the signal of transforms made with these settings. Shape: that of the signal they were made of.
     *
     * @throws IllegalArgumentException if they were made with other settings, or a reading has no weight in any frame
     */
    public double[] inverse(Spectrogram transforms) {
        RealFourier plan = RealFourier.of(frame);
        if (transforms.bins() != plan.bins() || transforms.frames() != frames(transforms.length())) {
            throw new IllegalArgumentException("transforms of " + transforms.frames() + " frames and "
                    + transforms.bins() + " frequencies: expected " + frames(transforms.length()) + " and "
                    + plan.bins() + "; use the settings they were made with");
        }
        double[] weights = taper.periodic(frame);
        double sum = sum(weights);
        double[] signal = new double[transforms.length()];
        double[] energy = new double[signal.length];
        for (int f = 0; f < transforms.frames(); f++) {
            double[] part = plan.inverse(transforms.frame(f));
            int from = f * hop - frame / 2;
            for (int i = Math.max(0, -from); i < frame && from + i < signal.length; i++) {
                signal[from + i] += weights[i] * part[i] * sum;
                energy[from + i] += weights[i] * weights[i];
            }
        }
        for (int t = 0; t < signal.length; t++) {
            if (energy[t] < 1e-10) { // the taper is 0 there in every frame that reaches it
                throw new IllegalArgumentException("reading " + t + " has no weight in any frame: take a hop of less"
                        + " than the frame, such as half of it");
            }
            signal[t] /= energy[t];
        }
        return signal;
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}

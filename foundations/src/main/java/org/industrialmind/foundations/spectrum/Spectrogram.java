package org.industrialmind.foundations.spectrum;

/** Transforms of the frames of a signal, in the order of time: from {@link ShortTimeFourier}. Shape: [frame, frequency]. */
public final class Spectrogram {
    private final ComplexVector[] frames;
    private final int length;
    private final double timeStep;
    private final double frequencyStep;

    Spectrogram(ComplexVector[] frames, int length, double timeStep, double frequencyStep) {
        this.frames = frames;
        this.length = length;
        this.timeStep = timeStep;
        this.frequencyStep = frequencyStep;
    }

    public int frames() {
        return frames.length;
    }

    /** Returns how many frequencies a frame has. */
    public int bins() {
        return frames[0].size();
    }

    /** Returns how many readings the signal has. */
    public int length() {
        return length;
    }

    /** Returns the time of a frame's centre after the first reading. */
    public double time(int frame) {
        return frame * timeStep;
    }

    public double frequency(int bin) {
        return bin * frequencyStep;
    }

    public ComplexVector frame(int frame) {
        return frames[frame];
    }

    /** Returns the squared magnitude. */
    public double power(int frame, int bin) {
        return frames[frame].power(bin);
    }

    /**
     * Returns the same frames with other transforms, such as masked ones.
     *
     * @throws IllegalArgumentException if there is another number of frames or of frequencies
     */
    public Spectrogram with(ComplexVector... others) {
        if (others.length != frames.length) {
            throw new IllegalArgumentException(others.length + " frames: expected " + frames.length);
        }
        for (ComplexVector other : others) {
            if (other.size() != bins()) {
                throw new IllegalArgumentException("a frame of " + other.size() + " frequencies: expected " + bins());
            }
        }
        return new Spectrogram(others.clone(), length, timeStep, frequencyStep);
    }
}

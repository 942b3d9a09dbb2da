package org.industrialmind.learning.vibration;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A block of acceleration, read at even steps by one sensor in one direction, and the speed of the shaft where it is known.
 * Immutable.
 */
public final class Waveform {
    /** Metres per second squared in one g. */
    public static final double STANDARD_GRAVITY = 9.80665;

    private final double[] accelerations;
    private final double rate;
    private final OptionalDouble shaftSpeed;

    private Waveform(double[] accelerations, double rate, OptionalDouble shaftSpeed) {
        this.accelerations = accelerations;
        this.rate = rate;
        this.shaftSpeed = shaftSpeed;
    }

    /**
     * Takes readings in m/s2; copied.
     *
     * @param rate readings per second
     * @throws IllegalArgumentException if there are fewer than two readings, one is not finite, or the rate is not positive
     */
    public static Waveform of(double[] accelerations, double rate) {
        return scaled(accelerations, 1, rate);
    }

    /**
     * Takes readings in g; copied.
     *
     * @param rate readings per second
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Waveform ofGravities(double[] gravities, double rate) {
        return scaled(gravities, STANDARD_GRAVITY, rate);
    }

    private static Waveform scaled(double[] readings, double unit, double rate) {
        if (readings.length < 2 || !(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("a block of " + readings.length + " readings at a rate of " + rate
                    + ": expected at least two, and a positive number of readings per second");
        }
        double[] copy = new double[readings.length];
        for (int t = 0; t < copy.length; t++) {
            copy[t] = readings[t] * unit;
            if (!Double.isFinite(copy[t])) {
                throw new IllegalArgumentException("reading " + t + " of the block is " + readings[t]
                        + ": expected a finite acceleration; leave out blocks with gaps");
            }
        }
        return new Waveform(copy, rate, OptionalDouble.empty());
    }

    /**
     * Returns the same block of a shaft that turned at this speed.
     *
     * @param hertz revolutions per second, the mean over the block
     * @throws IllegalArgumentException unless the speed is positive and below half the rate
     */
    public Waveform atShaftSpeed(double hertz) {
        if (!(hertz > 0 && 2 * hertz < rate)) {
            throw new IllegalArgumentException("a shaft speed of " + hertz + " Hz in a block of " + rate
                    + " readings per second: expected a positive speed below half of that; divide rpm by 60");
        }
        return new Waveform(accelerations, rate, OptionalDouble.of(hertz));
    }

    /** Returns the number of readings. */
    public int size() {
        return accelerations.length;
    }

    /** Returns an acceleration, in m/s2. */
    public double acceleration(int reading) {
        return accelerations[reading];
    }

    /** Returns all accelerations, in m/s2; a copy. */
    public double[] accelerations() {
        return accelerations.clone();
    }

    /** Returns the readings per second. */
    public double rate() {
        return rate;
    }

    /** Returns how long the block is, in seconds. */
    public double seconds() {
        return accelerations.length / rate;
    }

    /** Returns the revolutions per second, where they are known. */
    public OptionalDouble shaftSpeed() {
        return shaftSpeed;
    }

    /**
     * Returns the revolutions per second.
     *
     * @throws IllegalStateException if nobody has said them
     */
    public double requireShaftSpeed() {
        return shaftSpeed.orElseThrow(
                () -> new IllegalStateException(
                        "the speed of the shaft is not known, and orders are multiples of it: say it with atShaftSpeed(hertz)"));
    }

    /**
     * Returns the readings of a span, with the same rate and speed.
     *
     * @param to the first reading that is no more in it
     */
    public Waveform part(int from, int to) {
        if (from < 0 || to > accelerations.length || to - from < 2) {
            throw new IllegalArgumentException("readings " + from + " to " + to + " of " + accelerations.length
                    + ": expected a span of at least two within the block");
        }
        return new Waveform(Arrays.copyOfRange(accelerations, from, to), rate, shaftSpeed);
    }
}

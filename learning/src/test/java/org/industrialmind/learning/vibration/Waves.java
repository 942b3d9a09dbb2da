package org.industrialmind.learning.vibration;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Blocks whose every feature is known from a formula. */
final class Waves {
    private Waves() {}

    /** Returns a block of a function of the seconds, in m/s2. */
    static Waveform of(double seconds, double rate, DoubleUnaryOperator acceleration) {
        double[] readings = new double[(int) Math.round(seconds * rate)];
        for (int t = 0; t < readings.length; t++) {
            readings[t] = acceleration.applyAsDouble(t / rate);
        }
        return Waveform.of(readings, rate);
    }

    static DoubleUnaryOperator sine(double amplitude, double hertz) {
        return t -> amplitude * Math.sin(2 * Math.PI * hertz * t);
    }

    static Waveform noise(int size, double rate, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] readings = new double[size];
        for (int t = 0; t < size; t++) {
            readings[t] = random.nextGaussian();
        }
        return Waveform.of(readings, rate);
    }
}

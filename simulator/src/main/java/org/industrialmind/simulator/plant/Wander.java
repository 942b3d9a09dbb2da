package org.industrialmind.simulator.plant;

import java.util.SplittableRandom;
import org.industrialmind.simulator.Seed;

/** A value that wanders about zero and is drawn back (Ornstein-Uhlenbeck process), stepped once a second. */
final class Wander {
    private final double keep;
    private final double kick;
    private final SplittableRandom random;
    private double value;

    /**
     * @param deviation standard deviation in the long run; the first value is drawn from it
     * @param memory time constant in seconds
     */
    Wander(double deviation, double memory, Seed seed) {
        this.keep = StrictMath.exp(-1 / memory);
        this.kick = deviation * Math.sqrt(1 - keep * keep);
        this.random = seed.generator();
        this.value = deviation * random.nextGaussian();
    }

    double next() {
        value = keep * value + kick * random.nextGaussian();
        return value;
    }
}

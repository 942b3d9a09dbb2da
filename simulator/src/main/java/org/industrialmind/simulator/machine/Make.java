package org.industrialmind.simulator.machine;

import java.util.SplittableRandom;
import org.industrialmind.simulator.Seed;

/**
 * How one machine differs from the drawing, as factors about 1: no two pumps of a series are alike.
 *
 * @param performance head, pressure or heat transfer
 * @param efficiency of the energy conversion
 * @param roughness vibration when new
 */
record Make(double performance, double efficiency, double roughness) {
    static final Make NOMINAL = new Make(1, 1, 1);

    static Make drawn(Seed seed) {
        SplittableRandom random = seed.child("make").generator();
        return new Make(
                1 + 0.01 * random.nextGaussian(),
                1 + 0.01 * random.nextGaussian(),
                StrictMath.exp(0.12 * random.nextGaussian()));
    }
}

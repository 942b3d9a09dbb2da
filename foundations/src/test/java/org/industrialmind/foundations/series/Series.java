package org.industrialmind.foundations.series;

import java.util.SplittableRandom;

/** Made-up series with a known truth. */
final class Series {
    private Series() {}

    /** A level of 100, a slope of 0.2, a season of size 5 and normal noise of deviation 1; longer ones begin alike. */
    static double[] seasonal(int length, int period, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] series = new double[length];
        for (int t = 0; t < length; t++) {
            series[t] = 100 + 0.2 * t + 5 * Math.sin(2 * Math.PI * t / period + 0.5) + random.nextGaussian();
        }
        return series;
    }

    /** An autoregression of order 1. */
    static double[] autoregression(int length, double phi, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] series = new double[length];
        double last = random.nextGaussian() / Math.sqrt(1 - phi * phi);
        for (int t = 0; t < length; t++) {
            last = phi * last + random.nextGaussian();
            series[t] = last;
        }
        return series;
    }

    static double[] walk(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] series = new double[length];
        double last = 0;
        for (int t = 0; t < length; t++) {
            last += random.nextGaussian();
            series[t] = last;
        }
        return series;
    }

    static double[] noise(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] series = new double[length];
        for (int t = 0; t < length; t++) {
            series[t] = random.nextGaussian();
        }
        return series;
    }
}

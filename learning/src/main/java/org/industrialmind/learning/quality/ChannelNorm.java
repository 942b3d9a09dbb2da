package org.industrialmind.learning.quality;

/**
 * How one channel of one machine behaves when all is well.
 *
 * @param noise robust standard deviation of the change from one reading to the next, over the root of two
 * @param noisiest the largest noise of any window
 * @param noisiestLate the largest {@link Shape#late()} of any window
 * @param step the smallest step between two readings: the resolution of the transmitter
 * @param longest the longest run of equal readings
 * @param low the lowest level of any window
 * @param high the highest
 */
record ChannelNorm(
        double noise, double noisiest, double noisiestLate, double step, int longest, double low, double high) {
    /** @throws IllegalArgumentException if a number is negative or not finite, or the range is upside down */
    ChannelNorm {
        boolean valid = noise >= 0 && noisiest >= 0 && noisiestLate >= 0 && step >= 0 && longest >= 0 && high >= low;
        if (!valid || !Double.isFinite(noise + noisiest + noisiestLate + step + high - low)) {
            throw new IllegalArgumentException("norm of a channel has noise " + noise + " up to " + noisiest + " and "
                    + noisiestLate + ", step " + step + ", run " + longest + ", range " + low + " to " + high
                    + ": expected finite numbers, none negative, and a range");
        }
    }

    /** Returns how far beyond the range a level may lie and still be taken for one of it. */
    double slack() {
        return Math.max(0.1 * range(), 3 * noise);
    }

    /** Returns whether a level is about where it has been. */
    boolean usual(double level) {
        return level >= low - slack() && level <= high + slack();
    }

    double range() {
        return high - low;
    }
}

package org.industrialmind.signal;

/**
 * How much one channel has to do with an abnormal score.
 *
 * @param share the channel's part of the score, in [0, 1]; the shares of one assessment add up to at most 1
 * @param deviation how far the channel lies from what was expected, in robust standard deviations; positive is above
 */
public record Contribution(String channel, double share, double deviation) {
    /** @throws IllegalArgumentException if the share is outside [0, 1] or a number is not finite */
    public Contribution {
        if (!(share >= 0 && share <= 1 + 1e-9) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException("contribution of " + channel + " has share " + share + " and deviation "
                    + deviation + ": expected a share in [0, 1] and a finite deviation");
        }
    }

    /** Returns -1, 0 or 1: below, near or above the expected value, where near is within two deviations. */
    public int sign() {
        return Math.abs(deviation) < 2 ? 0 : deviation > 0 ? 1 : -1; // 2 sigma: what an operator's eye would pass over
    }
}

package org.industrialmind.learning.regime;

import java.time.Duration;

/**
 * How long a {@link RunStateMachine} waits before it believes what it reads.
 *
 * @param dwell how long the drives must hold still before the machine is said to run or to be stopped
 * @param confirm how long a drive must stay away from where it was held before the machine is said to have left: what is
 *     shorter is a spike; zero to believe a single reading
 * @param gap without any reading, after which nothing is known any more
 */
public record RunStateSettings(Duration dwell, Duration confirm, Duration gap) {
    /** @throws IllegalArgumentException unless dwell and gap are positive and confirm is not negative */
    public RunStateSettings {
        if (!dwell.isPositive() || !gap.isPositive() || confirm.isNegative()) {
            throw new IllegalArgumentException("run state settings dwell " + dwell + ", confirm " + confirm + ", gap "
                    + gap + " are not valid: expected a positive dwell and gap and no negative time");
        }
    }

    /** Returns the house settings: a minute of stillness, ten seconds to confirm, nothing known after five minutes. */
    public static RunStateSettings defaults() {
        return new RunStateSettings(Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(5));
    }
}

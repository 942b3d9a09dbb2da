package org.industrialmind.advisor.prognosis;

import java.time.Duration;
import org.industrialmind.learning.anomaly.EpisodeRule;

/**
 * Settings of the prognosis.
 *
 * @param rule when an episode begins and ends; the same as the alarm desk's, so that both speak of the same episodes
 * @param block the shortest block of a path; not shorter than a window, so that blocks do not share readings
 * @param leastBlocks how many blocks a path needs before anything is said
 * @param significance how often chance alone may pass for a trend
 * @param horizon how far the model is trusted to see; what lies beyond is no end in sight
 */
public record PrognosisSettings(
        EpisodeRule rule, Duration block, int leastBlocks, double significance, Duration horizon) {
    /** @throws IllegalArgumentException if the times are not positive, blocks are below 4, or the significance is no share */
    public PrognosisSettings {
        boolean valid = block.isPositive() && horizon.compareTo(block) > 0 && leastBlocks >= 4;
        if (!valid || !(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException("prognosis settings with blocks of " + block + ", " + leastBlocks
                    + " of them at least, significance " + significance + " and horizon " + horizon
                    + ": expected a positive block, 4 blocks or more, a significance between 0 and 1 and a horizon"
                    + " beyond the block");
        }
    }

    /** Returns the defaults: minutes as the shortest blocks, six of them, one false trend in a hundred, one year ahead. */
    public static PrognosisSettings defaults() {
        return new PrognosisSettings(EpisodeRule.defaults(), Duration.ofMinutes(1), 6, 0.01, Duration.ofDays(365));
    }

    public PrognosisSettings withHorizon(Duration other) {
        return new PrognosisSettings(rule, block, leastBlocks, significance, other);
    }

    double horizonHours() {
        return horizon.toMillis() / 3.6e6;
    }
}

package org.industrialmind.advisor.alarm;

import java.time.Duration;
import org.industrialmind.learning.anomaly.EpisodeRule;

/**
 * Settings of the desk.
 *
 * @param rule when abnormal windows become an episode, and when it is over
 * @param graphRetry how long new alarms go undiagnosed after the graph was found down, so that it holds nothing up
 */
public record AlarmSettings(EpisodeRule rule, Duration graphRetry) {
    public static AlarmSettings defaults() {
        return new AlarmSettings(EpisodeRule.defaults(), Duration.ofSeconds(30));
    }
}

package org.industrialmind.learning.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;

class EpisodeTraceTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final EpisodeRule rule =
            new EpisodeRule(2, 3, 0.6, Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(20));

    /** Returns the trace of a machine that is loud as soon as it has come back from an hour away. */
    private EpisodeTrace backAndLoud(Suspect suspect) {
        EpisodeTrace trace = new EpisodeTrace(rule, new AssetId("P-101"));
        trace.see(MINUTE, 0.3, "flow", Suspect.UNDETERMINED);
        for (int minute = 61; minute <= 65; minute++) {
            trace.see(minute * MINUTE, 3, "flow", suspect);
        }
        return trace;
    }

    @Test
    void tells_of_a_sensor_while_its_machine_settles_as_the_alarm_desk_does() {
        assertThat(backAndLoud(Suspect.SENSOR).episodes()).hasSize(1);
        assertThat(backAndLoud(Suspect.MACHINE).episodes()).isEmpty();
        assertThat(backAndLoud(Suspect.UNDETERMINED).episodes()).isEmpty();
    }

    @Test
    void an_open_episode_on_a_sensor_is_none_of_its_machine() {
        EpisodeTrace trace = backAndLoud(Suspect.SENSOR);
        assertThat(trace.openOnMachine()).isFalse();
        trace.see(66 * MINUTE, 3, "flow", Suspect.MACHINE);
        assertThat(trace.openOnMachine()).isTrue();
    }
}

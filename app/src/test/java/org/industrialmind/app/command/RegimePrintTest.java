package org.industrialmind.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.regime.RegimeSurvey;
import org.industrialmind.learning.regime.RunHistory;
import org.industrialmind.learning.regime.RunHistory.Span;
import org.industrialmind.learning.regime.RunState;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;

class RegimePrintTest {
    private static final long HOUR = Duration.ofHours(1).toNanos();

    @Test
    void shows_hours_starts_ways_of_running_and_what_is_not_judged() {
        RegimeSurvey survey = new RegimeSurvey(
                new RunHistory(List.of(
                        new Span(RunState.STOPPED, 0, 2 * HOUR),
                        new Span(RunState.STARTING, 2 * HOUR, 3 * HOUR),
                        new Span(RunState.RUNNING, 3 * HOUR, 10 * HOUR))),
                List.of(new RegimeSurvey.Found(Map.of("speed", 1480.0), 75)),
                Map.of(Reason.STANDSTILL, 20, Reason.TRANSIENT, 5));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new RegimePrint(new AssetId("P-101"), survey).to(new Progress(new PrintStream(bytes, true, UTF_8)));
        assertThat(bytes.toString(UTF_8).lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "P-101: running 7.0 h, on its way 1.0 h, stopped 2.0 h, unknown 0.0 h; starts 1",
                        "   75.0 %  speed 1480",
                        "    5.0 %  not judged: transient",
                        "   20.0 %  not judged: standstill");
    }
}

package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.telemetry.wire.Readings;
import org.industrialmind.telemetry.wire.Rejection;
import org.junit.jupiter.api.Test;

class TimeGateTest {
    private static final FrameSchema SCHEMA = Readings.schema("pump", 2, Precision.SINGLE);
    private static final AssetId PUMP = new AssetId("P-101");
    private static final long NOW_MILLIS = 1_790_000_000_000L;
    private static final long NOW = NOW_MILLIS * 1_000_000;
    private static final long YEAR_2100 = 4_102_444_800L * Readings.SECOND;

    private final TimeGate gate = new TimeGate(ScoringConfig.defaults());

    @Test
    void lets_a_credible_frame_through_as_it_is() {
        Frame frame = Readings.at(PUMP, SCHEMA, 0, NOW - 1, NOW + 60 * Readings.SECOND);
        TimeGate.Parts parts = gate.part(frame, NOW_MILLIS);
        assertThat(parts.accepted().orElseThrow()).isSameAs(frame);
        assertThat(parts.rejected()).isEmpty();
    }

    @Test
    void parts_a_frame_by_what_is_wrong_with_its_times() {
        long ahead = NOW + 60 * Readings.SECOND + 1;
        Frame frame = Readings.at(PUMP, SCHEMA, NOW, ahead, -1, YEAR_2100, 5, Long.MAX_VALUE, Long.MIN_VALUE);
        TimeGate.Parts parts = gate.part(frame, NOW_MILLIS);
        assertThat(parts.accepted()).contains(Readings.at(PUMP, SCHEMA, NOW, 5));
        assertThat(parts.rejected())
                .isEqualTo(Map.of(
                        Rejection.FUTURE_TIME, Readings.at(PUMP, SCHEMA, ahead, YEAR_2100, Long.MAX_VALUE),
                        Rejection.BEFORE_EPOCH, Readings.at(PUMP, SCHEMA, -1, Long.MIN_VALUE)));
    }

    @Test
    void accepts_nothing_of_a_frame_from_the_future() {
        assertThat(gate.part(Readings.at(PUMP, SCHEMA, YEAR_2100), NOW_MILLIS).accepted())
                .isEmpty();
    }
}

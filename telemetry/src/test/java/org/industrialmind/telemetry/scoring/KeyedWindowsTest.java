package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.wire.Readings;
import org.junit.jupiter.api.Test;

class KeyedWindowsTest {
    private static final FrameSchema SCHEMA = Readings.schema("pump", 2, Precision.SINGLE);
    private static final AssetId A = new AssetId("A");
    private static final AssetId B = new AssetId("B");
    private static final ScoringConfig CONFIG = ScoringConfig.defaults();
    private static final long IDLE_MILLIS = CONFIG.idleAfter().toMillis();

    private final List<Window> due = new ArrayList<>();
    private final DueSink sink = new DueSink() {
        @Override
        public void due(Window window, boolean revision) {
            due.add(window);
        }

        @Override
        public void historical(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd) {}
    };
    private final KeyedWindows windows = new KeyedWindows(CONFIG);

    private void append(AssetId asset, long second, long offset, long arrivalMillis) {
        windows.append(Readings.frame(asset, SCHEMA, second * Readings.SECOND, 1), offset, arrivalMillis, sink);
    }

    @Test
    void keeps_assets_apart() {
        append(A, 0, 1, 0);
        append(B, 1_000_000, 2, 0);
        append(A, 10, 3, 0);
        append(B, 1_000_010, 4, 0);
        assertThat(due).extracting(Window::asset).containsExactly(A, B);
        assertThat(windows.assets()).isEqualTo(2);
    }

    @Test
    void keeps_schemas_of_one_asset_apart() {
        append(A, 0, 1, 0);
        windows.append(
                Readings.frame(A, Readings.schema("pump", 3, Precision.SINGLE), 10 * Readings.SECOND, 1), 2, 0, sink);
        assertThat(due).isEmpty();
        append(A, 10, 3, 0);
        assertThat(due).hasSize(1);
    }

    @Test
    void needs_the_log_from_the_oldest_row_of_any_asset() {
        append(A, 0, 7, 0);
        append(B, 0, 9, 0);
        assertThat(windows.rebuildOffset(10)).isEqualTo(7);
        append(A, 1_000, 11, 0);
        assertThat(windows.rebuildOffset(12)).isEqualTo(9);
        assertThat(new KeyedWindows(CONFIG).rebuildOffset(12)).isEqualTo(12);
    }

    @Test
    void forgets_an_asset_that_has_been_silent() {
        append(A, 0, 1, 0);
        append(B, 0, 2, IDLE_MILLIS);
        windows.forgetIdle();
        assertThat(windows.assets()).isEqualTo(2);
        append(B, 1, 3, IDLE_MILLIS + 1);
        windows.forgetIdle();
        assertThat(windows.assets()).isEqualTo(1);
        assertThat(windows.rebuildOffset(4)).isEqualTo(2);
    }

    @Test
    void starts_anew_with_an_asset_that_comes_back_whether_or_not_it_was_swept() {
        append(A, 0, 1, 0);
        append(A, 10, 2, IDLE_MILLIS + 1);
        assertThat(due).isEmpty();
        assertThat(windows.rebuildOffset(3)).isEqualTo(2);
    }

    @Test
    void waits_longer_for_slow_signals() {
        FrameSchema hourly =
                new FrameSchema(SCHEMA.equipmentClass(), Duration.ofHours(1), Precision.SINGLE, SCHEMA.channels());
        windows.append(Readings.at(A, hourly, 0), 1, 0, sink);
        append(B, 0, 2, Duration.ofHours(10).toMillis());
        windows.forgetIdle();
        assertThat(windows.assets()).isEqualTo(2);
    }

    @Test
    void has_come_as_far_as_the_slowest_active_asset() {
        assertThat(windows.watermarkNanos()).isEmpty();
        append(A, 1_000, 1, 0);
        append(B, 900, 2, 0);
        assertThat(windows.watermarkNanos()).hasValue((900 - 120) * Readings.SECOND);
    }
}

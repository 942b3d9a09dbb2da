package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.StoredWindows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRingTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void makes_the_windows_that_the_platform_makes_of_rows_in_order(long seed) {
        Fleet fleet = new Fleet("pump", 1, 4, Duration.ofSeconds(1), seed);
        SensorWalk machine = fleet.machines().getFirst();
        Frame run = machine.next(1_700_000_007_000_000_000L, 300);
        List<Window> platform =
                StoredWindows.cut(machine.asset(), fleet.schema(), List.of(run), Fleet.WINDOW, Fleet.STRIDE).stream()
                        .filter(window -> window.coverage() == 1)
                        .toList();
        RowRing ring = new RowRing(machine.asset(), fleet.schema(), Fleet.WINDOW, Fleet.STRIDE);
        List<Window> own = ring.append(run);
        assertThat(own).isNotEmpty().hasSameSizeAs(platform);
        for (int i = 0; i < own.size(); i++) {
            assertThat(own.get(i).endNanos()).isEqualTo(platform.get(i).endNanos());
            assertThat(values(own.get(i))).isEqualTo(values(platform.get(i)));
        }
    }

    private static float[] values(Window window) {
        float[] values = new float[window.length() * window.width()];
        window.copyTo(values, 0);
        return values;
    }
}

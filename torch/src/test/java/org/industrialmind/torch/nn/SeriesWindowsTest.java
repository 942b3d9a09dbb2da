package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesWindowsTest {
    private static final float[][] FIRST = {{0, 1, 2, 3, 4, 5}, {10, 11, 12, 13, 14, 15}};
    private static final float[][] SECOND = {{20, 21, 22}, {30, 31, 32}};

    @Test
    void cuts_windows_that_never_span_two_series() {
        SeriesWindows windows = SeriesWindows.ofThemselves(List.of(FIRST, SECOND), 3, 2);
        assertThat(windows.rows()).isEqualTo(3);
        assertThat(input(windows, 0)).containsExactly(0, 1, 2, 10, 11, 12);
        assertThat(input(windows, 1)).containsExactly(2, 3, 4, 12, 13, 14);
        assertThat(input(windows, 2)).containsExactly(20, 21, 22, 30, 31, 32);
        assertThat(target(windows, 1)).containsExactly(2, 3, 4, 12, 13, 14);
    }

    @Test
    void a_forecast_sees_what_follows_its_window_only() {
        SeriesWindows windows = SeriesWindows.ofWhatFollows(List.of(FIRST, SECOND), 2, 2, 1);
        assertThat(windows.rows()).isEqualTo(3); // the second series is too short
        assertThat(input(windows, 2)).containsExactly(2, 3, 12, 13);
        assertThat(target(windows, 2)).containsExactly(4, 5, 14, 15);
    }

    @Test
    void refuses_what_cannot_be_cut() {
        assertThatThrownBy(() -> SeriesWindows.ofThemselves(List.<float[][]>of(SECOND), 4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no series is long enough");
        float[][] ragged = {{1, 2}, {3}};
        assertThatThrownBy(() -> SeriesWindows.ofThemselves(List.<float[][]>of(ragged), 1, 1))
                .hasMessageContaining("one length");
        assertThatThrownBy(() -> SeriesWindows.ofThemselves(List.of(), 1, 1))
                .hasMessageContaining("at least one series");
        assertThatThrownBy(() -> SeriesWindows.ofWhatFollows(List.<float[][]>of(FIRST), 2, 0, 1))
                .hasMessageContaining("1 or more");
    }

    private static float[] input(SeriesWindows windows, int row) {
        float[] input = new float[windows.inputSize()];
        windows.read(row, input, 0, new float[windows.targetSize()], 0);
        return input;
    }

    private static float[] target(SeriesWindows windows, int row) {
        float[] target = new float[windows.targetSize()];
        windows.read(row, new float[windows.inputSize()], 0, target, 0);
        return target;
    }
}

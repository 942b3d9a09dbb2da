package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class StandardWindowTest {
    @Test
    void what_a_forecast_leaves_of_a_gap_still_bridges_it() {
        BitSet bridged = new BitSet();
        bridged.set(2 * 2 + 1); // third row, second channel
        StandardWindow window = new StandardWindow(2, new float[8], new BitSet(), bridged);
        StandardWindow left = window.with(new float[] {1, 2, 3, 4}); // of the last two rows
        assertThat(left.bridged(0, 1)).isTrue();
        assertThat(left.bridged(0, 0)).isFalse();
        assertThat(left.bridged(1, 1)).isFalse();
        assertThat(left.complete()).isFalse();
    }

    @Test
    void refuses_more_rows_than_there_are() {
        StandardWindow window = new StandardWindow(2, new float[4], new BitSet(), new BitSet());
        assertThatThrownBy(() -> window.with(new float[6])).hasMessageContaining("up to 2 whole rows");
    }
}

package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.industrialmind.signal.Frame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void brings_back_every_bit_of_a_row(long seed) {
        Fleet fleet = new Fleet("pump", 1, 50, Duration.ofSeconds(1), seed);
        JsonRows rows = new JsonRows(fleet.schema());
        Frame frame = fleet.machines().getFirst().next(1_700_000_000_123_456_789L, 5);
        for (int row = 0; row < frame.rows(); row++) {
            JsonRows.Row read = rows.decode(rows.encode(frame, row));
            assertThat(read.asset).isEqualTo(frame.asset());
            assertThat(read.time).isEqualTo(frame.time(row));
            for (int channel = 0; channel < 50; channel++) {
                assertThat(read.values[channel]).isEqualTo(frame.value(row, channel));
            }
        }
    }
}

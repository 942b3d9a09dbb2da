package org.industrialmind.torch.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowCodingTest {
    @Test
    void judges_all_but_the_drives() {
        WindowCoding coding = WindowCoding.of(Mill.schema(), 60, 10);
        assertThat(coding.judged()).hasSize(Mill.FOLLOWERS).doesNotContain(0);
        assertThat(coding.inputSize()).isEqualTo(160);
        assertThat(coding.outputSize()).isEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({"60, 10", "60, 7", "61, 30", "8, 8"})
    void every_row_belongs_to_one_step(int rows, int steps) {
        WindowCoding coding = WindowCoding.of(Mill.schema(), rows, steps);
        assertThat(coding.firstRow(0)).isZero();
        assertThat(coding.firstRow(steps)).isEqualTo(rows);
        for (int s = 0; s < steps; s++) {
            assertThat(coding.firstRow(s)).isLessThan(coding.firstRow(s + 1));
        }
    }

    @Test
    void refuses_windows_shorter_than_the_steps_and_machines_without_anything_to_judge() {
        assertThatThrownBy(() -> WindowCoding.of(Mill.schema(), 9, 10)).hasMessageContaining("fewer steps");
        Channel drive = new Channel("speed", "Speed", Unit.ONE, Channel.Role.DRIVE);
        FrameSchema drives = new FrameSchema(
                new EquipmentClass("drive"), Duration.ofSeconds(1), FrameSchema.Precision.SINGLE, List.of(drive));
        assertThatThrownBy(() -> WindowCoding.of(drives, 60, 10)).hasMessageContaining("every channel is a drive");
    }
}

package org.industrialmind.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("fan"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(
                    new Channel("speed", "", new Unit("/min"), Channel.Role.DRIVE),
                    new Channel("flow", "", new Unit("m3/h"), Channel.Role.PROCESS)));

    private final Window window = new Window(new AssetId("F-201"), SCHEMA, 5_000_000_000L, new float[] {1, 2, 3, 4});

    @Test
    void hands_out_its_values_as_a_copy() {
        window.values()[0] = 9;
        assertThat(window.values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void with_other_values_is_the_same_stretch_of_the_same_asset() {
        Window other = window.with(new float[] {5, 6, 7, 8});
        assertThat(other.values()).containsExactly(5, 6, 7, 8);
        assertThat(other.asset()).isEqualTo(window.asset());
        assertThat(other.schema()).isEqualTo(window.schema());
        assertThat(other.endNanos()).isEqualTo(window.endNanos());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> window.with(new float[] {5, 6}))
                .withMessageContaining("has 4 values: expected as many, and not 2");
    }

    @Test
    void without_a_channel_has_gaps_in_its_place() {
        assertThat(window.without(1).values()).containsExactly(1, Float.NaN, 3, Float.NaN);
        assertThat(window.without(1).coverage()).isEqualTo(0.5);
        assertThat(window.without().values()).containsExactly(1, 2, 3, 4);
    }
}

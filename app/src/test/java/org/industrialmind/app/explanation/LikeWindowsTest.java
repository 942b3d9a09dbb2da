package org.industrialmind.app.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;

final class LikeWindowsTest {
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("test"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(
                    new Channel("speed", "", new Unit("/min"), Channel.Role.DRIVE),
                    new Channel("flow", "", new Unit("m3/h"), Channel.Role.PROCESS)));

    /** A window of two rows at that speed. */
    private static Window at(float speed, float flow) {
        return new Window(new AssetId("P"), SCHEMA, 10_000_000_000L, new float[] {speed, flow, speed, flow});
    }

    @Test
    void takes_those_that_ran_most_alike_whatever_was_measured() {
        List<Window> past = IntStream.range(0, 10)
                .mapToObj(i -> at(1000 + 100 * i, i % 2 == 0 ? 5 : 50_000))
                .toList();

        List<Window> near = LikeWindows.nearest(at(1420, 7), past, 3);

        assertThat(near).extracting(window -> window.get(0, 0)).containsExactly(1400f, 1500f, 1300f);
    }

    @Test
    void holds_a_drive_that_only_one_of_the_two_has_read_for_far_away() {
        List<Window> past = List.of(at(Float.NaN, 1), at(1000, 2), at(1100, 3));

        assertThat(LikeWindows.nearest(at(1040, 7), past, 5)).containsExactly(past.get(1), past.get(2), past.get(0));
        assertThat(LikeWindows.nearest(at(Float.NaN, 7), past, 5).getFirst()).isSameAs(past.get(0));
    }
}

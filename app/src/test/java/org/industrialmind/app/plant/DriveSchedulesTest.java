package org.industrialmind.app.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.regime.RunHistory;
import org.industrialmind.learning.regime.RunState;
import org.industrialmind.learning.regime.RunStateMachine;
import org.industrialmind.learning.regime.RunStateSettings;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.plant.DutySchedule;
import org.industrialmind.simulator.plant.DutySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the state machine makes of the simulator's schedules, read by a transmitter with noise and spikes. */
class DriveSchedulesTest {
    private static final int SCAN = 10; // seconds
    private static final int ROWS = 60;
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("pump"),
            Duration.ofSeconds(SCAN),
            FrameSchema.Precision.SINGLE,
            List.of(new Channel("setpoint", "", Unit.ONE, Channel.Role.DRIVE)));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void states_are_those_of_the_schedule_but_for_the_minute_it_takes_to_be_sure(long seed) {
        int rows = 8 * 24 * 3600 / SCAN;
        DutySchedule schedule = new DutySchedule(new Seed(seed));
        SplittableRandom random = new SplittableRandom(seed);
        RunState[] truth = new RunState[rows];
        float[] readings = new float[rows];
        double before = schedule.next(0, DutySettings.brisk());
        RunState state = RunState.RUNNING;
        for (int second = 0; second < rows * SCAN; second++) {
            double load = schedule.next(second, DutySettings.brisk());
            state = truth(state, before, load);
            before = load;
            if (second % SCAN == 0) {
                boolean spike = random.nextInt(500) == 0;
                readings[second / SCAN] = (float) (150 * load + 0.3 * random.nextGaussian() + (spike ? 40 : 0));
                truth[second / SCAN] = state;
            }
        }
        List<Window> windows = windows(readings);
        int half = windows.size() / 2;
        RunStateMachine machine =
                RunStateMachine.learn(SCHEMA, windows.subList(0, half), 0.04, RunStateSettings.defaults());
        RunHistory history = RunHistory.of(machine, windows.subList(half, windows.size()));

        int compared = 0;
        int wrong = 0;
        int starts = 0;
        int first = half * ROWS + 12; // nothing is known in the first minutes
        for (int row = first; row < half * 2 * ROWS - 12; row++) {
            starts += truth[row] == RunState.STARTING && truth[row - 1] != RunState.STARTING ? 1 : 0;
            RunState there = truth[row];
            boolean clear = Arrays.stream(truth, row - 2, row + 3).allMatch(near -> near == there);
            if (clear) {
                compared++;
                wrong += history.at((long) row * SCHEMA.periodNanos()) == there ? 0 : 1;
            }
        }
        assertThat(starts).isPositive();
        assertThat(history.starts()).isEqualTo(starts);
        assertThat(compared).isGreaterThan(rows / 3);
        assertThat((double) wrong / compared).isLessThan(0.001);
    }

    private static RunState truth(RunState before, double was, double load) {
        if (load == 0) {
            return RunState.STOPPED;
        }
        boolean starting = was == 0 || before == RunState.STARTING && load != was;
        return starting ? RunState.STARTING : load == was ? RunState.RUNNING : RunState.CHANGING;
    }

    private static List<Window> windows(float[] readings) {
        List<Window> windows = new ArrayList<>();
        for (int end = ROWS; end <= readings.length; end += ROWS) {
            windows.add(new Window(
                    new AssetId("P-1"),
                    SCHEMA,
                    end * SCHEMA.periodNanos(),
                    Arrays.copyOfRange(readings, end - ROWS, end)));
        }
        return windows;
    }
}

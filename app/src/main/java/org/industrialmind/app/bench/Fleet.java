package org.industrialmind.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.StoredWindows;

/** Machines of one class that exist only here, and what a detector may learn of them before they are streamed. */
final class Fleet {
    static final int WINDOW = 60;
    static final int STRIDE = 10;

    /** Enough for each machine to have a known way of running, small enough for 200 machines in a heap of 1 GB. */
    private static final int HISTORY_ROWS = 500;

    private static final int ROWS_A_FRAME = 1_000; // a frame holds 65,536 values at most

    private final FrameSchema schema;
    private final List<SensorWalk> machines;

    /**
     * Makes a fleet.
     *
     * @param name of the class; machines and tables are named after it
     * @param period the time between two rows of a machine
     */
    Fleet(String name, int assets, int channels, Duration period, long seed) {
        schema = new FrameSchema(
                new EquipmentClass(name),
                period,
                FrameSchema.Precision.SINGLE,
                IntStream.range(0, channels).mapToObj(Fleet::channel).toList());
        machines = IntStream.range(0, assets)
                .mapToObj(i ->
                        new SensorWalk(new AssetId(String.format("%s-%05d", name, i)), schema, seed * 1_000_003 + i))
                .toList();
    }

    private static Channel channel(int number) {
        return new Channel(String.format("sensor_%03d", number), "sensor " + number, Unit.ONE, Channel.Role.PROCESS);
    }

    FrameSchema schema() {
        return schema;
    }

    List<SensorWalk> machines() {
        return machines;
    }

    /** Lets every machine run for a while, up to that time at the latest, and returns its windows to learn from. */
    WindowSet history(long endNanos) {
        return history(endNanos, HISTORY_ROWS);
    }

    /** Lets every machine run for so many rows, up to that time at the latest, and returns its windows. */
    WindowSet history(long endNanos, int rows) {
        long start = endNanos - rows * schema.periodNanos();
        List<Window> windows = new ArrayList<>();
        for (SensorWalk machine : machines) {
            List<Frame> run = new ArrayList<>();
            for (int done = 0; done < rows; done += ROWS_A_FRAME) {
                run.add(machine.next(start + done * schema.periodNanos(), Math.min(ROWS_A_FRAME, rows - done)));
            }
            windows.addAll(StoredWindows.cut(machine.asset(), schema, run, WINDOW, STRIDE));
        }
        List<Window> whole =
                windows.stream().filter(window -> window.coverage() == 1).toList();
        return new WindowSet(machines.size() + " made-up machines, " + rows + " rows each", whole);
    }
}

package org.industrialmind.learning.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * The drives of one machine with the levels that each was held at in training.
 *
 * @param levels of each drive, in the order of the channels; empty where the class has no drives
 */
public record Drives(List<DriveLevels> levels) {
    public Drives {
        levels = List.copyOf(levels);
    }

    /** Finds the levels of every drive in windows of one machine. */
    static Drives find(FrameSchema schema, List<Window> windows, double sameLevel) {
        List<DriveLevels> drives = new ArrayList<>();
        for (int channel : channels(schema)) {
            drives.add(find(channel, windows, sameLevel));
        }
        return new Drives(drives);
    }

    private static int[] channels(FrameSchema schema) {
        int[] all = new int[schema.width()];
        int count = 0;
        for (int c = 0; c < all.length; c++) {
            if (schema.channel(c).role() == Channel.Role.DRIVE) {
                all[count++] = c;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static DriveLevels find(int channel, List<Window> windows, double sameLevel) {
        double[] means = new double[windows.size()];
        double[] moves = new double[windows.size()];
        int count = 0;
        for (Window window : windows) {
            DriveMotion motion = DriveMotion.of(window, channel);
            if (motion.read()) {
                means[count] = motion.mean();
                moves[count++] = motion.move();
            }
        }
        return count == 0
                ? new DriveLevels(channel, Double.MIN_NORMAL, Double.MIN_NORMAL, List.of())
                : DriveLevels.find(channel, Arrays.copyOf(means, count), Arrays.copyOf(moves, count), sameLevel);
    }

    int count() {
        return levels.size();
    }

    /**
     * Fills in the mean of each drive, and returns why the window is of no way of running, whatever those are: a drive that
     * was not read, one that moves, or a machine that is asked to stand still.
     */
    Optional<Reason> settings(Window window, double[] means) {
        boolean asked = false;
        boolean still = false; // some drive asks for nothing, and no other that ever changes asks for anything
        for (int i = 0; i < levels.size(); i++) {
            DriveLevels drive = levels.get(i);
            DriveMotion motion = DriveMotion.of(window, drive.channel());
            if (!motion.read()) {
                return Optional.of(Reason.TOO_FEW_READINGS);
            }
            if (motion.move() > drive.stillness()) {
                return Optional.of(Reason.TRANSIENT);
            }
            means[i] = motion.mean();
            boolean nothing = drive.asksForNothing(motion.mean());
            still |= nothing;
            asked |= !nothing && !drive.constant();
        }
        return still && !asked ? Optional.of(Reason.STANDSTILL) : Optional.empty();
    }
}

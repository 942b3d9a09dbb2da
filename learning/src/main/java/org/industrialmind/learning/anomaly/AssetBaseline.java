package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/** What is known of one machine: the levels of its drives, and its regimes. */
record AssetBaseline(List<DriveLevels> drives, List<Regime> regimes) {
    /** Answers of {@link #regimeOf} that are not a regime. */
    static final int UNKNOWN = -1;

    static final int MOVING = -2;
    static final int UNREAD = -3;
    static final int STILL = -4;

    AssetBaseline {
        drives = List.copyOf(drives);
        regimes = List.copyOf(regimes);
    }

    static AssetBaseline fit(List<Window> windows, BaselineSettings settings) {
        List<Window> read = windows.stream()
                .filter(window -> window.coverage() >= settings.minCoverage())
                .toList();
        List<DriveLevels> drives = new ArrayList<>();
        for (int channel : driveChannels(windows.getFirst().schema())) {
            drives.add(levels(channel, read, settings.sameLevel()));
        }
        return new AssetBaseline(drives, regimes(drives, read, settings));
    }

    private static int[] driveChannels(FrameSchema schema) {
        int[] all = new int[schema.width()];
        int count = 0;
        for (int c = 0; c < all.length; c++) {
            if (schema.channel(c).role() == Channel.Role.DRIVE) {
                all[count++] = c;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static DriveLevels levels(int channel, List<Window> windows, double sameLevel) {
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

    private static List<Regime> regimes(List<DriveLevels> drives, List<Window> windows, BaselineSettings settings) {
        Map<List<Integer>, List<Window>> byLevels = new TreeMap<>(AssetBaseline::compareLevels);
        for (Window window : windows) {
            int[] levels = new int[drives.size()];
            if (locate(drives, window, levels) == 0) {
                byLevels.computeIfAbsent(Arrays.stream(levels).boxed().toList(), key -> new ArrayList<>())
                        .add(window);
            }
        }
        double[] spans = spans(byLevels.values());
        List<Regime> regimes = new ArrayList<>();
        byLevels.forEach((levels, seen) -> {
            if (seen.size() >= settings.minWindows()) {
                regimes.add(new Regime(levels, ScaleFit.fit(seen, spans), seen.size()));
            }
        });
        return regimes;
    }

    private static int compareLevels(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = Integer.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static double[] spans(Iterable<List<Window>> groups) {
        double[] low = {};
        double[] high = {};
        for (List<Window> group : groups) {
            for (Window window : group) {
                if (low.length == 0) {
                    low = new double[window.width()];
                    high = new double[window.width()];
                    Arrays.fill(low, Double.POSITIVE_INFINITY);
                    Arrays.fill(high, Double.NEGATIVE_INFINITY);
                }
                for (int row = 0; row < window.length(); row++) {
                    for (int c = 0; c < low.length; c++) {
                        float value = window.get(row, c);
                        if (Float.isFinite(value)) {
                            low[c] = Math.min(low[c], value);
                            high[c] = Math.max(high[c], value);
                        }
                    }
                }
            }
        }
        double[] spans = new double[low.length];
        for (int c = 0; c < spans.length; c++) {
            spans[c] = high[c] > low[c] ? high[c] - low[c] : 0;
        }
        return spans;
    }

    /** Returns the index of the regime of the window, or {@link #UNKNOWN}, {@link #MOVING}, {@link #UNREAD} or {@link #STILL}. */
    int regimeOf(Window window) {
        int[] levels = new int[drives.size()];
        int located = locate(drives, window, levels);
        if (located != 0) {
            return located;
        }
        for (int i = 0; i < regimes.size(); i++) {
            if (matches(regimes.get(i).levels(), levels)) {
                return i;
            }
        }
        return UNKNOWN;
    }

    private static boolean matches(List<Integer> known, int[] levels) {
        for (int i = 0; i < levels.length; i++) {
            if (known.get(i) != levels[i]) {
                return false;
            }
        }
        return true;
    }

    /** Fills the level of each drive and returns 0, or says why a level cannot be told. */
    private static int locate(List<DriveLevels> drives, Window window, int[] levels) {
        int found = 0;
        boolean asked = false;
        boolean still = false; // some drive asks for nothing, and no other that ever changes asks for anything
        for (int i = 0; i < levels.length; i++) {
            DriveLevels drive = drives.get(i);
            DriveMotion motion = DriveMotion.of(window, drive.channel());
            if (!motion.read()) {
                return UNREAD;
            }
            if (motion.move() > drive.stillness()) {
                return MOVING;
            }
            levels[i] = drive.levelOf(motion.mean());
            found = levels[i] < 0 ? UNKNOWN : found;
            boolean nothing = drive.asksForNothing(motion.mean());
            still |= nothing;
            asked |= !nothing && !drive.constant();
        }
        return still && !asked ? STILL : found;
    }
}

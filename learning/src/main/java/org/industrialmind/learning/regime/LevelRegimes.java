package org.industrialmind.learning.regime;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Regimes by level: each is one combination of the levels at which the drives were held ({@link DriveLevels}).
 *
 * <p>For commands that stand at set points this needs no number of regimes and no seed, and has no regime between two that
 * were seen. A class without drives has one regime.
 *
 * @param levels of each regime: the index of the level of each drive, in ascending order
 */
public record LevelRegimes(Drives drives, List<List<Integer>> levels) implements Regimes {
    /** @throws IllegalArgumentException if a regime has not one level for each drive */
    public LevelRegimes {
        levels = levels.stream().map(List::copyOf).toList();
        int expected = drives.count();
        levels.forEach(regime -> {
            if (regime.size() != expected) {
                throw new IllegalArgumentException(
                        "a regime of " + regime.size() + " drive levels: expected one for each of " + expected);
            }
        });
    }

    /** Returns the one regime of a machine whose drives nobody looks at. */
    static LevelRegimes withoutDrives(List<Window> windows, RegimeSettings settings) {
        return learn(new Drives(List.of()), windows, settings);
    }

    static LevelRegimes learn(FrameSchema schema, List<Window> windows, RegimeSettings settings) {
        return learn(Drives.find(schema, windows, settings.sameLevel()), windows, settings);
    }

    private static LevelRegimes learn(Drives drives, List<Window> windows, RegimeSettings settings) {
        Map<List<Integer>, Integer> seen = new TreeMap<>(LevelRegimes::compare);
        double[] means = new double[drives.count()];
        for (Window window : windows) {
            if (drives.settings(window, means).isEmpty()) {
                int[] held = held(drives, means);
                if (Arrays.stream(held).noneMatch(level -> level < 0)) {
                    seen.merge(Arrays.stream(held).boxed().toList(), 1, Integer::sum);
                }
            }
        }
        return new LevelRegimes(
                drives,
                seen.entrySet().stream()
                        .filter(entry -> entry.getValue() >= settings.minWindows())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = Integer.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int[] held(Drives drives, double[] means) {
        int[] held = new int[means.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = drives.levels().get(i).levelOf(means[i]);
        }
        return held;
    }

    @Override
    public int count() {
        return levels.size();
    }

    @Override
    public Located locate(Window window) {
        double[] means = new double[drives.count()];
        return drives.settings(window, means).<Located>map(Located.Nowhere::new).orElseGet(() -> held(means));
    }

    private Located held(double[] means) {
        int[] held = held(drives, means);
        for (int regime = 0; regime < levels.size(); regime++) {
            if (matches(levels.get(regime), held)) {
                return new Located.In(regime);
            }
        }
        return new Located.Nowhere(Reason.UNKNOWN_REGIME);
    }

    private static boolean matches(List<Integer> known, int[] held) {
        for (int i = 0; i < held.length; i++) {
            if (known.get(i) != held[i]) {
                return false;
            }
        }
        return true;
    }
}

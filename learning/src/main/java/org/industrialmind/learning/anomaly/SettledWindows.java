package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.Window;

/**
 * The windows among those of training in which an episode could open: of a known regime, and not while the machine settles
 * after it was out of sight. What an {@link EpisodeRule} will not look at need not be explained, and must not make a model
 * forgiving.
 */
public final class SettledWindows {
    private SettledWindows() {}

    /** Returns the settled windows, or all if there is none. */
    public static WindowSet of(WindowSet set, Baseline baseline, EpisodeRule rule) {
        List<Window> settled = new ArrayList<>();
        set.byAsset().forEach((asset, windows) -> settled.addAll(of(windows, baseline, rule)));
        return settled.isEmpty() ? set : new WindowSet(set.description(), settled);
    }

    /** @param windows of one machine, in order of time */
    private static List<Window> of(List<Window> windows, Baseline baseline, EpisodeRule rule) {
        List<Window> settled = new ArrayList<>();
        long last = windows.getFirst().endNanos(); // history begins amid the machine's life
        long from = Long.MIN_VALUE;
        for (Window window : windows) {
            if (baseline.locate(window) instanceof Baseline.Location.Known) {
                long end = window.endNanos();
                if (end - last > rule.away().toNanos()) {
                    from = end + rule.settling(end - last);
                }
                last = end;
                if (end >= from) {
                    settled.add(window);
                }
            }
        }
        return settled;
    }
}

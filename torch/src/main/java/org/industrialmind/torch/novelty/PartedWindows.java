package org.industrialmind.torch.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.novelty.NormalWindows;

/**
 * Normal windows parted for a fit: those to learn from, and the last ones of each place, which say when to stop.
 *
 * @param heldOut all windows where there are too few to hold any out
 */
record PartedWindows(List<StandardWindow> training, List<StandardWindow> heldOut) {
    private static final double SHARE = 0.15;

    /** Parts the windows, of which at most so many are taken, evenly. */
    static PartedWindows of(NormalWindows windows, int most) {
        int step = Math.ceilDiv(windows.items().size(), most);
        List<NormalWindows.Item> some = new ArrayList<>();
        for (int i = 0; i < windows.items().size(); i += step) {
            some.add(windows.items().get(i));
        }
        Map<Integer, Integer> counts = new HashMap<>();
        some.forEach(item -> counts.merge(item.place(), 1, Integer::sum));
        Map<Integer, Integer> seen = new HashMap<>();
        List<StandardWindow> training = new ArrayList<>();
        List<StandardWindow> heldOut = new ArrayList<>();
        for (NormalWindows.Item item : some) {
            int position = seen.merge(item.place(), 1, Integer::sum);
            boolean late = position > (1 - SHARE) * counts.getOrDefault(item.place(), 1);
            (late ? heldOut : training).add(item.window());
        }
        boolean parted = !heldOut.isEmpty() && !training.isEmpty();
        List<StandardWindow> all = some.stream().map(NormalWindows.Item::window).toList();
        return parted ? new PartedWindows(training, heldOut) : new PartedWindows(all, all);
    }
}

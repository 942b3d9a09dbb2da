package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.JudgedChannels;
import org.industrialmind.learning.anomaly.Placement;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Window;

/** All that a {@link NoveltyDetector} takes from windows but the limits: the baseline, and what its method learned. */
record NoveltyFit(Baseline baseline, JudgedChannels judged, Places places, KnownNormal known) {
    /** A window as the method is shown it. */
    record Standing(int regime, int place, StandardWindow window) {}

    NoveltyFit(Baseline baseline, KnownNormal known) {
        this(baseline, JudgedChannels.of(baseline.schema()), new Places(baseline), known);
    }

    static NoveltyFit of(WindowSet set, NoveltyMethod method, BaselineSettings settings, long seed) {
        JudgedChannels judged = JudgedChannels.of(set.schema());
        Baseline baseline = Baseline.fit(set, settings);
        Places places = new Places(baseline);
        List<NormalWindows.Item> items = new ArrayList<>();
        set.byAsset().values().forEach(windows -> {
            long covered = Long.MIN_VALUE;
            for (Window window : windows) {
                Optional<Standing> standing = stand(window, baseline, judged, places);
                if (standing.isPresent()) {
                    double fresh = window.endNanos() - Math.max(covered, window.startNanos());
                    items.add(new NormalWindows.Item(
                            standing.get().place(),
                            Math.clamp(fresh / (window.endNanos() - window.startNanos()), 0, 1),
                            standing.get().window()));
                    covered = window.endNanos();
                }
            }
        });
        NormalWindows normal = new NormalWindows(layout(baseline, judged, places), items);
        return new NoveltyFit(baseline, judged, places, method.learn(normal, seed));
    }

    static Layout layout(Baseline baseline) {
        return layout(baseline, JudgedChannels.of(baseline.schema()), new Places(baseline));
    }

    private static Layout layout(Baseline baseline, JudgedChannels judged, Places places) {
        return new Layout(baseline.windowLength(), judged.count(), places.count());
    }

    /** Returns the window as the method is shown it, or nothing where it cannot be compared. */
    Optional<Standing> stand(Window window) {
        return stand(window, baseline, judged, places);
    }

    private static Optional<Standing> stand(Window window, Baseline baseline, JudgedChannels judged, Places places) {
        return switch (baseline.place(window)) {
            case Placement.Placed(int regime, StandardWindow z) ->
                Optional.of(new Standing(regime, places.of(window.asset(), regime), judged.of(window, z)));
            case Placement.Outside outside -> Optional.empty();
        };
    }
}

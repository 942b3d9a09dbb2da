package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.regime.Located;
import org.industrialmind.signal.Window;

/**
 * Training windows parted in time: the earlier ones to fit on, the later ones to set limits by.
 *
 * <p>Readings a minute apart resemble each other, so a random split would put near copies of the fitted windows among the
 * held-out ones and the limits would come out too low. Here each machine is parted at one moment of each of its regimes -
 * of each, because a regime that was only run early or only late would otherwise be missing on one side. Windows that
 * share a reading with the last fitted one are on neither side. A regime too short to be parted is fitted on wholly; its
 * limit is borrowed (see {@link Limits}).
 *
 * @param fit the earlier windows, and those of no regime
 * @param calibration the later windows; may be empty
 */
public record HoldOut(WindowSet fit, List<Window> calibration) {
    public HoldOut {
        calibration = List.copyOf(calibration);
    }

    /**
     * Parts a set.
     *
     * @param share of each regime's windows to hold out, in (0, 1)
     */
    public static HoldOut of(WindowSet set, double share, BaselineSettings settings) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + " to hold out is not valid: expected one in (0, 1)");
        }
        List<Window> fit = new ArrayList<>();
        List<Window> calibration = new ArrayList<>();
        set.byAsset().forEach((asset, windows) -> {
            AssetBaseline known = AssetBaseline.fit(windows, settings);
            Map<Integer, List<Window>> byRegime = new TreeMap<>();
            for (Window window : windows) {
                if (window.coverage() >= settings.minCoverage()
                        && known.regimes().locate(window) instanceof Located.In(int regime)) {
                    byRegime.computeIfAbsent(regime, key -> new ArrayList<>()).add(window);
                } else {
                    fit.add(window);
                }
            }
            byRegime.forEach((regime, seen) -> {
                int kept = (int) Math.round((1 - share) * seen.size());
                kept = kept < settings.minWindows() ? seen.size() : kept;
                List<Window> earlier = seen.subList(0, kept);
                fit.addAll(earlier);
                seen.subList(kept, seen.size()).stream()
                        .filter(window ->
                                window.startNanos() >= earlier.getLast().endNanos())
                        .forEach(calibration::add);
            });
        });
        return new HoldOut(new WindowSet(set.description(), fit), calibration);
    }
}

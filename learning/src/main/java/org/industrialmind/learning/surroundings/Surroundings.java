package org.industrialmind.learning.surroundings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/**
 * Takes out of a window what is owed to the surroundings, so that a hot day is not a hot bearing.
 *
 * <p>A machine is judged against its own normal behaviour, and that depends on more than its regime: on the weather, the
 * temperature of what it is fed, the exact set point within a level, and on whether a change of load still works in it. Few
 * days of history hold little of the weather to come, so a detector of plain readings calls the first warm day a fault.
 * Here every judged channel is regressed on what bears on it, and the part that these explain is subtracted from its
 * readings, one constant a window: the machine then reads as it would in its usual surroundings.
 *
 * <p>What bears on a channel: the mean of each drive within its level, the mean and the trend of each channel of the role
 * {@link org.industrialmind.signal.Channel.Role#AMBIENT}, and the channel's own trend. The last stands for inertia: a
 * first-order lag of time constant T that moves at the rate r is r T away from where it will settle, whatever set it in
 * motion; so a winding that warms up after a change of load reads, less its trend, like one that has settled. A fault that
 * grows is not hidden by it: a rise makes the expectation lower.
 *
 * <p>How the slopes are found: {@link ResponseFit}. Extrapolation: a straight line reaches a little further than the points
 * that it was drawn through, and no more. Surroundings that are further from the usual than {@value #TRUSTED} times the
 * furthest in training, or change faster than ever, make the window {@link #strange}: nothing should be said of it.
 *
 * <p>A window of an unknown machine or regime is left as it is; whoever judges it will abstain.
 */
public final class Surroundings {
    private static final double TRUSTED = 1.25; // times the furthest seen in training

    private final Baseline baseline;
    private final Influences influences;
    private final Map<AssetId, List<Response>> responses;
    private final double[] reach; // of each influence, then of each judged channel's own trend

    Surroundings(Baseline baseline, Map<AssetId, List<Response>> responses, double[] reach) {
        this.baseline = baseline;
        this.influences = new Influences(baseline.schema());
        this.responses = new TreeMap<>(responses);
        this.reach = reach;
    }

    /** Learns from normal windows, by the regimes of the baseline, which must be of the same windows. */
    public static Surroundings fit(WindowSet set, Baseline baseline) {
        Influences influences = new Influences(baseline.schema());
        Map<AssetId, List<Seen>> seen = new TreeMap<>();
        for (AssetId asset : baseline.assets()) {
            List<Seen> regimes = new ArrayList<>();
            for (int i = 0; i < baseline.regimes(asset); i++) {
                regimes.add(new Seen(influences.size(), influences.judged().length));
            }
            seen.put(asset, regimes);
        }
        for (Window window : set.windows()) {
            OptionalInt regime = baseline.regimeOf(window);
            if (regime.isPresent()) {
                seen.getOrDefault(window.asset(), List.of())
                        .get(regime.getAsInt())
                        .add(window, influences);
            }
        }
        ResponseFit fit = new ResponseFit(seen, influences.drives());
        return new Surroundings(baseline, fit.responses(), fit.reach());
    }

    /** Returns what takes nothing out of a window, and finds no surroundings strange. */
    public static Surroundings none(Baseline baseline) {
        Influences influences = new Influences(baseline.schema());
        return new Surroundings(baseline, Map.of(), new double[influences.size() + influences.judged().length]);
    }

    /** Returns whether the window is of a known machine in a known way of running. */
    public boolean knows(Window window) {
        return baseline.regimeOf(window).isPresent();
    }

    /** Returns whether the surroundings of a known machine and regime are too far from all that training has seen. */
    public boolean strange(Window window) {
        OptionalInt regime = baseline.regimeOf(window);
        List<Response> known = responses.getOrDefault(window.asset(), Collections.emptyList());
        if (regime.isEmpty() || regime.getAsInt() >= known.size()) {
            return false;
        }
        double[] usual = known.get(regime.getAsInt()).usual();
        double[] seen = influences.of(window);
        boolean strange = false;
        for (int i = influences.drives(); i < seen.length; i++) { // drives are the regime's affair
            strange |= Math.abs(seen[i] - usual[i]) > TRUSTED * reach[i]; // NaN is not
        }
        return strange;
    }

    /** Returns the window as it would read in the usual surroundings of its machine and regime. */
    public Window without(Window window) {
        OptionalInt regime = baseline.regimeOf(window);
        List<Response> known = responses.getOrDefault(window.asset(), Collections.emptyList());
        if (regime.isEmpty() || regime.getAsInt() >= known.size()) {
            return window;
        }
        Response response = known.get(regime.getAsInt());
        double[] away = influences.of(window);
        for (int i = 0; i < away.length; i++) {
            away[i] = Double.isNaN(away[i]) ? 0 : trusted(away[i] - response.usual()[i], i);
        }
        int width = window.width();
        float[] values = new float[window.length() * width];
        window.copyTo(values, 0);
        int[] judged = influences.judged();
        for (int j = 0; j < judged.length; j++) {
            double own = Influences.Line.of(window, judged[j]).change();
            double extra = response.of(j, away, Double.isNaN(own) ? 0 : trusted(own, away.length + j));
            for (int at = judged[j]; at < values.length; at += width) {
                values[at] -= (float) extra;
            }
        }
        return new Window(window.asset(), window.schema(), window.endNanos(), values);
    }

    private double trusted(double away, int influence) {
        return Math.clamp(away, -TRUSTED * reach[influence], TRUSTED * reach[influence]);
    }

    Baseline baseline() {
        return baseline;
    }

    Map<AssetId, List<Response>> responses() {
        return responses;
    }

    double[] reach() {
        return reach.clone();
    }
}

package org.industrialmind.learning.surroundings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.LevelDoubt;
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
 * <p>How the slopes are found: {@link ResponseFit}. Extrapolation: a line may be drawn on beyond the surroundings that
 * training has seen, but what it says there is less sure. {@link #doubt} tells the variance by channel: how poorly the slopes
 * are known, times the square of the distance; and beyond {@value #TRUSTED} times the furthest in training as much again as if
 * the slope were known from {@value #BEYOND} windows at that distance, for there the line itself may bend. A channel that never
 * answered to the weather is judged in any weather; one that did is judged less and less. Only where of most channels
 * nothing can be said the window is {@link #strange}.
 *
 * <p>A channel's own trend is taken out up to {@value #TRUSTED} times the steepest in training; what a steeper one would have
 * explained beyond that is in doubt too, as long as it goes on all through the window: at the end of a hot spell, or at a
 * start, a channel with inertia is on its way ({@link #underway}) to where nobody can tell yet. A step is on its way nowhere.
 * What heats as fast for a reason of its own is in that doubt too, for some of its lags, though the surroundings stand still.
 *
 * <p>A window of an unknown machine or regime is left as it is; whoever judges it will abstain.
 */
public final class Surroundings {
    private static final double TRUSTED = 1.25; // times the furthest seen in training
    private static final double BEYOND = 100; // windows that tell of a slope beyond that
    private static final double NEVER_MOVED = 1e-9; // a reach so small that anything else is far beyond
    private static final double FARTHEST = 1e6; // times the reach: beyond it no weather is, and squares overflow
    private static final double UNJUDGED = 5; // deviations of a window's level: in such a doubt a channel says nothing
    private static final double MOST_LOST = 0.5; // of the channels

    private final Baseline baseline;
    private final Influences influences;
    private final Map<AssetId, List<Response>> responses;
    private final double[] reach; // of each influence, then of each judged channel's own trend
    private final List<Unrest> unrest; // by judged channel

    Surroundings(Baseline baseline, Map<AssetId, List<Response>> responses, double[] reach, List<Unrest> unrest) {
        this.baseline = baseline;
        this.influences = new Influences(baseline.schema());
        this.responses = new TreeMap<>(responses);
        this.reach = reach;
        this.unrest = List.copyOf(unrest);
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
        return new Surroundings(baseline, fit.responses(), fit.reach(), fit.unrest());
    }

    /** Returns what takes nothing out of a window, and finds no surroundings strange. */
    public static Surroundings none(Baseline baseline) {
        Influences influences = new Influences(baseline.schema());
        int judged = influences.judged().length;
        return new Surroundings(
                baseline,
                Map.of(),
                new double[influences.size() + judged],
                Collections.nCopies(judged, new Unrest(0, 0)));
    }

    /** Returns whether anything is known of what the surroundings do to any machine. */
    public boolean explains() {
        return !responses.isEmpty();
    }

    /** Returns whether the window is of a known machine in a known way of running. */
    public boolean knows(Window window) {
        return baseline.regimeOf(window).isPresent();
    }

    /**
     * Returns whether the surroundings are so far from all that training has seen that of most channels nothing can be said.
     */
    public boolean strange(Window window) {
        return response(window)
                .map(response -> strange(weather(away(window, response), response)))
                .orElse(false);
    }

    private boolean strange(double[] variances) {
        long lost = IntStream.range(0, variances.length)
                .filter(channel -> variances[channel]
                        > UNJUDGED * UNJUDGED * unrest.get(channel).window())
                .count();
        return lost > MOST_LOST * variances.length;
    }

    /** Returns how far off the levels of a window may be because {@link #without} had to extrapolate, or would not. */
    public LevelDoubt doubt(Window window) {
        return response(window)
                .map(response -> doubt(window, response))
                .orElseGet(() -> LevelDoubt.none(influences.judged().length));
    }

    private LevelDoubt doubt(Window window, Response response) {
        double[] variances = weather(away(window, response), response);
        for (int j = 0; j < variances.length; j++) {
            variances[j] += response.answer(j).varianceOf(untrusted(window, j));
        }
        return LevelDoubt.of(variances);
    }

    /** Returns the variance of each channel's level that the surroundings leave. */
    private double[] weather(double[] away, Response response) {
        double beyond = 0;
        for (int i = influences.drives(); i < away.length; i++) {
            double far = Math.abs(away[i]) / Math.max(NEVER_MOVED, TRUSTED * reach[i]) - 1;
            beyond += far > 0 ? far * far / BEYOND : 0;
        }
        double[] variances = new double[unrest.size()];
        for (int j = 0; j < variances.length; j++) {
            variances[j] =
                    response.answer(j).variance(away) + beyond * unrest.get(j).independent();
        }
        return variances;
    }

    /**
     * Returns whether a channel of a known machine is on its way faster than anything training has seen: where it will settle
     * nobody can tell, and so not whether it reads too much by a constant either.
     */
    public boolean underway(Window window, int channel) {
        return response(window).isPresent()
                && IntStream.range(0, unrest.size())
                        .filter(judged -> influences.judged()[judged] == channel)
                        .anyMatch(judged -> untrusted(window, judged) != 0);
    }

    /** Returns the window without the channels whose levels are more in doubt than they are restless. */
    public Window sure(Window window) {
        LevelDoubt doubt = doubt(window);
        int[] lost = IntStream.range(0, doubt.size())
                .filter(channel -> doubt.variance(channel) > unrest.get(channel).window())
                .map(channel -> influences.judged()[channel])
                .toArray();
        return lost.length == 0 ? window : window.without(lost);
    }

    /** Returns the influences less the usual ones, drives no further than is trusted; 0 for what was not read. */
    private double[] away(Window window, Response response) {
        double[] away = influences.of(window);
        for (int i = 0; i < away.length; i++) {
            double by = away[i] - response.usual()[i];
            double most = i < influences.drives() ? TRUSTED * reach[i] : FARTHEST * Math.max(NEVER_MOVED, reach[i]);
            away[i] = Double.isNaN(by) ? 0 : Math.clamp(by, -most, most);
        }
        return away;
    }

    private Optional<Response> response(Window window) {
        OptionalInt regime = baseline.regimeOf(window);
        List<Response> known = responses.getOrDefault(window.asset(), List.of());
        return regime.isPresent() && regime.getAsInt() < known.size()
                ? Optional.of(known.get(regime.getAsInt()))
                : Optional.empty();
    }

    /** Returns the window as it would read in the usual surroundings of its machine and regime. */
    public Window without(Window window) {
        return response(window).map(response -> without(window, response)).orElse(window);
    }

    private Window without(Window window, Response response) {
        double[] away = away(window, response);
        int width = window.width();
        float[] values = window.values();
        int[] judged = influences.judged();
        for (int j = 0; j < judged.length; j++) {
            double extra = response.answer(j).of(away, trend(window, j));
            for (int at = judged[j]; at < values.length; at += width) {
                values[at] -= (float) extra;
            }
        }
        return window.with(values);
    }

    /** Returns a channel's own trend, no steeper than is trusted; 0 if it was not read. */
    private double trend(Window window, int judged) {
        double own = Influences.Line.of(window, influences.judged()[judged]).change();
        return Double.isNaN(own) ? 0 : trusted(own, judged);
    }

    /** Returns by how much a channel moves faster than is trusted, all through the window. */
    private double untrusted(Window window, int judged) {
        double own = Influences.Line.steady(window, influences.judged()[judged]);
        return own - trusted(own, judged);
    }

    private double trusted(double trend, int judged) {
        double most = TRUSTED * reach[influences.size() + judged];
        return Math.clamp(trend, -most, most);
    }

    Baseline baseline() {
        return baseline;
    }

    Map<AssetId, List<Response>> responses() {
        return responses;
    }

    List<Unrest> unrest() {
        return unrest;
    }

    double[] reach() {
        return reach.clone();
    }
}

package org.industrialmind.learning.surroundings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.AssetId;

/** The regression of one judged channel, see {@link ResponseFit}. Its last influence is the channel's own trend. */
final class ChannelFit {
    private static final double HUBER = 2.5; // robust deviations, beyond which a window counts for less
    private static final double NEVER_MOVED = 1e-9; // a spread so small that nothing is known of any other value

    private final Map<AssetId, List<Seen>> seen;
    private final Extent extent;
    private final int channel;
    private final int size;
    private final IdentityHashMap<Seen, double[]> trust = new IdentityHashMap<>(); // weight of each window after Huber
    private final double[] scale;
    private final Map<AssetId, List<Known>> known;
    private final Unrest unrest;

    ChannelFit(Map<AssetId, List<Seen>> seen, Extent extent, int channel) {
        this.seen = seen;
        this.extent = extent;
        this.channel = channel;
        this.size = extent.size();
        this.scale = new double[size + 1];
        seen.values()
                .forEach(regimes -> regimes.forEach(regime -> {
                    double[] full = new double[regime.windows()];
                    Arrays.fill(full, 1);
                    trust.put(regime, full);
                }));
        for (int i = 0; i < size; i++) {
            scale[i] = extent.standing(i) ? 0 : extent.spread(i);
        }
        scale[size] = trendSpread();

        reweigh(slopes().known(Likeness.PLAIN));
        Likeness likeness = slopes().best();
        reweigh(slopes().known(likeness));
        Slopes last = slopes();
        known = last.known(likeness);
        double deviation = reweigh(known);
        double window = deviation * deviation;
        unrest = new Unrest(window, Math.max(window, last.independent(likeness)));
    }

    private double trendSpread() {
        double squares = 0;
        double total = 0;
        for (List<Seen> regimes : seen.values()) {
            for (Seen regime : regimes) {
                for (int w = 0; w < regime.windows(); w++) {
                    double trend = regime.trend(w, channel);
                    if (!Double.isNaN(trend)) {
                        squares += regime.weight(w) * trend * trend;
                        total += regime.weight(w);
                    }
                }
            }
        }
        return total > 0 ? Math.sqrt(squares / total) : 0;
    }

    /** Returns what is left of the channel when all influences have been taken out. */
    Unrest unrest() {
        return unrest;
    }

    /** Returns how the channel answers in one regime of a machine, in its own units. */
    Answer answer(AssetId asset, int regime) {
        Known standard = known.getOrDefault(asset, List.of()).get(regime);
        double[] slopes = new double[size + 1];
        for (int i = 0; i <= size; i++) {
            slopes[i] = scale[i] > 0 ? standard.slope(i) / scale[i] : 0;
        }
        for (int i = 0; i < extent.drives(); i++) {
            if (extent.standing(i)) {
                slopes[i] = acrossLevels(asset, regime, i);
            }
        }
        return new Answer(slopes, covariance(standard));
    }

    private double[] covariance(Known standard) {
        int from = extent.drives();
        int outer = size - from;
        double[] covariance = new double[outer * outer];
        for (int i = 0; i < outer; i++) {
            for (int k = 0; k < outer; k++) {
                double units = Math.max(NEVER_MOVED, scale[from + i]) * Math.max(NEVER_MOVED, scale[from + k]);
                covariance[i * outer + k] = unrest.independent() * standard.covariance(from + i, from + k) / units;
            }
        }
        return covariance;
    }

    private Slopes slopes() {
        Slopes slopes = new Slopes(size + 1, extent.drives());
        double[] row = new double[size + 2];
        seen.forEach((asset, regimes) -> {
            for (int r = 0; r < regimes.size(); r++) {
                Seen regime = regimes.get(r);
                double level = level(regime);
                for (int w = 0; w < regime.windows(); w++) {
                    if (fill(regime, w, row)) {
                        shift(row, extent.usual(asset, r), level);
                        slopes.add(asset, r, extent.part(regime.end(w)), row, weight(regime, w));
                    }
                }
            }
            slopes.complete(asset, regimes.size());
        });
        return slopes;
    }

    /** Takes the usual values out: what is summed up are small numbers. */
    private void shift(double[] row, double[] usual, double level) {
        for (int i = 0; i < size; i++) {
            row[i] -= scale[i] > 0 ? usual[i] / scale[i] : 0;
        }
        row[size + 1] -= level;
    }

    private double level(Seen regime) {
        double[] row = new double[size + 2];
        double sum = 0;
        double total = 0;
        for (int w = 0; w < regime.windows(); w++) {
            if (fill(regime, w, row)) {
                total += weight(regime, w);
                sum += weight(regime, w) * row[size + 1];
            }
        }
        return total > 0 ? sum / total : 0;
    }

    private double weight(Seen regime, int window) {
        double[] own = trust.getOrDefault(regime, new double[0]);
        return regime.weight(window) * own[window];
    }

    /** Fills in the standardised influences, the trend and the level; returns false where something was not read. */
    private boolean fill(Seen regime, int window, double[] row) {
        for (int i = 0; i < size; i++) {
            row[i] = scale[i] > 0 ? regime.influence(window, i) / scale[i] : 0;
        }
        row[size] = scale[size] > 0 ? regime.trend(window, channel) / scale[size] : 0;
        row[size + 1] = regime.level(window, channel);
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return Double.isFinite(sum);
    }

    /** Trusts windows less that are far off, and returns the robust deviation of all. */
    private double reweigh(Map<AssetId, List<Known>> slopes) {
        List<double[]> all = new ArrayList<>();
        slopes.forEach((asset, own) -> {
            for (int r = 0; r < own.size(); r++) {
                Seen regime = seen.getOrDefault(asset, List.of()).get(r);
                all.add(reweigh(regime, left(regime, own.get(r))));
            }
        });
        double[] read = all.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        return read.length == 0 ? 0 : Quantiles.medianDeviation(read);
    }

    private double[] reweigh(Seen regime, double[] left) {
        double[] read = Arrays.stream(left).filter(Double::isFinite).toArray();
        double limit = read.length == 0 ? 0 : HUBER * Quantiles.medianDeviation(read);
        double[] own = trust.getOrDefault(regime, new double[0]);
        for (int w = 0; w < left.length; w++) {
            double away = Math.abs(left[w]);
            own[w] = limit > 0 && away > limit ? limit / away : 1; // NaN is never used
        }
        return left;
    }

    /** Returns what is left of the level of each window, about the regime's median; NaN where something was not read. */
    private double[] left(Seen regime, Known slopes) {
        double[] left = new double[regime.windows()];
        double[] row = new double[size + 2];
        for (int w = 0; w < left.length; w++) {
            boolean read = fill(regime, w, row);
            double explained = 0;
            for (int i = 0; i <= size; i++) {
                explained += slopes.slope(i) * row[i];
            }
            left[w] = read ? row[size + 1] - explained : Double.NaN;
        }
        double[] read = Arrays.stream(left).filter(Double::isFinite).toArray();
        double centre = read.length == 0 ? 0 : Quantiles.median(read);
        Arrays.setAll(left, w -> left[w] - centre);
        return left;
    }

    /** Returns the slope, at one regime of a machine, of the parabola through its regimes' mean levels over a drive. */
    private double acrossLevels(AssetId asset, int regime, int drive) {
        List<Seen> regimes = seen.getOrDefault(asset, List.of());
        List<double[]> points = new ArrayList<>();
        for (int r = 0; r < regimes.size(); r++) {
            points.add(new double[] {extent.usual(asset, r)[drive], level(regimes.get(r))});
        }
        return Parabola.slope(points, extent.usual(asset, regime)[drive]);
    }
}

package org.industrialmind.learning.surroundings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;

/** How far the influences moved in training: their usual values by machine and regime, and how far from these they went. */
final class Extent {
    static final int PARTS = 8; // of the time of training, to hold one against the others

    private static final double STANDING = 0.01; // of the span of a drive's levels: less movement teaches nothing
    private static final double ABOUT_A_LEVEL = 0.05; // of that span: how far a standing drive may be moved

    private final int drives;
    private final int size;
    private final int judged;
    private final Map<AssetId, List<double[]>> usual = new TreeMap<>();
    private final double[] spread; // of each influence within the regimes
    private final double[] span; // of the usual values of each drive
    private final double[] reach;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Extent(Map<AssetId, List<Seen>> seen, int drives) {
        this.drives = drives;
        Seen any = seen.values().iterator().next().getFirst();
        this.size = any.usual().length;
        this.judged = any.judged();
        this.spread = new double[size];
        this.span = new double[size];
        this.reach = new double[size + judged];
        seen.forEach((asset, regimes) ->
                usual.put(asset, regimes.stream().map(Seen::usual).toList()));
        measure(seen);
    }

    private void measure(Map<AssetId, List<Seen>> seen) {
        double total = 0;
        double[] low = new double[size];
        double[] high = new double[size];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (Map.Entry<AssetId, List<Seen>> machine : seen.entrySet()) {
            for (int r = 0; r < machine.getValue().size(); r++) {
                Seen regime = machine.getValue().get(r);
                double[] centre = usual(machine.getKey(), r);
                for (int i = 0; i < size; i++) {
                    low[i] = Math.min(low[i], centre[i]);
                    high[i] = Math.max(high[i], centre[i]);
                }
                for (int w = 0; w < regime.windows(); w++) {
                    total += regime.weight(w);
                    first = Math.min(first, regime.end(w));
                    last = Math.max(last, regime.end(w));
                    measure(regime, w, centre);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            spread[i] = total > 0 ? Math.sqrt(spread[i] / total) : 0;
            span[i] = high[i] > low[i] ? high[i] - low[i] : 0;
            if (standing(i)) {
                reach[i] = ABOUT_A_LEVEL * span[i];
            }
        }
    }

    private void measure(Seen regime, int window, double[] centre) {
        for (int i = 0; i < size; i++) {
            double away = regime.influence(window, i) - centre[i];
            if (!Double.isNaN(away)) {
                spread[i] += regime.weight(window) * away * away;
                reach[i] = Math.max(reach[i], Math.abs(away));
            }
        }
        for (int j = 0; j < judged; j++) {
            double trend = regime.trend(window, j);
            if (!Double.isNaN(trend)) {
                reach[size + j] = Math.max(reach[size + j], Math.abs(trend));
            }
        }
    }

    /** Returns which part of the time of training that moment is in, from 0. */
    int part(long nanos) {
        return (int) Math.clamp((nanos - first) * (double) PARTS / Math.max(1, last - first), 0, PARTS - 1);
    }

    /** Returns the number of influences, drives first. */
    int size() {
        return size;
    }

    int drives() {
        return drives;
    }

    /** Returns whether the influence is a drive that stood at its levels: nothing can be learned of it within a regime. */
    boolean standing(int influence) {
        return influence < drives && spread[influence] < STANDING * span[influence];
    }

    /** Returns the root mean square of an influence about its usual values. */
    double spread(int influence) {
        return spread[influence];
    }

    /** Returns the means of the influences in one regime of a machine. */
    double[] usual(AssetId asset, int regime) {
        return usual.getOrDefault(asset, List.of()).get(regime);
    }

    /** Returns how far each influence was from its usual value at most, and then how fast each judged channel moved. */
    double[] reach() {
        return reach.clone();
    }
}

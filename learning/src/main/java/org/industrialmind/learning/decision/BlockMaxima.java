package org.industrialmind.learning.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;

/**
 * Split-conformal p values of block maxima: of so many normal blocks, how many reached as high.
 *
 * <p>p = (1 + number of calibration blocks at least as high) / (n + 1). If a new normal block is exchangeable with the n of
 * calibration, P(p &lt;= a) &lt;= a for every a - whatever the detector, for any n [1]. Maxima over an hour come close to that;
 * single windows, a few seconds apart, do not.
 *
 * <p>Counting ends at 1 / (n + 1), and a fleet of many machines asks for rarer than that. Beyond the largest of all normal
 * blocks the value is therefore that of a Pareto tail fitted to them, if it is smaller: a model there, no longer a guarantee,
 * and a hopeful one where maxima of following hours hang together.
 *
 * <p>Mondrian: a block is compared with those of its own machine and regime, so that the promise holds in each of them and
 * not only on average [2]. Where those are fewer than asked for, with all of the machine; where these are, with all of the
 * class, whose surprises have the same scale by construction.
 *
 * <ol>
 *   <li>Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World.
 *   <li>Vovk 2012, Conditional validity of inductive conformal predictors, ACML.
 * </ol>
 */
public final class BlockMaxima {
    private final Map<Standing, double[]> byStanding = new TreeMap<>();
    private final Map<AssetId, double[]> byAsset = new HashMap<>();
    private final double[] all;
    private final int needed;
    private final Optional<Tail> beyond; // the largest maximum

    /**
     * What the maximum of one block says.
     *
     * @param value in (0, 1]
     * @param blocks how many it was counted from
     */
    public record PValue(double value, int blocks) {}

    /**
     * Makes the comparison.
     *
     * @param needed how many blocks of its own a machine or regime must have to be compared with those alone
     */
    BlockMaxima(Map<Standing, double[]> maxima, int needed) {
        this.needed = needed;
        Map<AssetId, List<double[]>> assets = new TreeMap<>();
        maxima.forEach((standing, own) -> {
            byStanding.put(standing, sorted(List.of(own)));
            assets.computeIfAbsent(standing.asset(), asset -> new ArrayList<>()).add(own);
        });
        assets.forEach((asset, own) -> byAsset.put(asset, sorted(own)));
        all = sorted(List.copyOf(byStanding.values()));
        beyond = all.length < TailFit.FEWEST ? Optional.empty() : Optional.of(TailFit.ofIndependent(all));
    }

    private static double[] sorted(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** Compares a block with the normal ones. */
    PValue pValue(Standing standing, double maximum) {
        double[] normal = byStanding.getOrDefault(standing, new double[0]);
        if (normal.length < needed) {
            normal = byAsset.getOrDefault(standing.asset(), new double[0]);
        }
        if (normal.length < needed) {
            normal = all;
        }
        double counted = (1.0 + atLeast(normal, maximum)) / (normal.length + 1);
        boolean unseen = all.length > 0 && maximum > all[all.length - 1];
        double value = unseen
                ? Math.min(
                        counted, beyond.map(tail -> tail.probability(maximum)).orElse(1.0))
                : counted;
        return new PValue(value, normal.length);
    }

    private static int atLeast(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ascending.length - low;
    }

    Map<Standing, double[]> byStanding() {
        return byStanding;
    }

    int needed() {
        return needed;
    }
}

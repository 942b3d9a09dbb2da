package org.industrialmind.learning.surroundings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.signal.AssetId;

/**
 * The evidence on the slopes of one channel from all machines of the class, in {@value Extent#PARTS} parts of the time.
 *
 * <p>What was found in some parts has to hold in the others. Weather goes up and down once a day, and so does much else; a
 * slope that is only chance, or the lag of a channel behind a rising temperature, fits the windows it was found in and
 * misleads as soon as the weather goes on. So every part is left out in turn and foretold from the rest
 * (blocked cross-validation [1]). Of the likenesses that foretell nearly as well as the best one the strongest is taken, for
 * chance makes weak ones look better than they are [2]; and by how much it still is off says how well slopes are known.
 *
 * <ol>
 *   <li>Bergmeir and Benitez 2012, On the use of cross-validation for time series predictor evaluation, Information
 *       Sciences 191.
 *   <li>Breiman, Friedman, Olshen and Stone 1984, Classification and Regression Trees, chapter 3.4.3 (one standard error).
 * </ol>
 */
final class Slopes {
    /** Times the least squared error: on simulated plants (seeds 8 to 10) 1.3 left less of 50 channels in 52 than 1 did. */
    private static final double NEARLY = 1.3;

    private final int columns;
    private final int drives;
    private final Map<AssetId, List<Evidence[]>> machines = new TreeMap<>(); // by regime and part

    Slopes(int columns, int drives) {
        this.columns = columns;
        this.drives = drives;
    }

    void add(AssetId asset, int regime, int part, double[] row, double weight) {
        complete(asset, regime + 1);
        machines.getOrDefault(asset, List.of()).get(regime)[part].add(row, weight);
    }

    /** Sees to it that there is evidence, be it empty, on so many regimes of a machine. */
    void complete(AssetId asset, int regimes) {
        List<Evidence[]> own = machines.computeIfAbsent(asset, key -> new ArrayList<>());
        while (own.size() < regimes) {
            Evidence[] parts = new Evidence[Extent.PARTS];
            for (int p = 0; p < parts.length; p++) {
                parts[p] = new Evidence(columns);
            }
            own.add(parts);
        }
    }

    /** Returns what is known of the slopes of each regime from all parts. */
    Map<AssetId, List<Known>> known(Likeness likeness) {
        return known(likeness, without(-1));
    }

    /** Returns the strongest likeness by which parts are foretold nearly as well as by any. */
    Likeness best() {
        List<Double> squares = Likeness.TRIED.stream()
                .map(likeness -> foretold(likeness).squares)
                .toList();
        double most = NEARLY * Collections.min(squares);
        return IntStream.range(0, squares.size())
                .filter(i -> squares.get(i) <= most)
                .mapToObj(Likeness.TRIED::get)
                .reduce((weaker, stronger) -> stronger)
                .orElse(Likeness.PLAIN);
    }

    /** Returns the variance that a window would have if it were independent of all others and slopes were off by that. */
    double independent(Likeness likeness) {
        Foretold foretold = foretold(likeness);
        return foretold.weight > 0 ? foretold.ratios / foretold.weight : 0;
    }

    /** How well parts are foretold. */
    private static final class Foretold {
        double weight; // windows
        double squares; // of what the mean of a part is off by, times windows
        double ratios; // of that square and what it should be for a variance of 1 a window, times windows
    }

    private Foretold foretold(Likeness likeness) {
        Foretold sum = new Foretold();
        for (int part = 0; part < Extent.PARTS; part++) {
            Map<AssetId, List<Evidence>> rest = without(part);
            Map<AssetId, List<Known>> known = known(likeness, rest);
            for (Map.Entry<AssetId, List<Evidence[]>> machine : machines.entrySet()) {
                List<Known> slopes = known.getOrDefault(machine.getKey(), List.of());
                List<Evidence> others = rest.getOrDefault(machine.getKey(), List.of());
                for (int r = 0; r < slopes.size(); r++) {
                    foretell(machine.getValue().get(r)[part], others.get(r), slopes.get(r), sum);
                }
            }
        }
        return sum;
    }

    private void foretell(Evidence part, Evidence rest, Known slopes, Foretold sum) {
        if (!(part.weight() > 0) || !(rest.weight() > 0)) {
            return;
        }
        double[] away = new double[columns];
        double off = part.mean(columns) - rest.mean(columns);
        for (int i = 0; i < columns; i++) {
            away[i] = part.mean(i) - rest.mean(i);
            off -= slopes.slope(i) * away[i];
        }
        double variance = 1 / part.weight() + 1 / rest.weight();
        for (int i = drives; i < columns - 1; i++) {
            for (int k = drives; k < columns - 1; k++) {
                variance += away[i] * slopes.covariance(i, k) * away[k];
            }
        }
        sum.weight += part.weight();
        sum.squares += part.weight() * off * off;
        sum.ratios += part.weight() * off * off / variance;
    }

    private Map<AssetId, List<Evidence>> without(int part) {
        Map<AssetId, List<Evidence>> rest = new TreeMap<>();
        machines.forEach((asset, own) -> {
            List<Evidence> regimes = new ArrayList<>();
            for (Evidence[] parts : own) {
                Evidence sum = new Evidence(columns);
                for (int p = 0; p < parts.length; p++) {
                    if (p != part) {
                        sum.add(parts[p]);
                    }
                }
                regimes.add(sum);
            }
            rest.put(asset, regimes);
        });
        return rest;
    }

    private Map<AssetId, List<Known>> known(Likeness likeness, Map<AssetId, List<Evidence>> evidence) {
        Map<AssetId, List<Evidence>> centred = new TreeMap<>();
        Evidence all = new Evidence(columns);
        evidence.forEach((asset, regimes) -> {
            List<Evidence> own = regimes.stream().map(Evidence::centred).toList();
            own.forEach(all::add);
            centred.put(asset, own);
        });
        Known ofClass = all.after(likeness.ofClass(columns, drives), Known.nothing(columns));
        double[] within = likeness.within(columns, drives);
        Map<AssetId, List<Known>> known = new TreeMap<>();
        centred.forEach((asset, own) -> {
            Evidence machine = new Evidence(columns);
            own.forEach(machine::add);
            Known ofMachine = machine.after(within, ofClass);
            known.put(
                    asset,
                    own.stream().map(regime -> regime.after(within, ofMachine)).toList());
        });
        return known;
    }
}

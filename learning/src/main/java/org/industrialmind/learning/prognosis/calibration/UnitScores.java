package org.industrialmind.learning.prognosis.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of held-out forecasts in which every unit weighs the same, however often it was asked.
 *
 * <p>Units are exchangeable, moments of one unit are not: a quantile over all moments would be one over a few long-lived
 * units. So a unit's scores share a weight of one, as if one of its moments had been drawn [1], and the unit to come counts
 * as one more whose score is as bad as can be.
 *
 * <ol>
 *   <li>Lee, Barber and Willett 2023, Distribution-free inference with hierarchical data, arXiv 2306.06342.
 * </ol>
 */
final class UnitScores {
    private record Scored(double score, double weight) {}

    private final List<Scored> ascending;
    private final int units;

    private UnitScores(List<Scored> ascending, int units) {
        this.ascending = ascending;
        this.units = units;
    }

    /** Collects scores by unit. */
    static final class Collection {
        private final Map<String, List<Double>> byUnit = new HashMap<>();

        void add(String unit, double score) {
            byUnit.computeIfAbsent(unit, name -> new ArrayList<>()).add(score);
        }

        UnitScores scores() {
            List<Scored> all = new ArrayList<>();
            byUnit.values().forEach(scores -> scores.forEach(score -> all.add(new Scored(score, 1.0 / scores.size()))));
            all.sort(Comparator.comparingDouble(Scored::score));
            return new UnitScores(all, byUnit.size());
        }
    }

    int units() {
        return units;
    }

    /**
     * Returns the score that a new unit stays below with at least this probability; the largest where there are too few
     * units to promise as much.
     */
    double upper(double probability) {
        return at(probability * (units + 1));
    }

    private double at(double weight) {
        double sum = 0;
        for (Scored one : ascending) {
            sum += one.weight();
            if (sum >= weight - 1e-9) {
                return one.score();
            }
        }
        return ascending.getLast().score();
    }
}

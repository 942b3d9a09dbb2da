package org.industrialmind.learning.prognosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * In which mode a unit will fail, should it fail: the chance of each mode by which failures of its fleet are known.
 *
 * @param chances from 0 to 1, which sum to 1; by mode
 */
public record ModeForecast(Map<String, Double> chances) {
    private static final double ROUNDING = 1e-6; // networks count in single precision

    /** @throws IllegalArgumentException if there is no mode, or the chances are none */
    public ModeForecast {
        chances = Collections.unmodifiableMap(new TreeMap<>(chances));
        double sum = chances.values().stream().mapToDouble(chance -> chance).sum();
        if (chances.isEmpty()
                || chances.values().stream().anyMatch(chance -> !(chance >= 0))
                || Math.abs(sum - 1) > ROUNDING * chances.size()) {
            throw new IllegalArgumentException(
                    "chances of modes " + chances + ": expected at least one, from 0, with the sum 1");
        }
    }

    /** Returns the modes by which failures of the fleet are known, in the order of their names. */
    public static List<String> modes(Fleet fleet) {
        return fleet.runs().stream()
                .map(RunToFailure::mode)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns how often the fleet failed in each mode; empty if no mode is known. */
    public static Optional<ModeForecast> shares(Fleet fleet) {
        Map<String, Double> counts = new TreeMap<>();
        fleet.runs().stream()
                .map(RunToFailure::mode)
                .flatMap(Optional::stream)
                .forEach(mode -> counts.merge(mode, 1.0, Double::sum));
        double sum = counts.values().stream().mapToDouble(count -> count).sum();
        counts.replaceAll((mode, count) -> count / sum);
        return counts.isEmpty() ? Optional.empty() : Optional.of(new ModeForecast(counts));
    }

    /**
     * Returns the chances that scores stand for, by softmax.
     *
     * @param modes in the order of their scores
     */
    public static ModeForecast ofScores(List<String> modes, double[] scores) {
        double highest = Arrays.stream(scores).max().orElseThrow();
        double[] weights =
                Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
        double sum = Arrays.stream(weights).sum();
        Map<String, Double> chances = new TreeMap<>();
        for (int m = 0; m < weights.length; m++) {
            chances.put(modes.get(m), weights[m] / sum);
        }
        return new ModeForecast(chances);
    }

    /**
     * Returns the mean of forecasts, each as heavy as its weight; a mode that one of them does not know has no chance there.
     *
     * @throws IllegalArgumentException if there is no forecast of any weight
     */
    public static ModeForecast mean(List<ModeForecast> forecasts, List<Double> weights) {
        Map<String, Double> chances = new TreeMap<>();
        double sum = weights.stream().mapToDouble(weight -> weight).sum();
        for (int i = 0; i < forecasts.size(); i++) {
            double weight = weights.get(i) / sum;
            forecasts.get(i).chances().forEach((mode, chance) -> chances.merge(mode, weight * chance, Double::sum));
        }
        return new ModeForecast(chances);
    }

    /** Returns the modes, the likeliest first. */
    public List<String> ranked() {
        List<String> modes = new ArrayList<>(chances.keySet());
        modes.sort((a, b) -> Double.compare(of(b), of(a)));
        return modes;
    }

    /** Returns the chance of a mode; 0 if the fleet has not failed in it. */
    public double of(String mode) {
        return chances.getOrDefault(mode, 0.0);
    }
}

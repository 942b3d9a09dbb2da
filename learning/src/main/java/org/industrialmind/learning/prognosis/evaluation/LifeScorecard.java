package org.industrialmind.learning.prognosis.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.statistics.Interval;
import org.industrialmind.learning.prognosis.Judged;

/**
 * How good forecasts were where what came is known.
 *
 * <p>Two protocols exist and are not comparable. Capped: a true life beyond the horizon counts as the horizon, and the point
 * forecast is the restricted mean. True: lives as they were, and the point forecast is the mean. Which point belongs to which
 * protocol is fixed here once, since each minimises the squared error of its own.
 *
 * @param judged one forecast for each unit, or many
 * @param horizon beyond which capped lives do not count, in units of life
 * @param endOfLife lives below this are the end of life, whose promises matter most
 */
public record LifeScorecard(List<Judged> judged, double horizon, double endOfLife) {
    /** @throws IllegalArgumentException if there is no forecast */
    public LifeScorecard {
        judged = List.copyOf(judged);
        if (judged.isEmpty()) {
            throw new IllegalArgumentException("no forecast to judge: expected at least one");
        }
    }

    /** Returns the root of the mean squared error with lives capped at the horizon. */
    public double rmseCapped() {
        return Math.sqrt(mean(one -> square(cappedError(one))));
    }

    /** Returns the root of the mean squared error with lives as they were. */
    public double rmseTrue() {
        return Math.sqrt(mean(one -> square(trueError(one))));
    }

    /** Returns the sum of {@link NasaScore} with lives capped at the horizon. */
    public double nasaCapped() {
        return judged.stream()
                .mapToDouble(one -> NasaScore.of(cappedError(one)))
                .sum();
    }

    public double nasaTrue() {
        return judged.stream().mapToDouble(one -> NasaScore.of(trueError(one))).sum();
    }

    /** Returns the share of true lives inside the interval that was forecast. */
    public double coverage() {
        return mean(one -> covered(one) ? 1 : 0);
    }

    /** Returns the coverage among units with less than the end of life to live; NaN if there is none. */
    public double coverageAtEndOfLife() {
        return share(one -> one.life() < endOfLife, LifeScorecard::covered);
    }

    /** Returns the mean width of the interval. */
    public double width() {
        return mean(one -> interval(one).width());
    }

    /** Returns all of it by the names that reports use. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("rmse_capped", rmseCapped());
        values.put("rmse_true", rmseTrue());
        values.put("nasa_capped", nasaCapped());
        values.put("nasa_true", nasaTrue());
        values.put("coverage_90", coverage());
        values.put("coverage_90_end_of_life", coverageAtEndOfLife());
        values.put("width_90", width());
        return values;
    }

    private double cappedError(Judged one) {
        return one.forecast().restrictedMean() - Math.min(one.life(), horizon);
    }

    private static double trueError(Judged one) {
        return one.forecast().mean() - one.life();
    }

    private static Interval interval(Judged one) {
        return one.forecast().interval();
    }

    private static boolean covered(Judged one) {
        return interval(one).contains(one.life());
    }

    private double mean(ToDoubleFunction<Judged> value) {
        return judged.stream().mapToDouble(value).average().orElseThrow();
    }

    private double share(Predicate<Judged> among, Predicate<Judged> counted) {
        return judged.stream()
                .filter(among)
                .mapToDouble(one -> counted.test(one) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static double square(double x) {
        return x * x;
    }
}

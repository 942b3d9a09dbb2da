package org.industrialmind.foundations.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which share of units still runs at an age, where some have not failed yet when the data end; nothing is assumed of the
 * distribution.
 *
 * <p>At each age of a failure the share falls by the failures among the units still watched; units that leave without failing
 * count until then, those of the same age as a failure among them. The variance is Greenwood's.
 *
 * <ol>
 *   <li>Kaplan and Meier 1958, Nonparametric estimation from incomplete observations, JASA 53(282).
 *   <li>Greenwood 1926, The natural duration of cancer, Reports on Public Health and Medical Subjects 33.
 * </ol>
 *
 * @param steps one for each age at which a unit failed, ascending
 */
public record KaplanMeier(List<Step> steps) {
    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /**
     * The share that survives an age.
     *
     * @param watched units that had neither failed nor left before
     * @param failed units that failed at this age
     * @param survival share that runs on after it
     * @param error standard error of the share
     */
    public record Step(double age, int watched, int failed, double survival, double error) {}

    /**
     * Estimates the curve.
     *
     * @param times age of each unit at its failure or at the end of observation, not negative
     * @param failed whether the unit failed then
     * @throws IllegalArgumentException if the lengths differ, there is no unit, or a time is negative or not finite
     */
    public static KaplanMeier of(double[] times, boolean[] failed) {
        if (times.length != failed.length) {
            throw new IllegalArgumentException(
                    times.length + " times and " + failed.length + " outcomes: expected one of each per unit");
        }
        Samples.requireSize("a survival curve", times, 1);
        int[] order = Ranks.ascending(times);
        if (times[order[0]] < 0) {
            throw new IllegalArgumentException("the time of unit " + order[0] + " is " + times[order[0]]);
        }
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        int start = 0;
        while (start < order.length) {
            int end = Ranks.endOfTie(times, order, start);
            int failures = 0;
            for (int i = start; i < end; i++) {
                failures += failed[order[i]] ? 1 : 0;
            }
            if (failures > 0) {
                int watched = order.length - start;
                survival *= 1 - (double) failures / watched;
                greenwood += failures / ((double) watched * (watched - failures));
                double error = survival == 0 ? 0 : survival * Math.sqrt(greenwood);
                steps.add(new Step(times[order[start]], watched, failures, survival, error));
            }
            start = end;
        }
        return new KaplanMeier(steps);
    }

    /** Returns the share that runs on after an age. */
    public double survival(double age) {
        double survival = 1;
        for (Step step : steps) {
            if (step.age() > age) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /** Returns the first age that at most this share survives, or empty if more still run at the end. */
    public OptionalDouble quantile(double share) {
        return steps.stream()
                .filter(step -> step.survival() <= share)
                .mapToDouble(Step::age)
                .findFirst();
    }

    /** Returns the first age that at most half the units survive, or empty if more still run at the end. */
    public OptionalDouble median() {
        return quantile(0.5);
    }
}

package org.industrialmind.learning.tabular.fairness;

/**
 * What was done to one group. A rate with nothing to divide by is NaN.
 *
 * @param selectionRate share of its rows that were selected
 * @param recall share of its positive rows that were selected (true positive rate)
 * @param falseAlarmRate share of its negative rows that were selected (false positive rate)
 * @param precision share of its selected rows that are positive
 * @param baseRate share of its rows that are positive
 * @param meanProbability what was said on average; far from the base rate, the group is over- or underrated
 * @param calibrationError mean gap between said and happened in ten bins of probability, weighted by rows
 */
public record GroupRates(
        int group,
        int rows,
        int positives,
        double selectionRate,
        double recall,
        double falseAlarmRate,
        double precision,
        double baseRate,
        double meanProbability,
        double calibrationError) {}

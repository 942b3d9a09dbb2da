package org.industrialmind.foundations.boosting;

/** The mean of values that count by their weights. */
final class WeightedMean {
    private WeightedMean() {}

    static double of(double[] values, double[] weights) {
        double first = values[0]; // differences from one value: equal values have exactly themselves as mean
        double sum = 0;
        double weight = 0;
        for (int r = 0; r < values.length; r++) {
            sum += weights[r] * (values[r] - first);
            weight += weights[r];
        }
        return first + sum / weight;
    }
}

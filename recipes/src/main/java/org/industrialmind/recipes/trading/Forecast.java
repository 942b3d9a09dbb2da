package org.industrialmind.recipes.trading;

/** Something that expects a return. */
@FunctionalInterface
interface Forecast {
    /**
     * Returns the return expected of each stock from the next day's open to that of the day after. Called in the order of
     * the days. Shape: [stock].
     */
    double[] expected(Past past);

    /** Holds whatever is expected to rise. */
    static Strategy.Signal whenPositive(Forecast forecast) {
        return past -> {
            double[] wishes = forecast.expected(past);
            for (int s = 0; s < wishes.length; s++) {
                wishes[s] = wishes[s] > 0 ? 1 : 0;
            }
            return wishes;
        };
    }
}

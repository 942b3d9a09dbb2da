package org.industrialmind.recipes.trading;

/** What a learned rule sees of a stock: returns over some stretches of the past, in units of the stock's own volatility. */
final class Features {
    /** How many days there must be before the first row. */
    static final int DAYS = 260;

    static final int COLUMNS = 11;

    private static final int SINGLE_DAYS = 5;
    private static final int[] STRETCHES = {5, 21, 126, 252};
    private static final double FLOOR = 1e-6; // a price that never moves has no unit of its own

    private Features() {}

    /** Returns the row of a stock at the close of the last day that is known. Shape: [column]. */
    static double[] of(Past past, int stock) {
        double unit = Math.max(FLOOR, past.volatility(stock, 60));
        double[] row = new double[COLUMNS];
        int c = 0;
        for (int ago = 0; ago < SINGLE_DAYS; ago++) {
            row[c++] = past.step(stock, ago) / unit;
        }
        for (int days : STRETCHES) {
            row[c++] = Math.log(past.close(stock, 0) / past.close(stock, days)) / (unit * Math.sqrt(days));
        }
        row[c++] = Math.log(Math.max(FLOOR, past.volatility(stock, 10)) / unit);
        double together = 0;
        for (int other = 0; other < past.stocks(); other++) {
            together += past.step(other, 0) / past.stocks();
        }
        row[c] = together / unit;
        return row;
    }
}

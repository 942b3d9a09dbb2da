package org.industrialmind.foundations.series;

/**
 * The order of an ARIMA model, (p, d, q)(P, D, Q) over a period.
 *
 * @param p autoregressive terms
 * @param d differences
 * @param q moving average terms
 * @param seasonalP autoregressive terms over seasons
 * @param seasonalD differences over a season
 * @param seasonalQ moving average terms over seasons
 * @param period steps in a season; 1 where there is none
 */
public record ArimaOrder(int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period) {
    private static final int LARGEST_STATE = 400; // its covariance alone holds 160,000 numbers

    /**
     * @throws IllegalArgumentException if a number is negative, there are seasonal terms without a season, or the state
     *     would hold more than 400 numbers
     */
    public ArimaOrder {
        boolean seasonal = seasonalP + seasonalD + seasonalQ > 0;
        boolean negative = Math.min(Math.min(p, d), q) < 0 || Math.min(Math.min(seasonalP, seasonalD), seasonalQ) < 0;
        if (negative || period < 1 || (seasonal && period < 2)) {
            throw new IllegalArgumentException("ARIMA(" + p + "," + d + "," + q + ")(" + seasonalP + "," + seasonalD
                    + ","
                    + seasonalQ + ") over " + period + ": expected no negative number, and a period of 2 or more where"
                    + " there are seasonal terms");
        }
        long lags = Math.max(p + (long) period * seasonalP, q + (long) period * seasonalQ + 1)
                + d
                + (long) period * seasonalD;
        if (lags > LARGEST_STATE) {
            throw new IllegalArgumentException("ARIMA of this order needs a state of " + lags + " numbers: expected at"
                    + " most " + LARGEST_STATE + "; take fewer seasonal terms or a coarser step of time");
        }
    }

    /** Without a season. */
    public static ArimaOrder of(int p, int d, int q) {
        return new ArimaOrder(p, d, q, 0, 0, 0, 1);
    }

    /** This order with seasonal terms. */
    public ArimaOrder seasonal(int seasonalP, int seasonalD, int seasonalQ, int period) {
        return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period);
    }

    /** Returns how many coefficients there are, differences and regression apart. */
    int coefficients() {
        return p + q + seasonalP + seasonalQ;
    }

    /** Returns how many values differencing costs. */
    int differenced() {
        return d + period * seasonalD;
    }

    @Override
    public String toString() {
        String plain = "(" + p + "," + d + "," + q + ")";
        return period == 1 ? plain : plain + "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + period + "]";
    }
}

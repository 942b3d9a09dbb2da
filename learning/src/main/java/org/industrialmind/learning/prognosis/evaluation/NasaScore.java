package org.industrialmind.learning.prognosis.evaluation;

/**
 * What an error costs in the PHM 2008 challenge: exponentially, and a forecast that comes too late more than one that comes
 * too early.
 *
 * <p>The sum over units is carried by the two or three worst of them; read it beside the squared error, never alone.
 *
 * @see "Saxena, Goebel, Simon and Eklund 2008, Damage propagation modeling for aircraft engine run-to-failure simulation,
 *     PHM"
 */
public final class NasaScore {
    private static final double EARLY = 13; // cycles; both from the challenge
    private static final double LATE = 10;

    private NasaScore() {}

    /**
     * Returns the cost of one forecast.
     *
     * @param error forecast less true life, in cycles; above 0 the unit fails before it was expected to
     */
    public static double of(double error) {
        return Math.expm1(error < 0 ? -error / EARLY : error / LATE);
    }
}

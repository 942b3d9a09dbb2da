package org.industrialmind.learning.surroundings;

/**
 * How the judged channels of one machine in one regime answer to what bears on them.
 *
 * <p>Shapes: usual [influence]; slopes [judged channel, influence + 1], the last one for the channel's own trend.
 * The usual influences are those at which the regime was learned.
 */
final class Response {
    private final double[] usual;
    private final double[][] slopes;

    /** Takes the arrays as they are; the caller gives them away. */
    Response(double[] usual, double[][] slopes) {
        this.usual = usual;
        this.slopes = slopes;
    }

    double[] usual() {
        return usual;
    }

    double[][] slopes() {
        return slopes;
    }

    /**
     * Returns by how much a channel reads more than it would under the usual influences.
     *
     * @param away influences less the usual ones, none of them NaN
     * @param own the channel's own change over one window's length
     */
    double of(int judged, double[] away, double own) {
        double[] row = slopes[judged];
        double sum = row[away.length] * own;
        for (int i = 0; i < away.length; i++) {
            sum += row[i] * away[i];
        }
        return sum;
    }
}

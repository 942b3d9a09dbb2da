package org.industrialmind.learning.surroundings;

/**
 * How one judged channel of one machine in one regime answers to the influences, and how well that is known.
 *
 * <p>Shapes: slopes [influence + 1], the last one for the channel's own trend; covariance [surrounding, surrounding], of the
 * slopes on the surroundings alone: drives stay within their regime, so only the weather takes a line to where nobody has
 * been; of a trend that is cut off, {@link #varianceOf} says what is missing. Units: of the channel per unit of the influence.
 */
final class Answer {
    private final double[] slopes;
    private final double[] covariance;
    private final int outer; // surroundings

    /** Takes the arrays as they are; the caller gives them away. */
    Answer(double[] slopes, double[] covariance) {
        this.slopes = slopes;
        this.covariance = covariance;
        this.outer = (int) Math.round(Math.sqrt(covariance.length));
    }

    double[] slopes() {
        return slopes;
    }

    double[] covariance() {
        return covariance;
    }

    /**
     * Returns by how much the channel reads more than it would under the usual influences.
     *
     * @param away influences less the usual ones, none of them NaN
     * @param own the channel's own change over one window's length
     */
    double of(double[] away, double own) {
        double sum = slopes[away.length] * own;
        for (int i = 0; i < away.length; i++) {
            sum += slopes[i] * away[i];
        }
        return sum;
    }

    /**
     * Returns the variance of that, by how poorly the slopes on the surroundings are known; in squared units of the channel.
     *
     * <p>It is small amid what was seen and grows with the square of the distance, faster in directions that were hardly
     * ever seen.
     *
     * @see "Hoaglin and Welsch 1978, The hat matrix in regression and ANOVA, The American Statistician 32(1)"
     */
    double variance(double[] away) {
        int from = away.length - outer;
        double sum = 0;
        for (int i = 0; i < outer; i++) {
            for (int k = 0; k < outer; k++) {
                sum += away[from + i] * covariance[i * outer + k] * away[from + k];
            }
        }
        return Math.max(0, sum);
    }

    /**
     * Returns the variance that a level has because so much of its own trend was not taken out: as much as the line would
     * have said, and nobody has seen whether it goes on so far; in squared units of the channel.
     */
    double varianceOf(double cutOff) {
        double missing = slopes[slopes.length - 1] * cutOff;
        return missing * missing;
    }
}

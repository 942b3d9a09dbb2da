package org.industrialmind.foundations.spectrum;

/** The coefficients of a {@link WaveletTransform}: details from fine to coarse, and the approximation that is left. */
public final class WaveletPyramid {
    private final double[] approximation;
    private final double[][] details;
    private final int[] lengths;

    WaveletPyramid(double[] approximation, double[][] details, int[] lengths) {
        this.approximation = approximation;
        this.details = details;
        this.lengths = lengths;
    }

    public int levels() {
        return details.length;
    }

    /** Returns what is left after the coarsest level; a copy. */
    public double[] approximation() {
        return approximation.clone();
    }

    /**
     * Returns the details of a level; a copy. Level 1 is the finest: frequencies from a quarter to half the rate.
     *
     * @throws IllegalArgumentException if there is no such level
     */
    public double[] detail(int level) {
        return details[index(level)].clone();
    }

    /** Returns the sum of the squared details of a level. */
    public double energy(int level) {
        double sum = 0;
        for (double value : details[index(level)]) {
            sum += value * value;
        }
        return sum;
    }

    /**
     * Returns the same coefficients but for one level: to remove noise, say.
     *
     * @throws IllegalArgumentException if there is no such level or it has another number of details
     */
    public WaveletPyramid withDetail(int level, double[] detail) {
        int at = index(level);
        if (detail.length != details[at].length) {
            throw new IllegalArgumentException(
                    detail.length + " details for level " + level + ": expected " + details[at].length);
        }
        double[][] others = details.clone();
        others[at] = detail.clone();
        return new WaveletPyramid(approximation, others, lengths);
    }

    /** Returns how many values the level was made of. */
    int length(int level) {
        return lengths[index(level)];
    }

    private int index(int level) {
        if (level < 1 || level > details.length) {
            throw new IllegalArgumentException("level " + level + ": expected 1 (finest) to " + details.length);
        }
        return level - 1;
    }
}

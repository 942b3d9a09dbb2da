package org.industrialmind.foundations.autograd;

/** A standardised tensor, with the means and the (biased) variances that were taken off. */
public final class Standardised {
    private final Tensor output;
    private final double[] means;
    private final double[] variances;

    Standardised(Tensor output, double[] means, double[] variances) {
        this.output = output;
        this.means = means;
        this.variances = variances;
    }

    public Tensor output() {
        return output;
    }

    /** Returns the mean of each channel; a copy. */
    public double[] means() {
        return means.clone();
    }

    /** Returns the variance of each channel, divided by the count and not the count less 1; a copy. */
    public double[] variances() {
        return variances.clone();
    }
}

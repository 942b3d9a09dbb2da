package org.industrialmind.foundations.optimize;

/** The lowest point that was found, and why the search ended there. */
public final class Minimum {
    /** Why a search ended. */
    public enum Ending {
        /** The slope is as small as was asked. */
        FLAT,
        /** The last step gained less than was asked. */
        SETTLED,
        /** No step along the slope goes down any more: rounding is reached, or the gradient is wrong. */
        STALLED,
        /** The steps that were allowed are used up. */
        EXHAUSTED
    }

    private final double[] point;
    private final double value;
    private final int iterations;
    private final int evaluations;
    private final Ending ending;

    Minimum(double[] point, double value, int iterations, int evaluations, Ending ending) {
        this.point = point.clone();
        this.value = value;
        this.iterations = iterations;
        this.evaluations = evaluations;
        this.ending = ending;
    }

    /** Returns where the value is least; a copy. */
    public double[] point() {
        return point.clone();
    }

    public double value() {
        return value;
    }

    public int iterations() {
        return iterations;
    }

    /** Returns how often the objective was asked. */
    public int evaluations() {
        return evaluations;
    }

    public Ending ending() {
        return ending;
    }

    /** Returns whether the search ended because there was nothing more to gain. */
    public boolean converged() {
        return ending == Ending.FLAT || ending == Ending.SETTLED;
    }

    @Override
    public String toString() {
        return "Minimum[value=" + value + ", iterations=" + iterations + ", evaluations=" + evaluations + ", ending="
                + ending + "]";
    }
}

package org.industrialmind.foundations.bayes;

/** How smooth the functions of a Gaussian process are: how likeness falls with scaled distance r. */
public enum Smoothness {
    /** exp(-r^2 / 2): smooth in every derivative; often smoother than the world is. */
    ENDLESS,
    /** (1 + sqrt(5) r + 5 r^2 / 3) exp(-sqrt(5) r), Matern 5/2: two derivatives. */
    TWICE,
    /** (1 + sqrt(3) r) exp(-sqrt(3) r), Matern 3/2: one derivative. */
    ONCE;

    double likeness(double squared) {
        double r = Math.sqrt(squared);
        return switch (this) {
            case ENDLESS -> Math.exp(-squared / 2);
            case TWICE -> (1 + Math.sqrt(5) * r + 5 * squared / 3) * Math.exp(-Math.sqrt(5) * r);
            case ONCE -> (1 + Math.sqrt(3) * r) * Math.exp(-Math.sqrt(3) * r);
        };
    }

    /** Returns by what a column's part of r^2 is multiplied to give the slope over the logarithm of its length. */
    double steepness(double squared) {
        double r = Math.sqrt(squared);
        return switch (this) {
            case ENDLESS -> Math.exp(-squared / 2);
            case TWICE -> 5.0 / 3 * (1 + Math.sqrt(5) * r) * Math.exp(-Math.sqrt(5) * r);
            case ONCE -> 3 * Math.exp(-Math.sqrt(3) * r);
        };
    }
}

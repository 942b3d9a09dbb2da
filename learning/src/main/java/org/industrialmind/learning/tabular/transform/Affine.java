package org.industrialmind.learning.tabular.transform;

/** Subtracts a centre and divides by a scale. */
record Affine(double centre, double scale) implements ColumnChange.OfNumbers {
    /** Returns the change; a scale that is nothing but rounding is taken as 1, so a constant column becomes 0. */
    static Affine of(double centre, double scale) {
        boolean constant = scale <= 10 * Math.ulp(centre);
        return new Affine(centre, constant ? 1 : scale);
    }

    @Override
    public double of(double value) {
        return (value - centre) / scale;
    }
}

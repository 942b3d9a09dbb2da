package org.industrialmind.foundations.outlier;

/** Says how abnormal a row is against the rows it was learned from. Immutable and safe to share between threads. */
public interface OutlierModel {
    /** Returns how many values a row has. */
    int columns();

    /**
     * Returns how abnormal the row is: the higher, the more abnormal. What counts as high is each method's own.
     *
     * @throws IllegalArgumentException if the row has another number of values, or lacks one that the method needs
     */
    double score(double[] row);
}

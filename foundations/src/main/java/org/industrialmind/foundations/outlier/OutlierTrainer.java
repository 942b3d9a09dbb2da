package org.industrialmind.foundations.outlier;

import org.industrialmind.foundations.algebra.Matrix;

/**
 * Learns an {@link OutlierModel} of rows that are mostly usual. An implementation is a record of its settings; the same
 * settings, rows and seed give the same model.
 */
public interface OutlierTrainer {
    /** @throws IllegalArgumentException if the method cannot learn from these rows; the message says why */
    OutlierModel fit(Matrix rows, long seed);
}

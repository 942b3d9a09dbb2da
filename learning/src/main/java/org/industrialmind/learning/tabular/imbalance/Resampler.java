package org.industrialmind.learning.tabular.imbalance;

import org.industrialmind.foundations.supervised.LabelledRows;

/** Makes another table of the rows to learn from. Rows to judge on must never be given to one. */
@FunctionalInterface
public interface Resampler {
    /** Returns the table to learn from. The same rows and seed give the same table. */
    LabelledRows resample(LabelledRows rows, long seed);
}

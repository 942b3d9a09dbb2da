package org.industrialmind.foundations.supervised;

/**
 * Learns a {@link Regressor}. An implementation is a record of its settings; the same settings, rows and seed give the same
 * regressor on any number of threads.
 */
public interface RegressorTrainer {
    /** @throws IllegalArgumentException if the method cannot learn from these rows; the message says why */
    Regressor fit(TargetRows rows, long seed);
}

package org.industrialmind.foundations.supervised;

/**
 * Learns a {@link Classifier}. An implementation is a record of its settings; the same settings, rows and seed give the same
 * classifier on any number of threads.
 */
public interface ClassifierTrainer {
    /** @throws IllegalArgumentException if the method cannot learn from these rows; the message says why */
    Classifier fit(LabelledRows rows, long seed);
}

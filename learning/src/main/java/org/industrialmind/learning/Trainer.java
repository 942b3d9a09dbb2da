package org.industrialmind.learning;

/**
 * Turns data into a model. Settings are given at construction, data only here; the same settings, data and seed give the
 * same model.
 *
 * @param <D> the data it learns from
 * @param <M> the model it makes
 */
public interface Trainer<D, M extends Model> {
    /**
     * Trains a model.
     *
     * @throws IllegalArgumentException if the data cannot be learned from; the message says what is missing
     */
    M train(D data, long seed);
}

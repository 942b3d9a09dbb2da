package org.industrialmind.learning.prognosis.model;

import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.ModeForecast;

/** What a method has learned to make of features: one forecast for each row of them. */
interface Answers {
    FeatureMethod method();

    /** Shape: [moment, feature] -> [moment]. */
    List<LifeForecast> of(Matrix features);

    /** Returns the chance of each mode of failure at each moment; empty for a method that does not tell them apart. */
    default List<ModeForecast> modes(Matrix features) {
        return List.of();
    }

    /** Returns the names of the modes that it tells apart. */
    default List<String> modes() {
        return List.of();
    }

    /** Returns all that was learned, from which the method restores it. */
    Map<String, Tensor> tensors();
}

package org.industrialmind.learning.prognosis.model;

import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;

/** What a method has learned to make of features: one forecast for each row of them. */
interface Answers {
    FeatureMethod method();

    /** Shape: [moment, feature] -> [moment]. */
    List<LifeForecast> of(Matrix features);

    /** Returns all that was learned, from which the method restores it. */
    Map<String, Tensor> tensors();
}

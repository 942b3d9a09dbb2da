package org.industrialmind.learning.prognosis.model;

import java.util.Map;
import org.industrialmind.foundations.linear.LinearModel;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/** Weighted sums as tensors. */
final class LinearTensors {
    private static final String COEFFICIENTS = ".coefficients";
    private static final String INTERCEPT = ".intercept";

    private LinearTensors() {}

    static void keep(String name, LinearModel model, Map<String, Tensor> into) {
        into.put(name + COEFFICIENTS, Tensor.row(model.coefficients()));
        into.put(name + INTERCEPT, Tensor.row(model.intercept()));
    }

    static LinearModel model(String name, int columns, NamedTensors tensors) {
        return LinearModel.of(tensors.doubles(name + INTERCEPT, 1)[0], tensors.doubles(name + COEFFICIENTS, columns));
    }
}

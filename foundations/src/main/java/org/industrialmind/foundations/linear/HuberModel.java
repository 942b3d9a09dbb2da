package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.Regressor;

/** A weighted sum that wild targets could not pull far, with the scale of the errors of the rest. */
public final class HuberModel implements Regressor {
    private final LinearModel model;
    private final double scale;

    HuberModel(LinearModel model, double scale) {
        this.model = model;
        this.scale = scale;
    }

    @Override
    public int columns() {
        return model.columns();
    }

    @Override
    public double predict(double[] row) {
        return model.predict(row);
    }

    public double intercept() {
        return model.intercept();
    }

    /** Returns what one more of each column adds; a copy. Shape: [column]. */
    public double[] coefficients() {
        return model.coefficients();
    }

    /** Returns the deviation of the errors by their median, in the targets' unit. */
    public double scale() {
        return scale;
    }
}

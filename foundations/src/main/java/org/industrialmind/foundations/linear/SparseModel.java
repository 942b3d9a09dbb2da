package org.industrialmind.foundations.linear;

import org.industrialmind.foundations.supervised.Regressor;

/** A weighted sum in which columns may have no part, and how near the search came to the best one. */
public final class SparseModel implements Regressor {
    private final LinearModel model;
    private final double penalty;
    private final double gap;
    private final boolean converged;

    SparseModel(LinearModel model, double penalty, double gap, boolean converged) {
        this.model = model;
        this.penalty = penalty;
        this.gap = gap;
        this.converged = converged;
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

    public double penalty() {
        return penalty;
    }

    /** Returns the most by which the objective can exceed its minimum. */
    public double gap() {
        return gap;
    }

    /** Returns whether the gap came below the tolerance within the rounds allowed. */
    public boolean converged() {
        return converged;
    }
}

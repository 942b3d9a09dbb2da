package org.industrialmind.foundations.boosting;

/**
 * When to stop adding trees: after {@code patience} rounds in a row without a loss on rows held out that is lower than
 * the best before by more than {@code tolerance}. The model keeps the rounds up to the best.
 *
 * @param patience rounds to wait for an improvement, at least 1
 * @param share the share of the rows that is held out, in (0, 1); not used where validation rows are passed in
 * @param tolerance the least improvement that counts, in the unit of the loss; 0 or more
 */
public record EarlyStopping(int patience, double share, double tolerance) {
    public EarlyStopping {
        Settings.require(patience >= 1, "patience", patience, "at least 1");
        Settings.require(share > 0 && share < 1, "share", share, "a share between 0 and 1");
        Settings.require(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY, "tolerance", tolerance, "0 or more");
    }

    /** Returns a patience of 10 rounds on a tenth of the rows, with a tolerance of 1e-7. */
    public static EarlyStopping defaults() {
        return new EarlyStopping(10, 0.1, 1e-7);
    }
}

package org.industrialmind.learning.tabular.pipeline;

import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/** Predicts a number for the rows of a table. */
public final class TabularRegressor implements TabularModel {
    private final String target;
    private final FeatureEncoder encoder;
    private final Regressor regressor;
    private final Provenance provenance;

    TabularRegressor(String target, FeatureEncoder encoder, Regressor regressor, Provenance provenance) {
        this.target = target;
        this.encoder = encoder;
        this.regressor = regressor;
        this.provenance = provenance;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public FeatureEncoder encoder() {
        return encoder;
    }

    /** Returns what was learned from the encoded rows. */
    public Regressor regressor() {
        return regressor;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    /** Returns the expected number of each row, in the unit of the target. Shape: [row]. */
    public double[] predict(Table table) {
        return regressor.predict(encode(table));
    }

    /** Returns the expected number of each row, under the name of the target. */
    public NumericColumn predicted(Table table) {
        return NumericColumn.of(target, predict(table));
    }
}

package org.industrialmind.learning.tabular.pipeline;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.Model;
import org.industrialmind.learning.tabular.table.Schema;
import org.industrialmind.learning.tabular.table.Table;

/** A model that scores tables of the kind it learned from. Further columns, the target among them, do no harm. */
public sealed interface TabularModel extends Model permits TabularClassifier, TabularRegressor {
    /** Returns the name of the column it predicts. */
    String target();

    /** Returns how a table becomes the numbers that the method of learning sees. */
    FeatureEncoder encoder();

    /** Returns the columns, and their kinds, that a table to score must have. */
    default Schema schema() {
        return encoder().schema();
    }

    default List<String> featureNames() {
        return encoder().layout().names();
    }

    /** Returns the rows of a table as the method of learning sees them. Shape: [row, feature]. */
    default Matrix encode(Table table) {
        return encoder().encode(table);
    }
}

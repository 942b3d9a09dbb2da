package org.industrialmind.learning.tabular.pipeline;

import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.Transform;

/**
 * Transforms and a method of learning, which together turn a table into a model. Immutable: it can be fitted on any number
 * of tables, and on parts of one without the parts knowing of each other.
 *
 * @param <M> the model it makes
 */
public sealed interface Pipeline<M extends TabularModel> extends Trainer<Table, M>
        permits ClassifierPipeline, RegressorPipeline {
    /** Returns the name of the column to predict. */
    String target();

    /** Returns the name of the column that says how often a row counts; never a feature. */
    Optional<String> weights();

    List<Transform> steps();

    /**
     * Learns from all rows; every column but the target and the weights is a feature.
     *
     * @throws IllegalArgumentException if the table cannot be learned from; the message names the column or row
     */
    M fit(Table table, long seed);

    /**
     * Learns from the rows at these positions. Nothing is learned of the others, except which classes there are, so that
     * the models of several parts speak of the same classes.
     */
    M fitRows(Table table, int[] rows, long seed);

    /**
     * Returns the pipeline as a method that is judged fold by fold on the rows of a table: it learns from some, transforms
     * included, and predicts others. Shape of a prediction: [row, class], or [row, 1] for a number.
     */
    FoldMethod over(Table table);

    @Override
    default M train(Table data, long seed) {
        return fit(data, seed);
    }
}

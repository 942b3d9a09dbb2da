package org.industrialmind.learning.tabular.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.tabular.table.Schema;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.FittedTransform;
import org.industrialmind.learning.tabular.transform.Target;
import org.industrialmind.learning.tabular.transform.Transform;

/**
 * Turns rows of a table into the numbers a model learned from. Two that learned the same from their rows are equal.
 *
 * @param schema the columns it learned from
 * @param transforms what happens to them, in order
 * @param layout which number of the outcome stands where
 */
public record FeatureEncoder(Schema schema, List<FittedTransform> transforms, FeatureLayout layout) {
    public FeatureEncoder {
        transforms = List.copyOf(transforms);
    }

    /** @param rows the rows learned from, as the method of learning shall see them. Shape: [row, feature] */
    record Training(FeatureEncoder encoder, Matrix rows) {}

    static Training fit(List<Transform> steps, Table features, Target target) {
        List<FittedTransform> transforms = new ArrayList<>();
        Table current = features;
        for (Transform step : steps) {
            Transform.Fitted fitted = step.fitApply(current, target);
            transforms.add(fitted.transform());
            current = fitted.table();
        }
        FeatureLayout layout = FeatureLayout.of(current);
        return new Training(new FeatureEncoder(features.schema(), transforms, layout), layout.encode(current));
    }

    /**
     * Returns the rows as numbers. Shape: [row, feature].
     *
     * @throws IllegalArgumentException if the table lacks a column that was learned from, or has it as another kind
     */
    public Matrix encode(Table table) {
        return layout.encode(transformed(table));
    }

    /** Returns the table after all transforms, before it becomes numbers. */
    public Table transformed(Table table) {
        List<String> lacking = schema.lackingIn(table.schema());
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the table is not of the kind that was learned from: "
                    + String.join("; ", lacking) + ". Read it with the kinds of the model's schema");
        }
        Table current = table.only(schema.names().toArray(String[]::new));
        for (FittedTransform transform : transforms) {
            current = transform.apply(current);
        }
        return current;
    }
}

package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.Table;

/** Transforms one after the other, each learning from what the one before it makes of the rows. */
public record Chain(List<Transform> steps) implements Transform {
    public Chain {
        steps = List.copyOf(steps);
    }

    public static Chain of(Transform... steps) {
        return new Chain(List.of(steps));
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return fitApply(table, target).transform();
    }

    @Override
    public Fitted fitApply(Table table, Target target) {
        List<FittedTransform> learned = new ArrayList<>();
        Table current = table;
        for (Transform step : steps) {
            Fitted fitted = step.fitApply(current, target);
            learned.add(fitted.transform());
            current = fitted.table();
        }
        return new Fitted(new InOrder(learned), current);
    }

    /** What a chain has learned. */
    record InOrder(List<FittedTransform> steps) implements FittedTransform {
        InOrder {
            steps = List.copyOf(steps);
        }

        @Override
        public Table apply(Table table) {
            Table current = table;
            for (FittedTransform step : steps) {
                current = step.apply(current);
            }
            return current;
        }
    }
}

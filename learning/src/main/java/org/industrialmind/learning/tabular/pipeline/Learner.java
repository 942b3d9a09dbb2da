package org.industrialmind.learning.tabular.pipeline;

import java.util.function.Function;

/**
 * A method of learning at the end of a pipeline.
 *
 * @param readsCategories whether it may be handed category codes; one that takes codes for quantities may not
 * @param trainer the method, once it is known which columns there are
 * @param <T> the kind of trainer
 */
record Learner<T>(boolean readsCategories, Function<FeatureLayout, T> trainer) {
    static <T> Learner<T> ofNumbers(T trainer) {
        return new Learner<>(false, _ -> trainer);
    }

    T with(FeatureLayout layout) {
        if (!readsCategories && !layout.categorical().isEmpty()) {
            int first = layout.categoricalPositions()[0];
            throw new IllegalArgumentException("column '" + layout.names().get(first)
                    + "' is categorical and the method of learning reads numbers only: add a step such as OneHot,"
                    + " OrdinalEncoder or TargetEncoder, or hand over a method that takes the layout");
        }
        return trainer.apply(layout);
    }
}

package org.industrialmind.learning.tabular.publicdata;

import org.industrialmind.learning.tabular.pipeline.ClassifierPipeline;

/**
 * A way to predict a table's target, by its name in reports.
 *
 * @param threshold the probability from which on the class is said to be there
 */
public record Method(String name, ClassifierPipeline pipeline, double threshold) {
    public Method {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("a threshold of " + threshold + ": expected one between 0 and 1");
        }
    }

    /** Returns a method that says of each row what is more probable. */
    public static Method of(String name, ClassifierPipeline pipeline) {
        return new Method(name, pipeline, 0.5);
    }
}

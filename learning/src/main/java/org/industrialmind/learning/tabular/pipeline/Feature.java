package org.industrialmind.learning.tabular.pipeline;

import java.util.List;

/**
 * A column as the method of learning sees it.
 *
 * @param levels what the codes 0, 1, ... stand for; empty for a plain number
 */
public record Feature(String name, List<String> levels) {
    public Feature {
        levels = List.copyOf(levels);
    }

    public boolean isCategorical() {
        return !levels.isEmpty();
    }
}

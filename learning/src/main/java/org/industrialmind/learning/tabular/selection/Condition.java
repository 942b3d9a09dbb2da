package org.industrialmind.learning.tabular.selection;

import java.util.List;

/**
 * When a parameter exists: only while a choice has one of these options, as the width of a kernel exists with that kernel.
 *
 * @param choice the name of the choice
 * @param options at least one of its options
 */
public record Condition(String choice, List<String> options) {
    public Condition {
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException(
                    "the condition on '" + choice + "' names no option: expected at least one");
        }
    }

    boolean holds(Candidate candidate) {
        return candidate.has(choice) && options.contains(candidate.choice(choice));
    }
}

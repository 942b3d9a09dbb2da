package org.industrialmind.learning.tabular.selection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One setting of all parameters that exist for it: a Double, an Integer or a String by name.
 *
 * @param values in the order of the space
 */
public record Candidate(Map<String, Object> values) {
    public Candidate {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns whether the parameter exists in this setting. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns a real parameter. */
    public double real(String name) {
        return value(name, Double.class);
    }

    /** Returns a whole parameter. */
    public int whole(String name) {
        return value(name, Integer.class);
    }

    /** Returns the option of a choice. */
    public String choice(String name) {
        return value(name, String.class);
    }

    private <T> T value(String name, Class<T> kind) {
        Object value = values.get(name);
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException("no " + kind.getSimpleName() + " named '" + name + "' in " + values
                    + ": ask has() first for a parameter with a condition");
        }
        return kind.cast(value);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

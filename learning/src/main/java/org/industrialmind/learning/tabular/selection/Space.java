package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The parameters that a search may turn, in an order in which a condition only looks back.
 *
 * @param parameters names differ
 */
public record Space(List<Parameter> parameters) {
    public Space {
        parameters = List.copyOf(parameters);
        Map<String, Parameter> before = new HashMap<>();
        for (Parameter parameter : parameters) {
            parameter.condition().ifPresent(condition -> requireKnown(parameter.name(), condition, before));
            if (before.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("two parameters are named '" + parameter.name() + "'");
            }
        }
    }

    public static Space of(Parameter... parameters) {
        return new Space(List.of(parameters));
    }

    private static void requireKnown(String name, Condition condition, Map<String, Parameter> before) {
        boolean known = before.get(condition.choice()) instanceof Parameter.Choice choice
                && choice.options().containsAll(condition.options());
        if (!known) {
            throw new IllegalArgumentException("'" + name + "' exists when '" + condition.choice() + "' is one of "
                    + condition.options() + ": expected a choice with these options before it in the space");
        }
    }

    /** Returns a candidate, the value of each parameter that exists being asked for in order. */
    Candidate choose(Function<Parameter, Object> chooser) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (exists(parameter, values)) {
                values.put(parameter.name(), chooser.apply(parameter));
            }
        }
        return new Candidate(values);
    }

    /** Returns a candidate drawn evenly, each number on its scale. */
    public Candidate draw(SplittableRandom random) {
        return choose(parameter -> switch (parameter) {
            case Parameter.Numeric numeric -> numeric.at(random.nextDouble());
            case Parameter.Choice choice ->
                choice.options().get(random.nextInt(choice.options().size()));
        });
    }

    /**
     * Returns all candidates of a grid.
     *
     * @param steps how many values of each number; both ends are among them where there are several
     */
    public List<Candidate> grid(int steps) {
        List<Map<String, Object>> rows = List.of(Map.of());
        for (Parameter parameter : parameters) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                if (!exists(parameter, row)) {
                    longer.add(row);
                    continue;
                }
                for (Object value : values(parameter, steps)) {
                    Map<String, Object> next = new LinkedHashMap<>(row);
                    next.put(parameter.name(), value);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows.stream().map(Candidate::new).toList();
    }

    private static boolean exists(Parameter parameter, Map<String, Object> values) {
        return parameter
                .condition()
                .map(condition -> condition.holds(new Candidate(values)))
                .orElse(true);
    }

    private static List<Object> values(Parameter parameter, int steps) {
        return switch (parameter) {
            case Parameter.Choice choice -> List.copyOf(choice.options());
            case Parameter.Numeric numeric -> {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < steps; i++) {
                    Object value = numeric.at(steps == 1 ? 0.5 : i / (steps - 1.0));
                    if (!values.contains(value)) { // a short range of whole numbers has fewer values than steps
                        values.add(value);
                    }
                }
                yield values;
            }
        };
    }
}

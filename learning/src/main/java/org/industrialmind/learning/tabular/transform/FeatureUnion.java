package org.industrialmind.learning.tabular.transform;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Puts what several transforms make of the same rows side by side; their columns must have different names. A part usually
 * begins with {@link KeepColumns}.
 */
public record FeatureUnion(List<Transform> parts) implements Transform {
    public FeatureUnion {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a union of nothing: expected at least one transform");
        }
    }

    public static FeatureUnion of(Transform... parts) {
        return new FeatureUnion(List.of(parts));
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return new SideBySide(
                parts.stream().map(part -> part.fit(table, target)).toList());
    }

    @Override
    public Fitted fitApply(Table table, Target target) {
        List<FittedTransform> learned = new ArrayList<>();
        List<Table> changed = new ArrayList<>();
        for (Transform part : parts) {
            Fitted fitted = part.fitApply(table, target);
            learned.add(fitted.transform());
            changed.add(fitted.table());
        }
        return new Fitted(new SideBySide(learned), SideBySide.joined(changed));
    }

    private record SideBySide(List<FittedTransform> parts) implements FittedTransform {
        SideBySide {
            parts = List.copyOf(parts);
        }

        @Override
        public Table apply(Table table) {
            return joined(parts.stream().map(part -> part.apply(table)).toList());
        }

        static Table joined(List<Table> tables) {
            return tables.stream().reduce(Table::beside).orElseThrow();
        }
    }
}

package org.industrialmind.learning.tabular.publicdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.ClassTarget;
import org.industrialmind.learning.tabular.transform.FittedTransform;
import org.industrialmind.learning.tabular.transform.Target;
import org.industrialmind.learning.tabular.transform.Transform;

/**
 * Replaces columns that say who belongs together by one: the share of a row's companions that have a class.
 *
 * <p>The columns are asked in their order; the first under which the row has companions among the rows learned from counts.
 * A row without companions has no value. A row learned from is not its own companion, so no answer leaks.
 *
 * @param keys the columns whose equal values make companions, the surest first
 * @param level the class that is counted
 */
record CompanionFate(List<String> keys, String level) implements Transform {
    static final String COLUMN = "companions";

    CompanionFate {
        keys = List.copyOf(keys);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return learned(table, target);
    }

    @Override
    public Fitted fitApply(Table table, Target target) {
        Fates fates = learned(table, target);
        boolean[] having = having(target);
        double[] shares = new double[table.rows()];
        for (int r = 0; r < shares.length; r++) {
            shares[r] = fates.share(table, r, new Tally(1, having[r] ? 1 : 0));
        }
        return new Fitted(fates, fates.replaced(table, shares));
    }

    private Fates learned(Table table, Target target) {
        boolean[] having = having(target);
        List<Map<String, Tally>> groups = new ArrayList<>();
        for (String key : keys) {
            Map<String, Tally> tallies = new HashMap<>();
            for (int r = 0; r < table.rows(); r++) {
                tallies.merge(table.column(key).text(r), new Tally(1, having[r] ? 1 : 0), Tally::plus);
            }
            groups.add(tallies);
        }
        return new Fates(keys, groups);
    }

    private boolean[] having(Target target) {
        if (!(target instanceof ClassTarget classes)) {
            throw new IllegalArgumentException("the fate of companions is a class: expected a target of classes");
        }
        boolean[] having = new boolean[classes.size()];
        for (int r = 0; r < having.length; r++) {
            having[r] = classes.levels().get(classes.label(r)).equals(level);
        }
        return having;
    }

    private record Tally(int rows, int having) {
        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(rows + other.rows, having + other.having);
        }

        Tally less(Tally other) {
            return new Tally(rows - other.rows, having - other.having);
        }
    }

    private record Fates(List<String> keys, List<Map<String, Tally>> groups) implements FittedTransform {
        @Override
        public Table apply(Table table) {
            double[] shares = new double[table.rows()];
            for (int r = 0; r < shares.length; r++) {
                shares[r] = share(table, r, Tally.NONE);
            }
            return replaced(table, shares);
        }

        double share(Table table, int row, Tally self) {
            for (int k = 0; k < keys.size(); k++) {
                String key = table.column(keys.get(k)).text(row);
                Tally others = groups.get(k).getOrDefault(key, self).less(self);
                if (!key.isEmpty() && others.rows() > 0) {
                    return (double) others.having() / others.rows();
                }
            }
            return Double.NaN;
        }

        Table replaced(Table table, double[] shares) {
            return table.without(keys.toArray(String[]::new)).with(NumericColumn.of(COLUMN, shares));
        }
    }
}

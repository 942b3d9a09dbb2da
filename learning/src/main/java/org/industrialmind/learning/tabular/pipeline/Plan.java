package org.industrialmind.learning.tabular.pipeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.Transform;

/** What both kinds of pipeline know besides their method of learning. */
record Plan(String target, Optional<String> weights, List<Transform> steps, String source, InstantSource clock) {
    Plan {
        steps = List.copyOf(steps);
    }

    static Plan of(String target, Transform... steps) {
        return new Plan(target, Optional.empty(), List.of(steps), "a table", InstantSource.system());
    }

    Plan with(Transform step) {
        List<Transform> more = new ArrayList<>(steps);
        more.add(step);
        return new Plan(target, weights, more, source, clock);
    }

    Plan weightedBy(String column) {
        return new Plan(target, Optional.of(column), steps, source, clock);
    }

    Plan from(String description) {
        return new Plan(target, weights, steps, description, clock);
    }

    Plan at(InstantSource other) {
        return new Plan(target, weights, steps, source, other);
    }

    /** Returns the columns to learn from. */
    Table features(Table table) {
        Table features = table.without(target);
        return weights.map(column -> features.without(column)).orElse(features);
    }

    /** Returns how often each row counts. Shape: [row]. */
    double[] weights(Table table) {
        if (weights.isPresent()) {
            NumericColumn column = table.numeric(weights.get());
            return column.toArray();
        }
        double[] ones = new double[table.rows()];
        Arrays.fill(ones, 1);
        return ones;
    }

    Provenance provenance(Table table, Object trainer, long seed) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("learner", trainer.toString());
        settings.put("target", target);
        weights.ifPresent(column -> settings.put("weights", column));
        for (int i = 0; i < steps.size(); i++) {
            settings.put("step %02d".formatted(i + 1), steps.get(i).toString());
        }
        String data = source + ": " + table.rows() + " rows, columns " + table.names();
        return Provenance.here(data, trainer.getClass().getName(), settings, seed, clock.instant());
    }
}

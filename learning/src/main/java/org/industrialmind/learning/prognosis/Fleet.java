package org.industrialmind.learning.prognosis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs of machines of one kind: what a {@link RemainingLifeTrainer} learns from. */
public record Fleet(FleetSchema schema, List<RunToFailure> runs) {
    /** @throws IllegalArgumentException if there is no run, a run has another schema, or two have one unit */
    public Fleet {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("fleet " + schema.fleet() + " has no run: expected at least one");
        }
        Set<String> units = new HashSet<>();
        for (RunToFailure run : runs) {
            if (!run.schema().equals(schema)) {
                throw new IllegalArgumentException(
                        "unit " + run.unit() + " has the schema " + run.schema() + ": expected " + schema);
            }
            if (!units.add(run.unit())) {
                throw new IllegalArgumentException(
                        "unit " + run.unit() + " comes twice: a split by unit would put it on both sides");
            }
        }
    }

    public static Fleet of(List<RunToFailure> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a fleet of no runs: expected at least one");
        }
        return new Fleet(runs.getFirst().schema(), runs);
    }

    public int size() {
        return runs.size();
    }

    /** Returns the runs of the units that failed: their lives are known. */
    public List<RunToFailure> failed() {
        return runs.stream().filter(RunToFailure::failed).toList();
    }

    /**
     * Returns the runs that a predicate keeps.
     *
     * @throws IllegalArgumentException if it keeps none
     */
    public Fleet where(Predicate<RunToFailure> kept) {
        return new Fleet(schema, runs.stream().filter(kept).toList());
    }

    /** Returns the runs of both, whose units must differ. */
    public Fleet and(Fleet other) {
        return new Fleet(
                schema, Stream.concat(runs.stream(), other.runs.stream()).toList());
    }
}

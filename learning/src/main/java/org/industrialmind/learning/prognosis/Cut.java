package org.industrialmind.learning.prognosis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A moment in the life of a unit that failed: what was known after so many rows, and how long it still lived.
 *
 * @param length rows that were known
 */
public record Cut(RunToFailure run, int length) {
    public Cut {
        if (length < 1 || length > run.rows() || !run.failed()) {
            throw new IllegalArgumentException(
                    "cut of " + run + " after " + length + " rows: expected a unit that failed and a row it has");
        }
    }

    /** Returns how old the unit was. */
    public double age() {
        return run.age(length - 1);
    }

    /** Returns how long the unit still lived. */
    public double life() {
        return run.lifeAfter(length - 1);
    }

    /**
     * Returns every so-many-th moment of the units that failed at which a question may be asked, each unit's first drawn at
     * random; units that still run have no answer and are left out.
     *
     * @param shortest rows that must be known
     * @param step rows from one moment to the next
     */
    public static List<Cut> every(Fleet fleet, LifeQuestion question, int shortest, int step, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Cut> cuts = new ArrayList<>();
        for (RunToFailure run : fleet.runs()) {
            int first = shortest + random.nextInt(step);
            for (int length = first; run.failed() && length <= run.rows(); length += step) {
                if (run.lifeAfter(length - 1) <= question.longest()) {
                    cuts.add(new Cut(run, length));
                }
            }
        }
        return cuts;
    }

    /** Returns moments run by run; those of one run must follow each other, as {@link #every} gives them. */
    public static List<List<Cut>> byRun(List<Cut> cuts) {
        List<List<Cut>> runs = new ArrayList<>();
        for (int from = 0, to; from < cuts.size(); from = to) {
            for (to = from; to < cuts.size() && cuts.get(to).run == cuts.get(from).run; ) {
                to++;
            }
            runs.add(cuts.subList(from, to));
        }
        return runs;
    }

    /**
     * Returns one moment of each unit that failed, any of them as likely as another.
     *
     * @param shortest rows that must be known; units with fewer are left out
     */
    public static List<Cut> anywhere(Fleet fleet, int shortest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Cut> cuts = new ArrayList<>();
        for (RunToFailure run : fleet.runs()) {
            if (run.failed() && run.rows() >= shortest) {
                cuts.add(new Cut(run, shortest + random.nextInt(run.rows() - shortest + 1)));
            }
        }
        return cuts;
    }
}

package org.industrialmind.app.evaluate;

import java.util.List;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * What is learned from and what is asked: no unit that is asked about is learned from.
 *
 * @param training runs to learn from, all of the method's choices included
 * @param parts what is reported on its own
 */
record LifeStudy(Fleet training, LifeQuestion question, List<Part> parts) {
    LifeStudy {
        parts = List.copyOf(parts);
    }

    /**
     * Units that are asked about.
     *
     * @param places under whose names the report counts it: its own, and that of a whole it is part of
     * @param scored moments at which the part is scored
     * @param course moments along the units, for the error over all cycles
     * @param units the prefix of the names of training units that are like these, on whose whole lives a policy is costed;
     *     empty where the units asked about are themselves seen to their failure
     */
    record Part(List<String> places, List<Cut> scored, List<Cut> course, String units) {
        Part {
            places = List.copyOf(places);
            scored = List.copyOf(scored);
            course = List.copyOf(course);
        }

        /** Returns the runs that were cut off, as far as they are known; none where units are asked about all along. */
        List<RunToFailure> asked() {
            return units.isEmpty()
                    ? List.of()
                    : scored.stream().map(cut -> cut.run().prefix(cut.length())).toList();
        }

        boolean hasTraining(String unit) {
            return !units.isEmpty() && unit.startsWith(units);
        }
    }
}

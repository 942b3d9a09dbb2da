package org.industrialmind.learning.prognosis;

import java.util.Optional;

/** How the observation of a unit ended: in its failure, or while it still ran. */
public sealed interface Ending {
    /** Returns the age of the unit at the end, in the fleet's unit of life. */
    double age();

    /**
     * The unit failed.
     *
     * @param mode what failed, where somebody knows
     */
    record Failed(double age, Optional<String> mode) implements Ending {
        public Failed {
            requireAge(age);
        }

        public Failed(double age) {
            this(age, Optional.empty());
        }
    }

    /** The unit had not failed when it was last seen: its life is longer than its age (censored on the right). */
    record StillRunning(double age) implements Ending {
        public StillRunning {
            requireAge(age);
        }
    }

    private static void requireAge(double age) {
        if (!(age >= 0) || Double.isInfinite(age)) {
            throw new IllegalArgumentException("a run ends at the age " + age + ": expected a finite age of 0 or more");
        }
    }
}

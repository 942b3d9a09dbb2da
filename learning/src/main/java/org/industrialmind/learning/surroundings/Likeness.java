package org.industrialmind.learning.surroundings;

import java.util.Arrays;
import java.util.List;

/**
 * How strongly slopes on the surroundings are believed to be like those of the larger whole, in windows.
 *
 * @param ofClass the class's, to none at all
 * @param within the machine's to the class's, and the regime's to the machine's
 */
record Likeness(double ofClass, double within) {
    private static final double WINDOWS = 60;
    private static final double STRONG = 16 * WINDOWS;
    private static final double STRONGEST = 256 * WINDOWS;

    static final Likeness PLAIN = new Likeness(WINDOWS, WINDOWS);

    /** From the weakest to the strongest. */
    static final List<Likeness> TRIED = List.of(
            PLAIN,
            new Likeness(WINDOWS, STRONG),
            new Likeness(WINDOWS, STRONGEST),
            new Likeness(STRONG, STRONG),
            new Likeness(STRONG, STRONGEST),
            new Likeness(STRONGEST, STRONGEST));

    /** Returns the strength for each influence at the level of the class; that of drives and the own trend is plain. */
    double[] ofClass(int columns, int drives) {
        return by(ofClass, columns, drives);
    }

    /** Returns the strength for each influence below the class. */
    double[] within(int columns, int drives) {
        return by(within, columns, drives);
    }

    private static double[] by(double strength, int columns, int drives) {
        double[] by = new double[columns];
        Arrays.fill(by, WINDOWS);
        Arrays.fill(by, drives, columns - 1, strength);
        return by;
    }
}

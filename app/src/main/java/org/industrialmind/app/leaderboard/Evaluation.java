package org.industrialmind.app.leaderboard;

import java.io.IOException;

/** Measures on one data set. */
@FunctionalInterface
public interface Evaluation {
    /**
     * Runs, prints a table, writes the report, and returns whether all that was to be reached is reached.
     *
     * @throws IllegalArgumentException if the files are missing or not of the expected form; the message says what to do
     */
    boolean run() throws IOException;
}

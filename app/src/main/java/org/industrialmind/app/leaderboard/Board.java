package org.industrialmind.app.leaderboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.leaderboard.BoardResult;
import org.industrialmind.learning.leaderboard.LabelledSeries;

/** A data set of labelled series with its fixed split, what is published of it, and what is to be reached on it. */
interface Board {
    /** Returns the name that users give. */
    String code();

    /** Returns in a sentence what is learned from and what is judged. */
    String split();

    /**
     * Returns the files that are read, for the fingerprint.
     *
     * @throws IllegalArgumentException if the folder is not there; the message says what was expected
     */
    List<Path> files(Path from);

    /** @throws IllegalArgumentException if files are missing or malformed */
    List<LabelledSeries> read(Path from);

    /**
     * Returns normal series to choose methods by, their test rows later in time than those to learn from. None may hold
     * a row that is judged.
     *
     * @param judged what {@link #read} gave
     */
    default List<LabelledSeries> practice(Path from, List<LabelledSeries> judged) {
        return judged.stream().map(series -> series.practice(PRACTICE_SHARE)).toList();
    }

    /** The share of the normal rows, the latest, that methods are chosen by where there are no other normal series. */
    double PRACTICE_SHARE = 0.35;

    /** Returns the share of normal rows that a limit may alarm on practice rows. */
    double falseAlarmShare();

    /**
     * Returns over how many rows watches grow used to what stays, 0 for never: above 0 only where the data set itself says
     * that a change is to be told when it comes, and is normal once it has stayed.
     */
    default int habituation() {
        return 0;
    }

    /** Returns metrics that only this board has, by their names in reports. */
    default Map<String, Double> extra(BoardResult result) {
        return Map.of();
    }

    /** Returns the groups that metrics are also given for, each with a suffix of its own; empty for the whole alone. */
    default List<String> groups() {
        return List.of();
    }

    /** Returns what others have published of the same data, to be printed beside. */
    default List<Published> published() {
        return List.of();
    }

    /** Returns what is to be reached. */
    default List<Bar> bars() {
        return List.of();
    }

    /** Returns what a reader must know to read the figures rightly, one sentence each. */
    default List<String> notes() {
        return List.of();
    }

    /** A figure of others, with where it is from. */
    record Published(String method, String figures) {}
}

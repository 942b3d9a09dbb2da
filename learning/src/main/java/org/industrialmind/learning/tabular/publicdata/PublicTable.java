package org.industrialmind.learning.tabular.publicdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.industrialmind.learning.tabular.table.Table;

/**
 * A public table with two classes, one of which is asked for.
 *
 * <p>The settings of the methods were chosen by cross-validation within the training part that each table's guide names;
 * nothing was looked at on a test part.
 */
public interface PublicTable {
    /** Returns the word on the command line. */
    String name();

    /** Returns the name of the column to predict. */
    String target();

    /** Returns the class whose probability is asked for, as the column of the target names it. */
    String positive();

    /**
     * Reads a file of this table; any part of it will do.
     *
     * @throws IOException if the file cannot be read or is not of this table; the message says where
     */
    Table read(Path file) throws IOException;

    /** Returns the methods to compare: the chosen one first, then what it has to beat. */
    List<Method> methods();

    static List<PublicTable> all() {
        return List.of(new Titanic(), new GermanCredit(), new AdultIncome(), new MachineFailure());
    }

    /** @throws IllegalArgumentException if there is none of this name; the message lists those there are */
    static PublicTable named(String name) {
        Optional<PublicTable> found =
                all().stream().filter(table -> table.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no data set '" + name + "': expected one of "
                + all().stream().map(PublicTable::name).collect(Collectors.joining(", "))));
    }

    /** Returns which rows are of the class that is asked for. Shape: [row]. */
    default boolean[] positives(Table table) {
        boolean[] positives = new boolean[table.rows()];
        for (int r = 0; r < positives.length; r++) {
            positives[r] = table.column(target()).text(r).equals(positive());
        }
        return positives;
    }

    /** Returns the class of each row for a splitter: 1 where it is the one asked for. Shape: [row]. */
    default int[] labels(Table table) {
        boolean[] positives = positives(table);
        int[] labels = new int[positives.length];
        Arrays.setAll(labels, r -> positives[r] ? 1 : 0);
        return labels;
    }
}

package org.industrialmind.learning.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.table.Csv;
import org.industrialmind.learning.tabular.table.CsvFormat;
import org.industrialmind.learning.tabular.table.Kind;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.table.TextColumn;
import org.industrialmind.signal.AssetId;

/** Reads what is known to have gone wrong from a CSV file with the columns {@code asset, from, until, what}; times are ISO-8601. */
public final class KnownEvents {
    private static final String[] COLUMNS = {"asset", "from", "until", "what"};

    private KnownEvents() {}

    /**
     * Returns the events in the order of the file.
     *
     * @throws IllegalArgumentException if a column is missing, or a row does not hold a tag and two times in order; the
     *     message names the row
     */
    public static List<KnownEvent> read(Path file) throws IOException {
        Table table = Csv.read(file, CsvFormat.defaults().withKind(Kind.TEXT, COLUMNS));
        for (String column : COLUMNS) {
            if (!table.has(column)) {
                throw new IllegalArgumentException(
                        file + " has the columns " + table.names() + ": expected asset, from, until and what");
            }
        }
        List<KnownEvent> events = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            try {
                events.add(event(table, row));
            } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException wrong) {
                throw new IllegalArgumentException(
                        file + ", event " + (row + 1) + ": " + wrong.getMessage()
                                + "; expected a tag and two times such as 2026-11-20T08:00:00Z",
                        wrong);
            }
        }
        return events;
    }

    private static KnownEvent event(Table table, int row) {
        TextColumn what = table.text("what");
        return new KnownEvent(
                new AssetId(table.text("asset").text(row)),
                nanos(table.text("from").text(row)),
                nanos(table.text("until").text(row)),
                what.isMissing(row) ? "" : what.text(row));
    }

    private static long nanos(String time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.parse(time));
    }
}

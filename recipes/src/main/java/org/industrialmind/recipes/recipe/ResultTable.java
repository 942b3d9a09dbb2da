package org.industrialmind.recipes.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.industrialmind.foundations.statistics.Moments;

/**
 * A table of results: a name on the left, one number (or mean and spread) in each column.
 *
 * @param title what is compared, on what
 * @param columns the names of the columns after the first
 */
public record ResultTable(String title, List<String> columns, List<Row> rows) {
    /** One contestant and its numbers, as many as the table has columns. */
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What stands in a cell. */
    public sealed interface Cell {
        String text();
    }

    /** A number, shown with so many digits after the point; nothing is shown for one that was not measured (NaN). */
    public record Number(double value, int digits) implements Cell {
        @Override
        public String text() {
            return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
        }
    }

    /** Returns how many there are, shown without digits after the point. */
    public static Cell count(long value) {
        return new Number(value, 0);
    }

    /** Returns a share or score, shown with three digits. */
    public static Cell score(double value) {
        return new Number(value, 3);
    }

    /** The mean over seeds and the standard deviation between them. */
    public record Spread(double mean, double deviation, int digits) implements Cell {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "%." + digits + "f +- %." + digits + "f", mean, deviation);
        }

        /** Returns mean and deviation of one number a seed; the deviation of a single one is 0. */
        public static Spread of(double[] values, int digits) {
            Moments moments = Moments.NONE;
            for (double value : values) {
                moments = moments.with(value); // one that was not measured (NaN) shows in the mean
            }
            return new Spread(moments.mean(), values.length < 2 ? 0 : moments.deviation(), digits);
        }
    }

    /** Words. */
    public record Words(String text) implements Cell {}

    public ResultTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("row '" + row.name() + "' of table '" + title + "' has "
                        + row.cells().size() + " cells: expected " + columns.size());
            }
        }
    }

    public static ResultTable of(String title, String... columns) {
        return new ResultTable(title, List.of(columns), List.of());
    }

    /** Returns the table with one more row of plain numbers, shown with three digits. */
    public ResultTable row(String name, double... values) {
        List<Cell> cells = new ArrayList<>();
        for (double value : values) {
            cells.add(score(value));
        }
        return row(name, cells);
    }

    /** Returns the table with one more row. */
    public ResultTable row(String name, List<Cell> cells) {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(name, cells));
        return new ResultTable(title, columns, more);
    }

    /** Returns the table as lines of text in even columns. */
    public String text() {
        int left = Math.max(title.length(), widest(rows.stream().map(Row::name).toList()));
        StringBuilder text = new StringBuilder(padded(title, left));
        int[] widths = new int[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            int column = c;
            widths[c] = Math.max(
                    columns.get(c).length(),
                    widest(rows.stream()
                            .map(row -> row.cells().get(column).text())
                            .toList()));
            text.append("  ")
                    .append(" ".repeat(widths[c] - columns.get(c).length()))
                    .append(columns.get(c));
        }
        for (Row row : rows) {
            text.append('\n').append(padded(row.name(), left));
            for (int c = 0; c < widths.length; c++) {
                String cell = row.cells().get(c).text();
                text.append("  ").append(" ".repeat(widths[c] - cell.length())).append(cell);
            }
        }
        return text.toString();
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}

package org.industrialmind.learning.tabular.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a CSV file is written, and what its columns hold.
 *
 * @param names the names of the columns where the file has no header line; empty where it has one
 * @param missing the words that stand for a missing value, after trimming
 * @param trimmed whether blanks around a field that is not quoted are dropped
 * @param comment the character that begins a line which is no row
 * @param kinds the kinds of columns that are known; the others are told from the first rows
 * @param sample how many rows the kinds are told from
 */
public record CsvFormat(
        char separator,
        Charset charset,
        List<String> names,
        Set<String> missing,
        boolean trimmed,
        Optional<Character> comment,
        Map<String, Kind> kinds,
        int sample,
        TableLimits limits) {
    public CsvFormat {
        names = List.copyOf(names);
        missing = Set.copyOf(missing);
        kinds = Map.copyOf(kinds);
        if (sample < 1) {
            throw new IllegalArgumentException("kinds told from " + sample + " rows: expected at least 1");
        }
    }

    /**
     * Returns a comma between fields, UTF-8, a header line, blanks trimmed, kinds told from the first 1,000 rows, and the
     * words that mean "missing" nearly everywhere: nothing at all, "?", "NA", "NaN", "nan" and "null".
     */
    public static CsvFormat defaults() {
        return new CsvFormat(
                ',',
                StandardCharsets.UTF_8,
                List.of(),
                Set.of("", "?", "NA", "NaN", "nan", "null"),
                true,
                Optional.empty(),
                Map.of(),
                1000,
                TableLimits.defaults());
    }

    public CsvFormat withSeparator(char other) {
        return new CsvFormat(other, charset, names, missing, trimmed, comment, kinds, sample, limits);
    }

    public CsvFormat withCharset(Charset other) {
        return new CsvFormat(separator, other, names, missing, trimmed, comment, kinds, sample, limits);
    }

    /** Returns the format of a file without a header line. */
    public CsvFormat withNames(String... columns) {
        return new CsvFormat(separator, charset, List.of(columns), missing, trimmed, comment, kinds, sample, limits);
    }

    /** Returns the format in which exactly these words stand for a missing value. */
    public CsvFormat withMissing(String... words) {
        return new CsvFormat(separator, charset, names, Set.of(words), trimmed, comment, kinds, sample, limits);
    }

    public CsvFormat withTrimmed(boolean blanksDropped) {
        return new CsvFormat(separator, charset, names, missing, blanksDropped, comment, kinds, sample, limits);
    }

    /** Returns the format in which a line that begins with this character is no row. */
    public CsvFormat withComment(char first) {
        return new CsvFormat(separator, charset, names, missing, trimmed, Optional.of(first), kinds, sample, limits);
    }

    /** Returns the format in which these columns are of this kind, whatever they look like. */
    public CsvFormat withKind(Kind kind, String... columns) {
        Map<String, Kind> more = new HashMap<>(kinds);
        List.of(columns).forEach(column -> more.put(column, kind));
        return new CsvFormat(separator, charset, names, missing, trimmed, comment, more, sample, limits);
    }

    /** Returns the format in which the columns of a schema, say a model's, are of its kinds; those not there are ignored. */
    public CsvFormat withKindsOf(Schema schema) {
        Map<String, Kind> more = new HashMap<>(kinds);
        schema.fields().forEach(field -> more.put(field.name(), field.kind()));
        return new CsvFormat(separator, charset, names, missing, trimmed, comment, more, sample, limits);
    }

    public CsvFormat withSample(int rows) {
        return new CsvFormat(separator, charset, names, missing, trimmed, comment, kinds, rows, limits);
    }

    public CsvFormat withLimits(TableLimits other) {
        return new CsvFormat(separator, charset, names, missing, trimmed, comment, kinds, sample, other);
    }
}

package org.industrialmind.learning.tabular.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Reads and writes tables as comma-separated values after RFC 4180: quoted fields, doubled quotes, line breaks inside
 * quotes, both line endings, a byte order mark. A file whose name ends in {@code .gz} is packed.
 *
 * <p>The kinds of the columns are told from the first rows: all numbers, all ISO 8601 dates or times, otherwise categories,
 * or text where nearly every value is another. The rest of the file is held to that, so a surprise on the last line is an
 * error with its place and not a column of another kind. Where the format names a kind, nothing is guessed. A time without
 * a zone is taken as UTC.
 *
 * <p>Memory: the table (see {@link Table}) and while columns grow as much again; reading stops with an error before the
 * limits of the format are passed. A larger file is read in {@link #batches}.
 */
public final class Csv {
    private Csv() {}

    /** Reads a file with {@link CsvFormat#defaults()}. */
    public static Table read(Path file) throws IOException {
        return read(file, CsvFormat.defaults());
    }

    /**
     * Reads a file as a whole.
     *
     * @throws MalformedTableException if a row or a value is not what it should be, or the table passes a limit
     */
    public static Table read(Path file, CsvFormat format) throws IOException {
        try (CsvBatches rows = new CsvBatches(CsvLines.open(file, format), format, Integer.MAX_VALUE)) {
            return rows.next().orElseGet(rows::empty);
        } catch (MalformedTableException e) {
            throw new MalformedTableException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** Reads from a reader, which is left open. */
    public static Table read(Reader reader, CsvFormat format) throws IOException {
        CsvBatches rows = new CsvBatches(CsvLines.of(reader, format), format, Integer.MAX_VALUE);
        return rows.next().orElseGet(rows::empty);
    }

    /** Reads from a text. */
    public static Table parse(String text, CsvFormat format) throws MalformedTableException {
        try {
            return read(new StringReader(text), format);
        } catch (MalformedTableException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a file to be read some rows at a time, for files larger than memory; the limits of the format hold for each
     * batch. A categorical column has in each batch the levels of that batch.
     */
    public static CsvBatches batches(Path file, CsvFormat format, int rows) throws IOException {
        return new CsvBatches(CsvLines.open(file, format), format, rows);
    }

    /** Writes a file in UTF-8 with a header line; a missing value is an empty field, a time ISO 8601 in UTC. */
    public static void write(Table table, Path file) throws IOException {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
                Writer writer = new OutputStreamWriter(packed, StandardCharsets.UTF_8)) {
            write(table, writer);
        }
    }

    /** Writes to a writer, which is flushed and left open. */
    public static void write(Table table, Writer writer) throws IOException {
        // an empty line would be skipped on reading, so a lone missing value is written as a pair of quotes
        CsvWriter.CsvWriterBuilder format = CsvWriter.builder();
        if (table.columns().size() == 1) {
            format.quoteStrategy(QuoteStrategies.EMPTY);
        }
        CsvWriter rows = format.build(writer);
        rows.writeRecord(table.names());
        for (int r = 0; r < table.rows(); r++) {
            int row = r;
            rows.writeRecord(
                    table.columns().stream().map(column -> column.text(row)).toList());
        }
        rows.flush();
    }
}

package org.industrialmind.learning.tabular.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CSV file read some rows at a time. The kinds of the columns are settled before the first batch. */
public final class CsvBatches implements Closeable {
    private final CsvLines lines;
    private final CsvFormat format;
    private final int batch;
    private final Deque<CsvRecord> sampled = new ArrayDeque<>();
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private long rowsRead;

    CsvBatches(CsvLines lines, CsvFormat format, int batch) throws IOException {
        if (batch < 1) {
            throw new IllegalArgumentException("batches of " + batch + " rows: expected at least 1");
        }
        this.lines = lines;
        this.format = format;
        this.batch = batch;
        for (int r = 0; r < format.sample(); r++) {
            Optional<CsvRecord> record = lines.next();
            if (record.isEmpty()) {
                break;
            }
            sampled.add(record.get());
        }
        Map<String, Kind> known = format.kinds();
        for (int c = 0; c < lines.names().size(); c++) {
            String name = lines.names().get(c);
            Kind kind = known.containsKey(name) ? known.get(name) : KindGuess.of(sample(c), format.missing());
            columns.add(ColumnBuilder.of(kind, name));
        }
    }

    private List<String> sample(int column) {
        return sampled.stream().map(record -> record.getField(column)).toList();
    }

    /** Returns the names and kinds of the columns, the same in every batch. */
    public Schema schema() {
        return empty().schema();
    }

    /** Returns a table of no rows. */
    Table empty() {
        return Table.of(columns.stream().map(ColumnBuilder::build).toList());
    }

    /**
     * Returns the next rows; empty at the end of the file.
     *
     * @throws MalformedTableException if a row or a value is not what it should be, or the batch passes a limit
     */
    public Optional<Table> next() throws IOException {
        int rows = 0;
        while (rows < batch) {
            Optional<CsvRecord> record = sampled.isEmpty() ? lines.next() : Optional.of(sampled.pop());
            if (record.isEmpty()) {
                break;
            }
            rowsRead++;
            add(record.get());
            rows++;
            requireRoom(rows);
        }
        return rows == 0 ? Optional.empty() : Optional.of(empty());
    }

    private void add(CsvRecord record) throws MalformedTableException {
        Set<String> missing = format.missing();
        for (int c = 0; c < columns.size(); c++) {
            String cell = record.getField(c);
            if (missing.contains(cell)) {
                columns.get(c).addMissing();
            } else if (!columns.get(c).add(cell)) {
                throw misfit(record, c);
            }
        }
    }

    private MalformedTableException misfit(CsvRecord record, int column) {
        String name = lines.names().get(column);
        Kind kind = columns.get(column).kind();
        String told = format.kinds().containsKey(name)
                ? "fix the file, or declare another kind"
                : "declare it categorical or text, or fix the file (its kind was told from the first " + format.sample()
                        + " rows)";
        return new MalformedTableException("row " + rowsRead + " (line " + record.getStartingLineNumber()
                + "), column '" + name + "': seen '" + record.getField(column) + "', expected a "
                + (kind == Kind.NUMERIC ? "finite number such as -1.5e3" : "time such as 2026-11-20T08:30:00Z") + "; "
                + told);
    }

    private void requireRoom(int rows) throws MalformedTableException {
        TableLimits limits = format.limits();
        long bytes = 0;
        for (ColumnBuilder column : columns) {
            bytes += column.bytes();
        }
        if (rows > limits.rows() || bytes > limits.bytes()) {
            throw new MalformedTableException("at row " + rowsRead + " the table takes " + bytes
                    + " bytes: expected at most " + limits.rows() + " rows and " + limits.bytes()
                    + " bytes; read the file in batches, give the program more memory, or raise the limits");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

package org.industrialmind.learning.tabular.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables from Parquet files: plain columns of numbers, decimals, truth values, strings, dates and time stamps,
 * packed by Snappy, gzip or Zstandard or not at all. Columns inside columns and bytes without a meaning are refused by name.
 *
 * <p>Truth values become the categories "true" and "false". Strings become categories, or text where nearly every value is
 * another, as in {@link Csv}; where a kind is given, that. A time stamp without a zone is taken as UTC.
 *
 * <p>Memory: the table (see {@link Table}), while columns grow as much again, and one row group of the file. Reading is
 * refused before the limits are passed; the number of rows is known before the first is read.
 */
public final class Parquet {
    private Parquet() {}

    /** Reads a file within {@link TableLimits#defaults()}. */
    public static Table read(Path file) throws IOException {
        return read(file, Map.of(), TableLimits.defaults());
    }

    /**
     * Reads a file.
     *
     * @param kinds the kinds of columns where they are not to be told from the file: text or categorical for strings,
     *     categorical for anything
     * @throws MalformedTableException if the file is not Parquet, a column cannot be read, or the table passes a limit
     */
    public static Table read(Path file, Map<String, Kind> kinds, TableLimits limits) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), unpacking())) {
            FileMetaData meta = reader.getFileMetaData();
            requireRoom(reader.getRecordCount(), meta.getSchema(), limits);
            List<ParquetColumn> columns = new ArrayList<>();
            for (ColumnDescriptor column : meta.getSchema().getColumns()) {
                columns.add(ParquetColumn.of(column));
            }
            @Nullable PageReadStore group = reader.readNextRowGroup();
            while (group != null) {
                read(group, meta, columns, limits);
                group = reader.readNextRowGroup();
            }
            return table(columns, kinds);
        } catch (MalformedTableException e) {
            throw new MalformedTableException(file.getFileName() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) { // the library throws several kinds at a file that is broken or none of its own
            throw new MalformedTableException(file.getFileName() + ": not readable as Parquet: " + reason(e), e);
        }
    }

    /** Returns what went wrong at the bottom: the library wraps it in sentences such as "could not decompress page". */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }

    private static ParquetReadOptions unpacking() {
        return new ParquetReadOptions.Builder(new PlainParquetConfiguration())
                .withCodecFactory(new Unpacking())
                .build();
    }

    private static void requireRoom(long rows, MessageType schema, TableLimits limits) throws MalformedTableException {
        int columns = schema.getFieldCount();
        for (Type field : schema.getFields()) {
            if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
                throw new MalformedTableException("column '" + field.getName()
                        + "' holds columns or lists: expected plain values, flatten the file before");
            }
        }
        long least = 4 * rows * columns;
        if (columns > limits.columns() || rows > limits.rows() || least > limits.bytes()) {
            throw new MalformedTableException("the file has " + rows + " rows and " + columns
                    + " columns, at least " + least + " bytes: expected at most " + limits.rows() + " rows, "
                    + limits.columns() + " columns and " + limits.bytes()
                    + " bytes; split the file or raise the limits");
        }
    }

    private static void read(PageReadStore group, FileMetaData meta, List<ParquetColumn> columns, TableLimits limits)
            throws MalformedTableException {
        ColumnReadStoreImpl store =
                new ColumnReadStoreImpl(group, new Unconverted(), meta.getSchema(), meta.getCreatedBy());
        for (ParquetColumn column : columns) {
            long others = columns.stream().mapToLong(ParquetColumn::bytes).sum() - column.bytes();
            ColumnReader values = store.getColumnReader(column.descriptor());
            for (long r = 0; r < group.getRowCount(); r++) {
                column.take(values);
                values.consume();
                if (others + column.bytes() > limits.bytes()) {
                    throw new MalformedTableException(
                            "in column '" + column.name() + "' the table passes " + limits.bytes()
                                    + " bytes: split the file, give the program more memory, or raise the limits");
                }
            }
        }
    }

    private static Table table(List<ParquetColumn> columns, Map<String, Kind> kinds) throws MalformedTableException {
        List<Column> made = new ArrayList<>();
        for (ParquetColumn column : columns) {
            made.add(column.build(kinds));
        }
        return Table.of(made);
    }

    /** The library wants somewhere to put values that nobody asks it to put anywhere. */
    private static final class Unconverted extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {
                @Override
                public boolean isPrimitive() {
                    return true;
                }

                @Override
                public GroupConverter asGroupConverter() {
                    return Unconverted.this;
                }
            };
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}

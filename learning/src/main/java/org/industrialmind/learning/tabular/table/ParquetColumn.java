package org.industrialmind.learning.tabular.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** A column of a Parquet file and what has been read of it. */
final class ParquetColumn {
    private static final long NANOS_OF_DAY = 86_400_000_000_000L;
    private static final long MOST_EXACT = 1L << 53; // whole numbers beyond lose digits as doubles
    private static final int GUESSED_FROM = 1000;

    /** Takes the value that a reader stands at. */
    private interface Taking {
        void take(ColumnReader value, ColumnBuilder into);
    }

    private final ColumnDescriptor descriptor;
    private final ColumnBuilder builder;
    private final Taking taking;

    private ParquetColumn(ColumnDescriptor descriptor, ColumnBuilder builder, Taking taking) {
        this.descriptor = descriptor;
        this.builder = builder;
        this.taking = taking;
    }

    /** @throws MalformedTableException if values of this type have no place in a table */
    static ParquetColumn of(ColumnDescriptor column) throws MalformedTableException {
        PrimitiveType type = column.getPrimitiveType();
        @Nullable LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        String name = type.getName();
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE -> numbers(column, value -> value.getDouble());
            case FLOAT -> numbers(column, value -> value.getFloat());
            case BOOLEAN ->
                new ParquetColumn(
                        column, new ColumnBuilder.Categories(name), (value, into) -> into.add("" + value.getBoolean()));
            case INT96 -> times(column, value -> legacyTime(value.getBinary().toByteBuffer()));
            case INT32 ->
                switch (logical) {
                    case null -> numbers(column, ColumnReader::getInteger);
                    case IntLogicalTypeAnnotation whole ->
                        numbers(
                                column,
                                value -> whole.isSigned()
                                        ? value.getInteger()
                                        : Integer.toUnsignedLong(value.getInteger()));
                    case DecimalLogicalTypeAnnotation decimal ->
                        numbers(column, value -> decimal(BigInteger.valueOf(value.getInteger()), decimal));
                    case DateLogicalTypeAnnotation _ ->
                        times(column, value -> Math.multiplyExact((long) value.getInteger(), NANOS_OF_DAY));
                    default -> throw refused(type);
                };
            case INT64 ->
                switch (logical) {
                    case null -> numbers(column, value -> exact(value.getLong(), name));
                    case IntLogicalTypeAnnotation _ -> numbers(column, value -> exact(value.getLong(), name));
                    case DecimalLogicalTypeAnnotation decimal ->
                        numbers(column, value -> decimal(BigInteger.valueOf(value.getLong()), decimal));
                    case TimestampLogicalTypeAnnotation stamp ->
                        times(column, value -> Math.multiplyExact(value.getLong(), nanos(stamp)));
                    default -> throw refused(type);
                };
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                switch (logical) {
                    case DecimalLogicalTypeAnnotation decimal ->
                        numbers(
                                column,
                                value ->
                                        decimal(new BigInteger(value.getBinary().getBytes()), decimal));
                    case StringLogicalTypeAnnotation _ -> texts(column);
                    case EnumLogicalTypeAnnotation _ -> texts(column);
                    case JsonLogicalTypeAnnotation _ -> texts(column);
                    case null, default -> throw refused(type);
                };
        };
    }

    private static MalformedTableException refused(PrimitiveType type) {
        return new MalformedTableException(
                "column '" + type.getName() + "' is written as " + type
                        + ": expected numbers, decimals, truth values, strings, dates or time stamps; convert or drop it before");
    }

    private interface Number {
        double of(ColumnReader value);
    }

    private interface Time {
        long of(ColumnReader value);
    }

    private static ParquetColumn numbers(ColumnDescriptor column, Number number) {
        ColumnBuilder.Numbers numbers =
                new ColumnBuilder.Numbers(column.getPrimitiveType().getName());
        return new ParquetColumn(column, numbers, (value, _) -> numbers.add(number.of(value)));
    }

    private static ParquetColumn times(ColumnDescriptor column, Time time) {
        ColumnBuilder.Times times =
                new ColumnBuilder.Times(column.getPrimitiveType().getName());
        return new ParquetColumn(column, times, (value, _) -> times.add(time.of(value)));
    }

    private static ParquetColumn texts(ColumnDescriptor column) {
        ColumnBuilder.Texts texts =
                new ColumnBuilder.Texts(column.getPrimitiveType().getName());
        return new ParquetColumn(
                column, texts, (value, into) -> into.add(value.getBinary().toStringUsingUTF8()));
    }

    private static double exact(long value, String name) {
        if (Math.abs(value) > MOST_EXACT) {
            throw new IllegalArgumentException("column '" + name + "' holds " + value
                    + ", which loses digits as a number: store identifiers as strings");
        }
        return value;
    }

    private static double decimal(BigInteger digits, DecimalLogicalTypeAnnotation decimal) {
        return new BigDecimal(digits, decimal.getScale()).doubleValue();
    }

    private static long nanos(TimestampLogicalTypeAnnotation stamp) {
        return switch (stamp.getUnit()) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
        };
    }

    /** Twelve bytes: nanoseconds of the day, then the Julian day; how time stamps were written before 2018. */
    private static long legacyTime(ByteBuffer bytes) {
        ByteBuffer ordered = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long ofDay = ordered.getLong();
        long day = ordered.getInt() - 2_440_588L; // the Julian day of 1970-01-01
        return Math.addExact(Math.multiplyExact(day, NANOS_OF_DAY), ofDay);
    }

    ColumnDescriptor descriptor() {
        return descriptor;
    }

    String name() {
        return builder.name;
    }

    long bytes() {
        return builder.bytes();
    }

    void take(ColumnReader value) {
        if (value.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel()) {
            builder.addMissing();
        } else {
            taking.take(value, builder);
        }
    }

    /** Returns the column as the kind given for it, or the one its values look like. */
    Column build(Map<String, Kind> kinds) throws MalformedTableException {
        Column column = builder.build();
        Kind kind = kinds.containsKey(name()) ? kinds.get(name()) : told(column);
        if (kind == column.kind()) {
            return column;
        }
        if (kind == Kind.CATEGORICAL) {
            return CategoricalColumn.of(name(), texts(column, column.size()).toArray(String[]::new));
        }
        throw new MalformedTableException("column '" + name() + "' is "
                + column.kind().word() + " in the file and cannot be read as " + kind.word());
    }

    private static Kind told(Column column) {
        if (column.kind() != Kind.TEXT) {
            return column.kind();
        }
        List<String> sample = texts(column, Math.min(GUESSED_FROM, column.size()));
        // strings that look like numbers were written as strings on purpose
        return KindGuess.ofNames(sample, Set.of("")) == Kind.TEXT ? Kind.TEXT : Kind.CATEGORICAL;
    }

    private static List<String> texts(Column column, int rows) {
        return IntStream.range(0, rows).mapToObj(column::text).toList();
    }
}

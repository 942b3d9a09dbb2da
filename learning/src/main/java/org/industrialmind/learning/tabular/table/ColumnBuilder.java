package org.industrialmind.learning.tabular.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A column that grows value by value; {@link #build} returns what has come and starts again from nothing. */
abstract sealed class ColumnBuilder {
    final String name;

    private ColumnBuilder(String name) {
        this.name = name;
    }

    static ColumnBuilder of(Kind kind, String name) {
        return switch (kind) {
            case NUMERIC -> new Numbers(name);
            case CATEGORICAL -> new Categories(name);
            case TEXT -> new Texts(name);
            case TIME -> new Times(name);
        };
    }

    abstract Kind kind();

    /** Takes a value as it is written; returns false, and takes nothing, where it is none of this kind. */
    abstract boolean add(String cell);

    abstract void addMissing();

    /** Returns how much memory the values take. */
    abstract long bytes();

    abstract Column build();

    private static int grown(int length) {
        return Math.addExact(Math.max(16, length), length / 2);
    }

    static final class Numbers extends ColumnBuilder {
        private double[] values = new double[16];
        private int size;

        Numbers(String name) {
            super(name);
        }

        @Override
        Kind kind() {
            return Kind.NUMERIC;
        }

        @Override
        boolean add(String cell) {
            OptionalDouble value = Cells.number(cell);
            value.ifPresent(this::add);
            return value.isPresent();
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, grown(size));
            }
            values[size++] = value;
        }

        @Override
        void addMissing() {
            add(Double.NaN);
        }

        @Override
        long bytes() {
            return 8L * size;
        }

        @Override
        Column build() {
            NumericColumn column = NumericColumn.of(name, Arrays.copyOf(values, size));
            size = 0;
            return column;
        }
    }

    static final class Categories extends ColumnBuilder {
        private static final int LEVEL_BYTES = 120; // string, its letters and its place in the index

        private final Map<String, Integer> seen = new HashMap<>();
        private final List<String> levels = new ArrayList<>();
        private int[] codes = new int[16];
        private int size;

        Categories(String name) {
            super(name);
        }

        @Override
        Kind kind() {
            return Kind.CATEGORICAL;
        }

        @Override
        boolean add(String cell) {
            add(seen.computeIfAbsent(cell, level -> {
                levels.add(level);
                return levels.size() - 1;
            }));
            return true;
        }

        private void add(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, grown(size));
            }
            codes[size++] = code;
        }

        @Override
        void addMissing() {
            add(CategoricalColumn.MISSING);
        }

        @Override
        long bytes() {
            return 4L * size + (long) LEVEL_BYTES * levels.size();
        }

        @Override
        Column build() {
            CategoricalColumn column = CategoricalColumn.ofCodes(name, Arrays.copyOf(codes, size), levels)
                    .withLevels(CategoricalColumn.ordered(levels));
            size = 0;
            seen.clear();
            levels.clear();
            return column;
        }
    }

    static final class Texts extends ColumnBuilder {
        private static final int TEXT_BYTES = 56; // string, array and reference without the letters

        private final List<String> values = new ArrayList<>();
        private long bytes;

        Texts(String name) {
            super(name);
        }

        @Override
        Kind kind() {
            return Kind.TEXT;
        }

        @Override
        boolean add(String cell) {
            values.add(cell);
            bytes += cell.isEmpty() ? 8 : TEXT_BYTES + 2L * cell.length();
            return true;
        }

        @Override
        void addMissing() {
            add("");
        }

        @Override
        long bytes() {
            return bytes;
        }

        @Override
        Column build() {
            TextColumn column = TextColumn.of(name, values.toArray(String[]::new));
            values.clear();
            bytes = 0;
            return column;
        }
    }

    static final class Times extends ColumnBuilder {
        private long[] nanos = new long[16];
        private int size;

        Times(String name) {
            super(name);
        }

        @Override
        Kind kind() {
            return Kind.TIME;
        }

        @Override
        boolean add(String cell) {
            OptionalLong time = Cells.nanos(cell);
            time.ifPresent(this::add);
            return time.isPresent();
        }

        void add(long time) {
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, grown(size));
            }
            nanos[size++] = time;
        }

        @Override
        void addMissing() {
            add(TimeColumn.MISSING);
        }

        @Override
        long bytes() {
            return 8L * size;
        }

        @Override
        Column build() {
            TimeColumn column = TimeColumn.ofNanos(name, Arrays.copyOf(nanos, size));
            size = 0;
            return column;
        }
    }
}

package org.industrialmind.learning.tabular.transform;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.table.TimeColumn;

/**
 * Turns a time into numbers. What comes round again becomes a point on a circle, so that 23:59 lies beside 00:00:
 * {@code at.hour sin} and {@code at.hour cos}.
 *
 * @param parts which numbers, in the order of {@link Part}
 * @param zone whose calendar and clock
 */
public record DateParts(Set<Part> parts, ZoneId zone) implements Transform {
    /** A number that a time has. */
    public enum Part {
        /** Days since 1970-01-01, with a fraction: for trends. */
        DAYS,
        YEAR,
        /** The day within the year, on a circle. */
        SEASON,
        /** The day within the week, Monday first, on a circle. */
        WEEKDAY,
        /** The time of day, on a circle. */
        HOUR
    }

    public DateParts {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no part of a time: expected at least one");
        }
        parts = Set.copyOf(parts);
    }

    /** Returns all parts in UTC. */
    public static DateParts defaults() {
        return new DateParts(EnumSet.allOf(Part.class), ZoneOffset.UTC);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, TimeColumn.class, _ -> new Split(parts, zone));
    }

    private record Split(Set<Part> parts, ZoneId zone) implements ColumnChange<TimeColumn> {
        private static final double NANOS_OF_DAY = 86_400e9;

        @Override
        public List<Column> apply(TimeColumn column) {
            List<Column> columns = new ArrayList<>();
            for (Part part : Part.values()) {
                if (parts.contains(part)) {
                    switch (part) {
                        case DAYS -> columns.add(column(column, ".days", Split::days));
                        case YEAR -> columns.add(column(column, ".year", ZonedDateTime::getYear));
                        case SEASON -> addCircle(columns, column, ".season", Split::shareOfYear);
                        case WEEKDAY ->
                            addCircle(
                                    columns,
                                    column,
                                    ".weekday",
                                    time -> (time.getDayOfWeek().getValue() - 1) / 7.0);
                        case HOUR -> addCircle(columns, column, ".hour", Split::shareOfDay);
                    }
                }
            }
            return columns;
        }

        private void addCircle(
                List<Column> columns, TimeColumn column, String name, ToDoubleFunction<ZonedDateTime> share) {
            columns.add(column(column, name + " sin", time -> Math.sin(2 * Math.PI * share.applyAsDouble(time))));
            columns.add(column(column, name + " cos", time -> Math.cos(2 * Math.PI * share.applyAsDouble(time))));
        }

        private NumericColumn column(TimeColumn column, String name, ToDoubleFunction<ZonedDateTime> number) {
            double[] values = new double[column.size()];
            for (int r = 0; r < values.length; r++) {
                values[r] = column.instant(r)
                        .map(time -> number.applyAsDouble(time.atZone(zone)))
                        .orElse(Double.NaN);
            }
            return NumericColumn.of(column.name() + name, values);
        }

        private static double days(ZonedDateTime time) {
            Instant instant = time.toInstant();
            return instant.getEpochSecond() / 86_400.0 + instant.getNano() / NANOS_OF_DAY;
        }

        private static double shareOfYear(ZonedDateTime time) {
            int length = time.toLocalDate().lengthOfYear();
            return (time.getDayOfYear() - 1) / (double) length;
        }

        private static double shareOfDay(ZonedDateTime time) {
            LocalTime clock = time.toLocalTime();
            return clock.toNanoOfDay() / NANOS_OF_DAY;
        }
    }
}

package org.industrialmind.learning.tabular.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single fields. */
final class Cells {
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
                    + "(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private Cells() {}

    /** Returns a decimal number; empty for anything else, "NaN", "0x1p3" and "1d" included, which Java would read. */
    static OptionalDouble number(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            boolean allowed = letter >= '0' && letter <= '9' || "+-.eE".indexOf(letter) >= 0;
            if (!allowed) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(cell);
            return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Returns nanoseconds since the epoch of an ISO 8601 date or time, UTC where it names no zone; empty otherwise. */
    static OptionalLong nanos(String cell) {
        Matcher parts = TIME.matcher(cell);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        try {
            LocalTime time = parts.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(2));
            ZoneOffset zone = parts.group(3) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(3));
            return OptionalLong.of(TimeColumn.nanos(
                    LocalDate.parse(parts.group(1)).atTime(time).toInstant(zone)));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}

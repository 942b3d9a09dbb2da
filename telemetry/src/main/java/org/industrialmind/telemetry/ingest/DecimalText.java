package org.industrialmind.telemetry.ingest;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as data files and protocols write them, which is less than what Java's own parser takes. */
final class DecimalText {
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int LONGEST = 64;

    private DecimalText() {}

    /** Returns the finite number that the text says, or empty if it says none. */
    static OptionalDouble number(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}

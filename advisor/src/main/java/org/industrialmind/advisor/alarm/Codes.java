package org.industrialmind.advisor.alarm;

import java.util.Locale;

/** How names of this package are written outside the program: {@code OUT_OF_SERVICE} as {@code out-of-service}. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

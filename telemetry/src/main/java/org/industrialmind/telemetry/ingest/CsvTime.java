package org.industrialmind.telemetry.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Times as files write them, as nanoseconds since 1970; a time without a zone is taken as UTC. */
final class CsvTime {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}(\\.\\d{1,9})?");

    private CsvTime() {}

    static OptionalLong nanos(String text) {
        try {
            if (NUMBER.matcher(text).matches()) {
                return OptionalLong.of(epoch(new BigDecimal(text)));
            }
            return OptionalLong.of(IngestTime.nanos(calendar(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** A number below 10^11 is in seconds (up to the year 5138), below 10^14 in milliseconds, and so on. */
    private static long epoch(BigDecimal number) {
        int digits = number.precision() - number.scale();
        int toNanos = digits <= 11 ? 9 : digits <= 14 ? 6 : digits <= 17 ? 3 : 0;
        return number.movePointRight(toNanos).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static Instant calendar(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        if (iso.length() == 10) {
            return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}

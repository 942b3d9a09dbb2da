package org.industrialmind.telemetry.store;

import org.industrialmind.signal.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The qualities of one row as text, two characters a channel: the {@link Frame#qualityCode} in hexadecimal digits. Where a
 * database cannot say otherwise that a value is missing, the first digit 0 to b is written as the letter m to x. The form is
 * chosen so that "this channel is bad or missing" is a question about one character, which every query language can ask.
 *
 * <p>Text that is absent or empty says that every value is there and good.
 */
final class QualityText {
    /** The first characters of bad qualities, whose two high bits are 10. */
    static final String BAD = "89ab";

    /** The first characters of missing values. */
    static final String MISSING = "mnopqrstuvwx";

    private static final String HEX = "0123456789abcdef";

    private QualityText() {}

    static char first(byte code, boolean missing) {
        return (missing ? MISSING : HEX).charAt((code & 0xff) >> 4); // a code is less than 0xc0, so 12 letters do
    }

    static char second(byte code) {
        return HEX.charAt(code & 0xf);
    }

    static boolean missing(@Nullable String text, int channel) {
        return text != null && !text.isEmpty() && MISSING.indexOf(text.charAt(2 * channel)) >= 0;
    }

    static byte code(@Nullable String text, int channel) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        char first = text.charAt(2 * channel);
        int high = Math.max(HEX.indexOf(first), MISSING.indexOf(first));
        return (byte) (high << 4 | HEX.indexOf(text.charAt(2 * channel + 1)));
    }
}

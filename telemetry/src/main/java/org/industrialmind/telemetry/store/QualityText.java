package org.industrialmind.telemetry.store;

import java.util.HexFormat;
import org.industrialmind.signal.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The qualities of one row as text, two characters a channel: the hexadecimal {@link Frame#qualityCode}, or {@code --}
 * where a database cannot say otherwise that the value is missing. The form is chosen so that "this channel is bad" is a
 * question about one character, which every query language can ask.
 */
final class QualityText {
    private static final HexFormat HEX = HexFormat.of();

    /** The first digits of bad qualities, whose two high bits are 10, and of missing values. */
    static final String UNUSABLE = "89ab-";

    private QualityText() {}

    static boolean missing(@Nullable String text, int channel) {
        return text != null && !text.isEmpty() && text.charAt(2 * channel) == '-';
    }

    static byte code(@Nullable String text, int channel) {
        if (text == null || text.isEmpty() || text.charAt(2 * channel) == '-') {
            return 0;
        }
        return (byte) HexFormat.fromHexDigits(text, 2 * channel, 2 * channel + 2);
    }

    static char high(byte code) {
        return HEX.toHighHexDigit(code);
    }

    static char low(byte code) {
        return HEX.toLowHexDigit(code);
    }
}

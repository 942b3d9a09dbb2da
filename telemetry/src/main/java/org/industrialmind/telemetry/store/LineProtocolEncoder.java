package org.industrialmind.telemetry.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;

/**
 * Writes frames as line protocol into a growing array: {@code table,asset=P-101 a=1,b=2,quality="00" 1700000000000000000}.
 *
 * <p>A row of fifty values names fifty columns, and what an encoder does for each name is most of what it does at all.
 * The names of a schema are therefore checked and turned to bytes once ({@link Layout}); a row is then a few array copies
 * and, in the binary form, eight bytes for each value.
 *
 * <p>Not safe for use by many threads.
 *
 * @see "InfluxData, Line protocol reference; QuestDB, protocol version 2: a double as '=', the type 16 and 8 bytes, little endian"
 */
final class LineProtocolEncoder {
    /** How a database takes its numbers, and whether it can forget a value by not being sent it. */
    enum Dialect {
        /** Doubles in eight bytes; a row replaces the whole older row, so a missing value is just not sent. */
        QUESTDB,
        /**
         * Doubles as the shortest text that reads back the same; a row replaces an older one field by field, so every row
         * says in its quality field which values are missing.
         */
        INFLUX
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] QUALITY = "quality=\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BINARY_DOUBLE = {'=', 16};
    private static final int LONGEST_NUMBER = 26; // characters of a double or a long, with room to spare

    private final Dialect dialect;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int lines;

    LineProtocolEncoder(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The unchanging bytes of a schema's rows. */
    static final class Layout {
        final FrameSchema schema;
        final byte[] table;
        final byte[][] columns;
        final int longestRow;

        Layout(Dialect dialect, FrameSchema schema) {
            SampleTable names = SampleTable.of(schema);
            this.schema = schema;
            this.table = (names.name() + ",asset=").getBytes(StandardCharsets.US_ASCII);
            String after = dialect == Dialect.QUESTDB ? "==\u0010" : "=";
            this.columns = names.columns().stream()
                    .map(name -> (name + after).getBytes(StandardCharsets.US_ASCII))
                    .toArray(byte[][]::new);
            int all = table.length + QUALITY.length + 2 * LONGEST_NUMBER;
            for (byte[] column : columns) {
                all += column.length + LONGEST_NUMBER + 1 + 2; // a comma before it, two digits of quality for it
            }
            this.longestRow = all;
        }
    }

    /** Appends the rows of the frame, one line each. */
    void append(Layout layout, Frame frame) {
        for (int row = 0; row < frame.rows(); row++) {
            append(layout, frame, row);
        }
    }

    /**
     * Appends one row.
     *
     * @throws IllegalArgumentException if a value is infinite or the time is before 1970, which no database here can keep
     */
    void append(Layout layout, Frame frame, int row) {
        String asset = frame.asset().value();
        reserve(layout.longestRow + asset.length());
        int start = length;
        put(layout.table);
        ascii(asset);
        put(' ');
        int fields = length;
        boolean missing = values(layout, frame, row);
        if (dialect == Dialect.INFLUX || !frame.allGood() || length == fields) {
            quality(frame, row, missing, length > fields);
        }
        put(' ');
        time(frame, row, start);
        put('\n');
        lines++;
    }

    private boolean values(Layout layout, Frame frame, int row) {
        boolean missing = false;
        boolean first = true;
        boolean single = layout.schema.precision() == FrameSchema.Precision.SINGLE;
        for (int c = 0; c < layout.columns.length; c++) {
            double value = frame.value(row, c);
            if (Double.isFinite(value)) {
                if (!first) {
                    put(',');
                }
                first = false;
                put(layout.columns[c]);
                number(value, single);
            } else if (Double.isNaN(value)) {
                missing = true;
            } else {
                throw refused(
                        frame,
                        row,
                        "channel " + layout.schema.channel(c).name() + " is " + value,
                        "expected a finite number, or NaN for a missing one");
            }
        }
        return missing;
    }

    private void number(double value, boolean single) {
        if (dialect == Dialect.QUESTDB) {
            LONGS.set(bytes, length, Double.doubleToRawLongBits(value));
            length += Long.BYTES;
        } else {
            ascii(single ? Float.toString((float) value) : Double.toString(value));
        }
    }

    private void quality(Frame frame, int row, boolean missing, boolean comma) {
        if (comma) {
            put(',');
        }
        put(QUALITY);
        boolean spell = !frame.allGood() || missing || dialect == Dialect.QUESTDB;
        for (int c = 0; spell && c < frame.schema().width(); c++) {
            byte code = frame.qualityCode(row, c);
            put(QualityText.first(code, dialect == Dialect.INFLUX && Double.isNaN(frame.value(row, c))));
            put(QualityText.second(code));
        }
        put('"');
    }

    private void time(Frame frame, int row, int start) {
        long time = frame.time(row);
        if (time < 0) {
            length = start;
            throw refused(frame, row, "the time is before 1970", "expected nanoseconds since the epoch");
        }
        ascii(Long.toString(time));
    }

    private IllegalArgumentException refused(Frame frame, int row, String seen, String expected) {
        return new IllegalArgumentException("row " + row + " of " + frame + " at " + frame.time(row)
                + " cannot be stored: " + seen + "; " + expected);
    }

    /** Appends an assessment to the table of assessments; every field is always said, so the newest wins whole. */
    void append(Assessment assessment) {
        AssessmentRow row = AssessmentRow.of(assessment);
        if (row.timeNanos() < 0) {
            throw new IllegalArgumentException("window of " + row.asset() + " ends before 1970: " + row.timeNanos());
        }
        utf8("assessments,asset=" + row.asset());
        row.model().ifPresent(model -> utf8(",model=" + tag(model.name())));
        utf8(" version=" + row.model().map(ModelRef::version).orElse(0) + "i,kind=\"" + row.kind() + "\",score=");
        reserve(LONGEST_NUMBER);
        if (dialect == Dialect.QUESTDB) {
            put(BINARY_DOUBLE);
        }
        number(row.score(), false);
        utf8(",reason=\"" + row.reason() + "\",contributions=\"" + quoted(row.contributions()) + "\",suspect=\""
                + row.suspect() + "\" " + row.timeNanos() + "\n");
        lines++;
    }

    private static String tag(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == '\\')) {
            throw new IllegalArgumentException(
                    "model name '" + text + "' cannot be stored: expected no backslash and no control character");
        }
        return text.replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        put(encoded);
    }

    /** Appends text that is known to be of ASCII. */
    @SuppressWarnings("deprecation") // getBytes of half a char is what ASCII is; the other ways make a copy first
    private void ascii(String text) {
        reserve(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    private void put(char character) {
        bytes[length++] = (byte) character;
    }

    private void put(byte[] piece) {
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Returns the array that holds the lines, of which the first {@link #length()} bytes count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int lines() {
        return lines;
    }

    void clear() {
        length = 0;
        lines = 0;
    }
}

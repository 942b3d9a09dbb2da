package org.industrialmind.telemetry.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/**
 * Reads InfluxDB line protocol, as Telegraf and most gateways write it:
 * {@code centrifugal-pump,asset=P-101 discharge_pressure=4.2,flow=101 1700000000000000000}.
 *
 * <p>The measurement is the class of the asset's equipment, alone or followed by {@code _} and the first eight digits of the
 * schema's id. The tag {@code asset} is needed, other tags are passed over. Fields are channels: decimal numbers, or integers
 * with {@code i} or {@code u} up to 2^53; text, true and false are refused. The timestamp is in nanoseconds; without one the
 * reading is from now. Lines of one asset and time are one row, in which a channel may be said once.
 * What a row does not say stays as another text has said it of the same time, so a gateway may send the channels of a time
 * in parts, as Telegraf does where its batch ends between them. Empty lines and lines
 * that begin with {@code #} are passed over.
 *
 * <p>It is all or nothing: one refused line refuses the whole text, so that a sender who corrects it can send all of it again.
 * Safe for use by many threads.
 *
 * @see "InfluxData, Line protocol reference"
 */
public final class LineProtocolParser {
    private static final long LARGEST_EXACT = 1L << 53; // beyond, a double leaves integers out

    private final Function<AssetId, Optional<FrameSchema>> catalogue;
    private final InstantSource clock;
    private final IngestLimits limits;

    /** @param catalogue answers which schema a known asset has */
    public LineProtocolParser(
            Function<AssetId, Optional<FrameSchema>> catalogue, InstantSource clock, IngestLimits limits) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Returns the frames of the text, by asset in the order in which the assets appear.
     *
     * @param utf8 the text
     * @throws RefusedException if a line cannot be taken in
     */
    public List<Frame> parse(byte[] utf8) {
        if (utf8.length > limits.bytes()) {
            throw new RefusedException(
                    Refusal.TOO_LARGE,
                    1,
                    utf8.length + " bytes: expected at most " + limits.bytes() + "; send less at once");
        }
        Map<AssetId, AssetRows> assets = new LinkedHashMap<>();
        long now = IngestTime.nanos(clock.instant());
        int number = 0;
        for (String line : decoded(utf8).split("\n", limits.lines() + 2)) {
            number++;
            requireSize(line, number);
            String stripped = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!stripped.isBlank() && stripped.charAt(0) != '#') {
                read(stripped, number, now, assets);
            }
        }
        return assets.values().stream().flatMap(rows -> rows.frames().stream()).toList();
    }

    private static String decoded(byte[] utf8) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += utf8[i] == '\n' ? 1 : 0;
            }
            throw new RefusedException(Refusal.MALFORMED, line, "expected UTF-8, saw bytes that are none");
        }
        return out.flip().toString();
    }

    private void requireSize(String line, int number) {
        if (number > limits.lines() && !line.isEmpty()) {
            throw new RefusedException(
                    Refusal.TOO_LARGE, number, "expected at most " + limits.lines() + " lines; send less at once");
        }
        if (line.length() > limits.lineLength()) {
            throw new RefusedException(
                    Refusal.TOO_LARGE, number, line.length() + " characters: expected at most " + limits.lineLength());
        }
    }

    private void read(String text, int number, long now, Map<AssetId, AssetRows> assets) {
        LineScanner scanner = new LineScanner(text, number);
        String measurement = scanner.measurement();
        AssetId asset = asset(scanner.tags(), number);
        List<LineScanner.Pair> fields = scanner.fields();
        long time = time(scanner.timestamp(), now, number);
        AssetRows rows = assets.get(asset);
        if (rows == null) {
            rows = new AssetRows(asset, schema(asset, number));
            assets.put(asset, rows);
        }
        requireClass(rows.schema(), measurement, number);
        for (LineScanner.Pair field : fields) {
            rows.put(time, field.key(), value(field, number), number);
        }
    }

    private static AssetId asset(List<LineScanner.Pair> tags, int number) {
        List<LineScanner.Pair> named =
                tags.stream().filter(tag -> tag.key().equals("asset")).toList();
        if (named.size() != 1) {
            throw new RefusedException(
                    Refusal.MALFORMED, number, "expected one tag 'asset', saw " + named.size() + " among the tags");
        }
        try {
            return new AssetId(named.getFirst().value());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.UNKNOWN_ASSET, number, String.valueOf(e.getMessage()));
        }
    }

    private FrameSchema schema(AssetId asset, int number) {
        return catalogue
                .apply(asset)
                .orElseThrow(() -> new RefusedException(
                        Refusal.UNKNOWN_ASSET,
                        number,
                        "asset " + asset + " is not known: expected one of the plant's; add it first, with PUT"
                                + " /api/v1/assets/" + asset));
    }

    private static void requireClass(FrameSchema schema, String measurement, int number) {
        String code = schema.equipmentClass().code();
        String exact = code + "_" + schema.idText().substring(0, 8);
        if (!measurement.equals(code) && !measurement.equals(exact)) {
            throw new RefusedException(
                    Refusal.UNKNOWN_CLASS,
                    number,
                    "measurement '" + Shown.of(measurement) + "': expected the asset's class " + code
                            + ", or its schema " + exact);
        }
    }

    private long time(String text, long now, int number) {
        if (text.isEmpty()) {
            return now;
        }
        long time;
        try {
            time = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    number,
                    "timestamp '" + Shown.of(text) + "': expected whole nanoseconds since 1970");
        }
        IngestTime.require(time, now, limits, number);
        return time;
    }

    private static double value(LineScanner.Pair field, int number) {
        String text = field.value();
        char last = text.charAt(text.length() - 1);
        boolean integer = last == 'i' || last == 'u';
        String digits = integer ? text.substring(0, text.length() - 1) : text;
        double value = DecimalText.number(digits)
                .orElseThrow(() -> new RefusedException(
                        Refusal.NOT_A_NUMBER,
                        number,
                        "field " + Shown.of(field.key()) + " is '" + Shown.of(text)
                                + "': expected a finite decimal number such as 4.2"));
        boolean whole = digits.chars().skip(1).allMatch(c -> c >= '0' && c <= '9') && !digits.startsWith(".");
        if (integer && (!whole || Math.abs(value) > LARGEST_EXACT || last == 'u' && value < 0)) {
            throw new RefusedException(
                    Refusal.NOT_A_NUMBER,
                    number,
                    "field " + Shown.of(field.key()) + " is '" + Shown.of(text)
                            + "': expected a whole number of at most 2^53");
        }
        return value;
    }
}

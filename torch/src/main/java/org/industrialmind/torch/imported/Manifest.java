package org.industrialmind.torch.imported;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.industrialmind.learning.format.JsonFields;

/**
 * What a user says of a network: what it takes and what it gives.
 *
 * <pre>{@code
 * {"channels": ["flow", "discharge_pressure"], "rows": 60, "layout": "rows-channels", "output": "reconstruction"}
 * }</pre>
 *
 * @param channels that it takes, in their order
 * @param rows of a window
 * @param channelsFirst whether a window goes in as [channel, row] instead of [row, channel]
 */
public record Manifest(List<String> channels, int rows, boolean channelsFirst, Output output) {
    /** What comes out of a network. */
    public enum Output {
        /** One number a window: the larger the stranger. */
        SCORE,
        /** The window as the network gives it back, in the shape in which it went in. */
        RECONSTRUCTION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if there is no channel or row, or a channel is named twice */
    public Manifest {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || new HashSet<>(channels).size() < channels.size() || rows < 1) {
            throw new IllegalArgumentException("manifest of the channels " + channels + " and " + rows
                    + " rows: expected at least one channel, none twice, and at least one row");
        }
    }

    /** @throws IOException if the file is not there or says something else; the message says what was expected */
    public static Manifest read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "there is no file " + file + ", which says what the network takes and gives; next: write one"
                            + " as docs/your-own-detector.md shows");
        }
        JsonFields fields = JsonFields.read(file);
        String layout = fields.has("layout") ? fields.text("layout") : "rows-channels";
        String output = fields.text("output");
        if (!List.of("rows-channels", "channels-rows").contains(layout)) {
            throw fields.malformed("says the layout " + layout + ": expected rows-channels or channels-rows");
        }
        if (!List.of(Output.SCORE.code(), Output.RECONSTRUCTION.code()).contains(output)) {
            throw fields.malformed("says the output " + output + ": expected score or reconstruction");
        }
        try {
            return new Manifest(
                    fields.texts("channels"),
                    fields.integer("rows"),
                    layout.equals("channels-rows"),
                    Output.valueOf(output.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException invalid) {
            throw fields.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    /** Returns the shape of one window as the network takes it. */
    List<Integer> shape() {
        return channelsFirst ? List.of(channels.size(), rows) : List.of(rows, channels.size());
    }
}

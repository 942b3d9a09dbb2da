package org.industrialmind.telemetry.store;

import java.util.List;
import java.util.Set;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.FrameSchema;

/**
 * How a schema is called in a database: one wide table (or measurement) for each schema, a column (or field) for each
 * channel, and {@code ts}, {@code asset} and {@code quality} beside them.
 *
 * <p>A channel that would take a name the database needs gets an underscore before it, which no channel can begin with.
 *
 * @param name the class and the first eight digits of the schema's id, so that two schemas of one class live side by side
 */
record SampleTable(String name, List<String> columns) {
    private static final Set<String> TAKEN = Set.of("ts", "asset", "quality", "time");

    static SampleTable of(FrameSchema schema) {
        String name = schema.equipmentClass().code() + "_" + schema.idText().substring(0, 8);
        return new SampleTable(
                name, schema.channels().stream().map(SampleTable::column).toList());
    }

    private static String column(Channel channel) {
        return TAKEN.contains(channel.name()) ? "_" + channel.name() : channel.name();
    }

    /** Returns the place of the channel in the schema. */
    static int indexOf(FrameSchema schema, String channel) {
        return schema.indexOf(channel)
                .orElseThrow(() -> new IllegalArgumentException("channel '" + channel + "' is not one of "
                        + schema.equipmentClass() + ": expected one of "
                        + schema.channels().stream().map(Channel::name).toList()));
    }
}

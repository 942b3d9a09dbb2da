package org.industrialmind.learning.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.SchemaFormat;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link QualityGate} as JSON. Numbers come back exactly. */
public final class QualityGateFormat {
    private static final int NUMBERS = 7; // of a norm

    private QualityGateFormat() {}

    /** Writes the gate into an empty object. */
    public static void write(QualityGate gate, ObjectNode into) {
        SchemaFormat.write(gate.schema(), into.putObject("schema"));
        ArrayNode machines = into.putArray("machines");
        gate.machines().forEach((asset, norm) -> {
            ObjectNode machine = machines.addObject().put("asset", asset.value());
            ArrayNode numbers = machine.putArray("norms");
            for (ChannelNorm channel : norm.channels()) {
                numbers.add(channel.noise())
                        .add(channel.noisiest())
                        .add(channel.noisiestLate())
                        .add(channel.step())
                        .add((double) channel.longest())
                        .add(channel.low())
                        .add(channel.high());
            }
            ObjectNode steps =
                    machine.putObject("steps").put("together", norm.steps().together());
            put(steps.putArray("steepness"), norm.steps().spread().steepness());
            put(steps.putArray("spread"), norm.steps().spread().spread());
            put(steps.putArray("correlation"), norm.steps().spread().correlation());
            put(steps.putArray("limits"), norm.steps().limits());
            put(steps.putArray("slopes"), norm.steps().slopes());
        });
    }

    private static void put(ArrayNode into, double[] values) {
        Arrays.stream(values).forEach(into::add);
    }

    /**
     * Reads a gate back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if something is missing or contradicts itself
     */
    public static QualityGate read(JsonFields fields) throws IOException {
        var schema = SchemaFormat.read(fields.object("schema"));
        Map<AssetId, MachineNorm> machines = new TreeMap<>();
        for (JsonFields machine : fields.objects("machines")) {
            double[] n = machine.numbers("norms");
            if (n.length != NUMBERS * schema.width()) {
                throw machine.malformed("has " + n.length + " numbers of norms: expected " + NUMBERS + " for each of "
                        + schema.width() + " channels");
            }
            List<ChannelNorm> norms = new ArrayList<>();
            try {
                for (int at = 0; at < n.length; at += NUMBERS) {
                    norms.add(new ChannelNorm(
                            n[at], n[at + 1], n[at + 2], n[at + 3], (int) n[at + 4], n[at + 5], n[at + 6]));
                }
                JsonFields steps = machine.object("steps");
                StepNorm norm = new StepNorm(
                        new StepSpread(
                                steps.numbers("steepness"), steps.numbers("spread"), steps.numbers("correlation")),
                        steps.numbers("limits"),
                        steps.numbers("slopes"),
                        steps.number("together"));
                machines.put(new AssetId(machine.text("asset")), new MachineNorm(norms, norm));
            } catch (IllegalArgumentException invalid) {
                throw machine.malformed(String.valueOf(invalid.getMessage()));
            }
        }
        return new QualityGate(schema, machines);
    }
}

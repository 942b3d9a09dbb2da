package org.industrialmind.learning.physics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.SchemaFormat;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The learned constants of {@link Physics} as JSON; the equations themselves are code. Numbers come back exactly. */
public final class PhysicsFormat {
    private PhysicsFormat() {}

    /** Writes the constants into an empty object. */
    public static void write(Physics physics, ObjectNode into) {
        SchemaFormat.write(physics.schema(), into.putObject("schema"));
        List<Equation> equations = Laws.of(physics.schema());
        ArrayNode machines = into.putArray("machines");
        physics.machines().forEach((asset, constants) -> {
            ArrayNode own = machines.addObject().put("asset", asset.value()).putArray("equations");
            for (int e = 0; e < constants.size(); e++) {
                ObjectNode equation = own.addObject()
                        .put("channel", equations.get(e).channel())
                        .put("usual", constants.get(e).usual());
                ArrayNode coefficients = equation.putArray("coefficients");
                constants.get(e).coefficients().forEach(coefficients::add);
            }
        });
    }

    /**
     * Reads the constants back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if they are not those of the present equations
     */
    public static Physics read(JsonFields fields) throws IOException {
        FrameSchema schema = SchemaFormat.read(fields.object("schema"));
        List<Equation> equations = Laws.of(schema);
        Map<AssetId, List<Physics.Constants>> machines = new TreeMap<>();
        for (JsonFields machine : fields.objects("machines")) {
            List<Physics.Constants> own = new ArrayList<>();
            for (JsonFields each : machine.objects("equations")) {
                double[] coefficients = each.numbers("coefficients");
                boolean known = own.size() < equations.size()
                        && equations.get(own.size()).channel().equals(each.text("channel"))
                        && equations.get(own.size()).terms().size() == coefficients.length;
                if (!known) {
                    throw each.malformed("explains " + each.text("channel") + " by " + coefficients.length
                            + " terms, which no equation of " + schema.equipmentClass()
                            + " does in this version; next: train the model again");
                }
                own.add(new Physics.Constants(
                        Arrays.stream(coefficients).boxed().toList(), each.number("usual")));
            }
            if (own.size() != equations.size()) {
                throw machine.malformed("has constants of " + own.size() + " equations: expected " + equations.size()
                        + "; next: train the model again");
            }
            machines.put(new AssetId(machine.text("asset")), own);
        }
        return new Physics(schema, machines);
    }
}

package org.industrialmind.learning.surroundings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.BaselineFormat;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Surroundings} as JSON. Numbers come back exactly. */
public final class SurroundingsFormat {
    private SurroundingsFormat() {}

    /** Writes into an empty object. */
    public static void write(Surroundings surroundings, ObjectNode into) {
        BaselineFormat.write(surroundings.baseline(), into.putObject("baseline"));
        put(into.putArray("reach"), surroundings.reach());
        ArrayNode machines = into.putArray("machines");
        surroundings.responses().forEach((asset, responses) -> {
            ArrayNode regimes = machines.addObject().put("asset", asset.value()).putArray("regimes");
            for (Response response : responses) {
                ObjectNode regime = regimes.addObject();
                put(regime.putArray("usual"), response.usual());
                ArrayNode slopes = regime.putArray("slopes");
                for (double[] row : response.slopes()) {
                    put(slopes, row);
                }
            }
        });
    }

    private static void put(ArrayNode into, double[] values) {
        Arrays.stream(values).forEach(into::add);
    }

    /**
     * Reads back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if something is missing or contradicts itself
     */
    public static Surroundings read(JsonFields fields) throws IOException {
        Baseline baseline = BaselineFormat.read(fields.object("baseline"));
        Influences influences = new Influences(baseline.schema());
        int columns = influences.size() + 1;
        int judged = influences.judged().length;
        double[] reach = fields.numbers("reach");
        if (reach.length != influences.size() + judged) {
            throw fields.malformed("has " + reach.length + " reaches: expected " + (influences.size() + judged));
        }
        Map<AssetId, List<Response>> machines = new TreeMap<>();
        for (JsonFields machine : fields.objects("machines")) {
            List<Response> responses = new ArrayList<>();
            for (JsonFields regime : machine.objects("regimes")) {
                double[] usual = regime.numbers("usual");
                double[] flat = regime.numbers("slopes");
                if (usual.length != influences.size() || flat.length != judged * columns) {
                    throw regime.malformed("has " + usual.length + " influences and " + flat.length
                            + " slopes: expected " + influences.size() + " and " + judged * columns);
                }
                double[][] slopes = new double[judged][];
                for (int j = 0; j < judged; j++) {
                    slopes[j] = Arrays.copyOfRange(flat, j * columns, (j + 1) * columns);
                }
                responses.add(new Response(usual, slopes));
            }
            machines.put(new AssetId(machine.text("asset")), responses);
        }
        return new Surroundings(baseline, machines, reach);
    }
}

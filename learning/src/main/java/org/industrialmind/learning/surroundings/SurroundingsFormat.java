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
        ArrayNode unrest = into.putArray("unrest");
        surroundings
                .unrest()
                .forEach(
                        each -> unrest.addObject().put("window", each.window()).put("independent", each.independent()));
        ArrayNode machines = into.putArray("machines");
        surroundings.responses().forEach((asset, responses) -> {
            ArrayNode regimes = machines.addObject().put("asset", asset.value()).putArray("regimes");
            for (Response response : responses) {
                ObjectNode regime = regimes.addObject();
                put(regime.putArray("usual"), response.usual());
                ArrayNode slopes = regime.putArray("slopes");
                ArrayNode covariances = regime.putArray("covariances");
                for (Answer answer : response.answers()) {
                    put(slopes, answer.slopes());
                    put(covariances, answer.covariance());
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
        List<Unrest> unrest = new ArrayList<>();
        for (JsonFields channel : fields.objects("unrest")) {
            unrest.add(new Unrest(channel.number("window"), channel.number("independent")));
        }
        if (unrest.size() != judged) {
            throw fields.malformed("tells the unrest of " + unrest.size() + " channels: expected " + judged);
        }
        int outer = influences.size() - influences.drives();
        Map<AssetId, List<Response>> machines = new TreeMap<>();
        for (JsonFields machine : fields.objects("machines")) {
            List<Response> responses = new ArrayList<>();
            for (JsonFields regime : machine.objects("regimes")) {
                double[] usual = regime.numbers("usual");
                double[] slopes = regime.numbers("slopes");
                double[] covariances = regime.numbers("covariances");
                boolean fits = usual.length == influences.size()
                        && slopes.length == judged * columns
                        && covariances.length == judged * outer * outer;
                if (!fits) {
                    throw regime.malformed("has " + usual.length + " influences, " + slopes.length + " slopes and "
                            + covariances.length + " covariances of them: expected " + influences.size() + ", "
                            + judged * columns + " and " + judged * outer * outer);
                }
                List<Answer> answers = new ArrayList<>();
                for (int j = 0; j < judged; j++) {
                    int at = j * outer * outer;
                    answers.add(new Answer(
                            Arrays.copyOfRange(slopes, j * columns, (j + 1) * columns),
                            Arrays.copyOfRange(covariances, at, at + outer * outer)));
                }
                responses.add(new Response(usual, answers));
            }
            machines.put(new AssetId(machine.text("asset")), responses);
        }
        return new Surroundings(baseline, machines, reach, unrest);
    }
}

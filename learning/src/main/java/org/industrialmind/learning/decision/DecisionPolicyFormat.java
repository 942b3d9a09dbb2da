package org.industrialmind.learning.decision;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.learning.anomaly.LimitsFormat;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link DecisionPolicy} as JSON, part of the model file of every detector that has one. Numbers come back exactly. */
public final class DecisionPolicyFormat {
    private DecisionPolicyFormat() {}

    /** Writes the policy into an empty object. */
    public static void write(DecisionPolicy policy, ObjectNode into) {
        into.put("blockNanos", policy.block().toNanos())
                .put("episodesPerAssetMonth", policy.keeper().episodesPerAssetMonth())
                .put("backOff", policy.keeper().step());
        LimitsFormat.write(policy.limits(), into.putObject("limits"));
        ArrayNode detectors = into.putArray("detectors");
        policy.tails().forEach(tails -> {
            ArrayNode list = detectors.addObject().putArray("tails");
            tails.byStanding().forEach((standing, tail) -> write(tail, named(standing, list.addObject())));
        });
        policy.slow().ifPresent(slow -> {
            ObjectNode node = into.putObject("slow")
                    .put("memory", slow.memory())
                    .put("fewestWindows", slow.fewestWindows())
                    .put("slack", slow.sum().slack())
                    .put("limit", slow.sum().limit());
            write(slow.tail(), node.putObject("tail"));
        });
        policy.fleet()
                .ifPresent(rule -> into.putObject("fleet")
                        .put("falseShare", rule.fdr())
                        .put("decay", rule.decay())
                        .put("smoothing", rule.smoothing())
                        .put("lag", rule.lag()));
        into.put("blocksNeeded", policy.maxima().needed());
        ArrayNode maxima = into.putArray("blockMaxima");
        policy.maxima()
                .byStanding()
                .forEach((standing, own) -> numbers(named(standing, maxima.addObject()), "maxima", own));
    }

    private static ObjectNode named(Standing standing, ObjectNode into) {
        return into.put("asset", standing.asset().value()).put("regime", standing.regime());
    }

    private static void write(Tail tail, ObjectNode into) {
        into.put("count", tail.count())
                .put("scale", tail.scale())
                .put("shape", tail.shape())
                .put("reach", tail.reach());
        numbers(into, "knots", tail.knots());
    }

    private static void numbers(ObjectNode into, String field, double[] values) {
        ArrayNode list = into.putArray(field);
        for (double value : values) {
            list.add(value);
        }
    }

    /**
     * Reads a policy back.
     *
     * @throws org.industrialmind.learning.format.MalformedFileException if something is missing or not valid
     */
    public static DecisionPolicy read(JsonFields fields) throws IOException {
        Limits limits = LimitsFormat.read(fields.object("limits"));
        try {
            List<Tails> detectors = new ArrayList<>();
            for (JsonFields detector : fields.objects("detectors")) {
                Map<Standing, Tail> tails = new TreeMap<>();
                for (JsonFields entry : detector.objects("tails")) {
                    tails.put(standing(entry), tail(entry));
                }
                detectors.add(new Tails(tails));
            }
            Map<Standing, double[]> maxima = new TreeMap<>();
            for (JsonFields entry : fields.objects("blockMaxima")) {
                maxima.put(standing(entry), entry.numbers("maxima"));
            }
            return new DecisionPolicy(
                    detectors,
                    limits,
                    fields.has("slow") ? Optional.of(slow(fields.object("slow"))) : Optional.empty(),
                    new BlockMaxima(maxima, fields.integer("blocksNeeded")),
                    Duration.ofNanos(fields.whole("blockNanos")),
                    new BudgetKeeper(fields.number("episodesPerAssetMonth"), fields.number("backOff")),
                    fields.has("fleet") ? Optional.of(fleet(fields.object("fleet"))) : Optional.empty());
        } catch (IllegalArgumentException invalid) {
            throw fields.malformed(String.valueOf(invalid.getMessage()));
        }
    }

    private static OnlineFdr fleet(JsonFields entry) throws IOException {
        return new OnlineFdr(
                entry.number("falseShare"), entry.number("decay"), entry.number("smoothing"), entry.integer("lag"));
    }

    private static Standing standing(JsonFields entry) throws IOException {
        return new Standing(new AssetId(entry.text("asset")), entry.integer("regime"));
    }

    private static Tail tail(JsonFields entry) throws IOException {
        return new Tail(
                entry.numbers("knots"),
                entry.number("count"),
                entry.number("scale"),
                entry.number("shape"),
                entry.number("reach"));
    }

    private static SlowEvidence slow(JsonFields entry) throws IOException {
        return new SlowEvidence(
                tail(entry.object("tail")),
                entry.number("memory"),
                entry.integer("fewestWindows"),
                new Evidence.CumulativeSum(entry.number("slack"), entry.number("limit")));
    }
}

package org.industrialmind.telemetry.wire;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes assessments as the JSON of the topic {@code industrialmind.assessments} and reads them back.
 *
 * <p>One object: {@code asset}, {@code windowEndNanos} and {@code kind} (normal, abnormal or notAssessable), with {@code
 * score} and {@code model} where there is a score, {@code contributions} and {@code suspect} where it is abnormal, and
 * {@code reason} where there is none. What was written before there was a suspect names none.
 */
public final class AssessmentCodec {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AssessmentCodec() {}

    public static byte[] encode(Assessment assessment) {
        ObjectNode node = JSON.createObjectNode()
                .put("asset", assessment.asset().value())
                .put("windowEndNanos", assessment.windowEndNanos());
        switch (assessment) {
            case Assessment.Normal normal -> putScore(node.put("kind", "normal"), normal.score(), normal.model());
            case Assessment.Abnormal abnormal -> {
                putScore(node.put("kind", "abnormal"), abnormal.score(), abnormal.model());
                ArrayNode contributions = node.putArray("contributions");
                for (Contribution each : abnormal.contributions()) {
                    contributions
                            .addObject()
                            .put("channel", each.channel())
                            .put("share", each.share())
                            .put("deviation", each.deviation());
                }
                node.put("suspect", abnormal.suspect().name());
            }
            case Assessment.NotAssessable not ->
                node.put("kind", "notAssessable").put("reason", not.reason().name());
        }
        return JSON.writeValueAsBytes(node);
    }

    private static void putScore(ObjectNode node, double score, ModelRef model) {
        node.put("score", score);
        node.putObject("model").put("name", model.name()).put("version", model.version());
    }

    /** @throws IllegalArgumentException if the bytes are not an assessment */
    public static Assessment decode(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            AssetId asset = new AssetId(node.required("asset").asString());
            long end = node.required("windowEndNanos").asLong();
            String kind = node.required("kind").asString();
            return switch (kind) {
                case "normal" ->
                    new Assessment.Normal(
                            asset, end, model(node), node.required("score").asDouble());
                case "abnormal" ->
                    new Assessment.Abnormal(
                            asset,
                            end,
                            model(node),
                            node.required("score").asDouble(),
                            contributions(node),
                            Suspect.valueOf(node.path("suspect").asString(Suspect.UNDETERMINED.name())));
                case "notAssessable" ->
                    new Assessment.NotAssessable(
                            asset,
                            end,
                            Assessment.Reason.valueOf(node.required("reason").asString()));
                default ->
                    throw new IllegalArgumentException("assessment of " + asset + " has the kind '" + kind
                            + "': expected normal, abnormal or notAssessable");
            };
        } catch (JacksonException invalid) {
            throw new IllegalArgumentException("not an assessment: " + invalid.getOriginalMessage(), invalid);
        }
    }

    private static ModelRef model(JsonNode node) {
        JsonNode model = node.required("model");
        return new ModelRef(
                model.required("name").asString(), model.required("version").asInt());
    }

    private static List<Contribution> contributions(JsonNode node) {
        List<Contribution> contributions = new ArrayList<>();
        for (JsonNode each : node.required("contributions")) {
            contributions.add(new Contribution(
                    each.required("channel").asString(),
                    each.required("share").asDouble(),
                    each.required("deviation").asDouble()));
        }
        return contributions;
    }
}

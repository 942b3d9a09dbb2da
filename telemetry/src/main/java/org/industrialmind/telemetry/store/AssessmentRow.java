package org.industrialmind.telemetry.store;

import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An assessment as a row of plain columns.
 *
 * @param model empty where nothing was assessed
 * @param kind NORMAL, ABNORMAL or NOT_ASSESSABLE
 * @param score zero where nothing was assessed
 * @param reason why nothing was assessed, else empty
 * @param contributions a JSON array, largest share first
 * @param suspect whom an abnormal window speaks against, else empty
 */
record AssessmentRow(
        AssetId asset,
        long timeNanos,
        Optional<ModelRef> model,
        String kind,
        double score,
        String reason,
        String contributions,
        String suspect) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Contribution>> CONTRIBUTIONS = new TypeReference<>() {};
    private static final String NORMAL = "NORMAL";
    private static final String ABNORMAL = "ABNORMAL";
    private static final String NOT_ASSESSABLE = "NOT_ASSESSABLE";

    static AssessmentRow of(Assessment assessment) {
        AssetId asset = assessment.asset();
        long end = assessment.windowEndNanos();
        return switch (assessment) {
            case Assessment.Normal a ->
                new AssessmentRow(asset, end, Optional.of(a.model()), NORMAL, a.score(), "", "[]", "");
            case Assessment.Abnormal a ->
                new AssessmentRow(
                        asset,
                        end,
                        Optional.of(a.model()),
                        ABNORMAL,
                        a.score(),
                        "",
                        JSON.writeValueAsString(a.contributions()),
                        a.suspect().name());
            case Assessment.NotAssessable a ->
                new AssessmentRow(
                        asset,
                        end,
                        Optional.empty(),
                        NOT_ASSESSABLE,
                        0,
                        a.reason().name(),
                        "[]",
                        "");
        };
    }

    /** Reads the cells time, model, version, kind, score, reason, contributions and suspect. */
    static AssessmentRow read(AssetId asset, List<@Nullable String> cells) {
        String model = cells.get(1);
        return new AssessmentRow(
                asset,
                Long.parseLong(cell(cells, 0)),
                model == null || model.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ModelRef(model, Integer.parseInt(cell(cells, 2)))),
                cell(cells, 3),
                Double.parseDouble(cell(cells, 4)),
                cell(cells, 5),
                cell(cells, 6),
                cell(cells, 7));
    }

    private static String cell(List<@Nullable String> cells, int index) {
        String cell = cells.get(index);
        return cell == null ? "" : cell;
    }

    Assessment toAssessment() {
        return switch (kind) {
            case NORMAL -> new Assessment.Normal(asset, timeNanos, requireModel(), score);
            case ABNORMAL ->
                new Assessment.Abnormal(
                        asset,
                        timeNanos,
                        requireModel(),
                        score,
                        JSON.readValue(contributions, CONTRIBUTIONS),
                        suspect.isEmpty() ? Suspect.UNDETERMINED : Suspect.valueOf(suspect));
            case NOT_ASSESSABLE -> new Assessment.NotAssessable(asset, timeNanos, Assessment.Reason.valueOf(reason));
            default ->
                throw new IllegalStateException("stored assessment of " + asset + " at " + timeNanos
                        + " is of the kind '" + kind + "': was it written by a newer version of this program?");
        };
    }

    private ModelRef requireModel() {
        return model.orElseThrow(() -> new IllegalStateException(
                "stored assessment of " + asset + " at " + timeNanos + " names no model, although it is " + kind));
    }
}

package org.industrialmind.advisor.alarm;

import java.util.List;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.learning.decision.FdrState;
import org.industrialmind.signal.Contribution;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The values that are kept as JSON inside a row. */
final class AlarmJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Contribution>> CONTRIBUTIONS = new TypeReference<>() {};

    private AlarmJson() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static EpisodeWatch watch(String json) {
        return MAPPER.readValue(json, EpisodeWatch.class);
    }

    static FdrState fleet(String json) {
        return MAPPER.readValue(json, FdrState.class);
    }

    static List<Contribution> contributions(String json) {
        return MAPPER.readValue(json, CONTRIBUTIONS);
    }

    static Diagnosis diagnosis(String json) {
        return MAPPER.readValue(json, Diagnosis.class);
    }
}

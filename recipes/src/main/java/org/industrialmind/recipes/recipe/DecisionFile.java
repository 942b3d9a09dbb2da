package org.industrialmind.recipes.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.learning.tabular.decision.ScoredCases;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scored cases in the form in which the platform takes them up for a decision: the body of {@code PUT
 * /api/v1/decisions/{name}}, so that a model's scores reach those who choose the threshold with one upload.
 */
public final class DecisionFile {
    /** The name under which a recipe attaches it. */
    public static final String NAME = "decision.json";

    private DecisionFile() {}

    /**
     * Returns the file.
     *
     * @param description what is decided about whom, and where the risks come from; 1 to 500 characters
     */
    public static byte[] bytes(String description, Costs costs, ScoredCases cases) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("risk", cases.risk(i));
            line.put("bad", cases.bad(i));
            line.put("group", cases.group(i));
            lines.add(line);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("description", description);
        body.put("costs", costs);
        body.put("cases", lines);
        return JsonMapper.shared().writeValueAsBytes(body);
    }
}

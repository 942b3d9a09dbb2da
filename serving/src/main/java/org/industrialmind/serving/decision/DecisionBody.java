package org.industrialmind.serving.decision;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.tabular.decision.ScoredCases;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;

/** A decision as it is sent: nothing is taken for granted, and what is missing is named with its case. */
public record DecisionBody(
        @Nullable String description,
        @Nullable CostsBody costs,
        @Nullable List<@Nullable CaseBody> cases) {

    /** What wrong answers cost, in any one unit. */
    public record CostsBody(
            @Nullable Double badApproved, @Nullable Double goodRefused) {}

    /** One case: the risk a model said, without having seen it, that it turns out bad; whether it did; and its group. */
    public record CaseBody(
            @Nullable Double risk,
            @Nullable Boolean bad,
            @Nullable String group) {}

    /**
     * Returns the decision that was meant.
     *
     * @throws Problem if a field is missing
     * @throws IllegalArgumentException if a value is out of its range
     */
    Decision named(String name) {
        CostsBody cost = Given.value(costs, "costs", "what wrong answers cost");
        return new Decision(
                name,
                Given.text(description, "description", "what is decided about whom"),
                Decision.costs(
                        Given.value(cost.badApproved(), "costs.badApproved", "what a bad case approved costs"),
                        Given.value(cost.goodRefused(), "costs.goodRefused", "what a good case refused costs")),
                scored(Given.value(cases, "cases", "the scored cases, at least one")));
    }

    private static ScoredCases scored(List<@Nullable CaseBody> cases) {
        if (cases.isEmpty() || cases.size() > Decision.MOST_CASES) {
            throw new IllegalArgumentException("the field 'cases' has " + cases.size() + " cases: expected 1 to "
                    + Decision.MOST_CASES + "; of more, a sample decides as well");
        }
        double[] risks = new double[cases.size()];
        boolean[] bad = new boolean[cases.size()];
        List<String> groups = new ArrayList<>(cases.size());
        for (int i = 0; i < risks.length; i++) {
            String at = "cases[" + i + "]";
            CaseBody each = Given.value(cases.get(i), at, "a case");
            risks[i] = Given.value(each.risk(), at + ".risk", "the probability that the case turns out bad");
            if (!(risks[i] >= 0 && risks[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the field '" + at + ".risk' is " + risks[i] + ": expected a probability from 0 to 1");
            }
            bad[i] = Given.value(each.bad(), at + ".bad", "true or false: whether the case turned out bad");
            groups.add(Given.text(each.group(), at + ".group", "the group it belongs to"));
        }
        return ScoredCases.of(risks, bad, groups);
    }
}

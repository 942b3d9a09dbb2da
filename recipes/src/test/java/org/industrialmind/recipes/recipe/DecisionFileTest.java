package org.industrialmind.recipes.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.learning.tabular.decision.ScoredCases;
import org.junit.jupiter.api.Test;

class DecisionFileTest {
    /** The same text is what the API takes in, in the test of its decisions. */
    private static final String FOUR = "{\"description\":\"four cases\","
            + "\"costs\":{\"badApproved\":5.0,\"goodRefused\":1.0},"
            + "\"cases\":[{\"risk\":0.1,\"bad\":false,\"group\":\"a\"},"
            + "{\"risk\":0.3,\"bad\":true,\"group\":\"a\"},"
            + "{\"risk\":0.6,\"bad\":false,\"group\":\"b\"},"
            + "{\"risk\":0.9,\"bad\":true,\"group\":\"b\"}]}";

    @Test
    void is_what_the_platform_takes_up_for_a_decision() {
        ScoredCases cases = ScoredCases.of(
                new double[] {0.1, 0.3, 0.6, 0.9},
                new boolean[] {false, true, false, true},
                List.of("a", "a", "b", "b"));
        assertThat(new String(DecisionFile.bytes("four cases", new Costs(5, 1), cases), StandardCharsets.UTF_8))
                .isEqualTo(FOUR);
    }
}

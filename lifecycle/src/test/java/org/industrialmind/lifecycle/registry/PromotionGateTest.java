package org.industrialmind.lifecycle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.industrialmind.lifecycle.registry.PromotionGate.CHAMPION_RECALL;
import static org.industrialmind.lifecycle.registry.PromotionGate.FALSE_ALARM_SHARE;
import static org.industrialmind.lifecycle.registry.PromotionGate.INJECTED_RECALL;
import static org.industrialmind.lifecycle.registry.PromotionGate.PARITY_ERROR;

import java.util.List;
import java.util.Map;
import org.industrialmind.lifecycle.registry.PromotionGate.Decision;
import org.junit.jupiter.api.Test;

final class PromotionGateTest {
    private final PromotionGate gate = PromotionGate.defaults();

    private static List<String> reasons(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> List.of();
            case Decision.Refused refused -> refused.reasons();
        };
    }

    @Test
    void accepts_a_candidate_that_is_as_good() {
        Map<String, Double> candidate =
                Map.of(FALSE_ALARM_SHARE, 0.01, INJECTED_RECALL, 0.88, CHAMPION_RECALL, 0.9, PARITY_ERROR, 1e-6);

        assertThat(gate.judge(candidate)).isEqualTo(new Decision.Accepted());
    }

    @Test
    void refuses_with_every_reason_and_the_numbers() {
        Map<String, Double> candidate =
                Map.of(FALSE_ALARM_SHARE, 0.05, INJECTED_RECALL, 0.5, CHAMPION_RECALL, 0.9, PARITY_ERROR, 0.1);

        assertThat(reasons(gate.judge(candidate)))
                .containsExactly(
                        "held_out_false_alarm_share is 0.050000: expected at most 0.010000",
                        "injected_fault_recall is 0.5000: expected at least 0.8800, the champion's 0.9000 less 0.0200",
                        "export_parity_error is 0.100000: expected at most 0.001000");
    }

    @Test
    void what_was_not_measured_is_not_met() {
        assertThat(reasons(gate.judge(Map.of(CHAMPION_RECALL, 0.9))))
                .hasSize(2)
                .allMatch(text -> text.contains("not measured"));
        assertThat(reasons(gate.judge(Map.of(
                        FALSE_ALARM_SHARE,
                        Double.NaN,
                        INJECTED_RECALL,
                        1.0,
                        CHAMPION_RECALL,
                        0.9,
                        PARITY_ERROR,
                        Double.NaN))))
                .hasSize(2);
    }

    @Test
    void the_first_model_of_a_name_has_only_its_alarms_to_answer_for() {
        assertThat(gate.judge(Map.of(FALSE_ALARM_SHARE, 0.0, INJECTED_RECALL, 0.1)))
                .isEqualTo(new Decision.Accepted());
        assertThat(reasons(gate.judge(Map.of(FALSE_ALARM_SHARE, 0.02, INJECTED_RECALL, 0.1))))
                .hasSize(1);
    }

    @Test
    void the_champion_counts_by_what_stands_of_it_among_the_candidates_numbers() {
        Map<String, Double> candidate = Map.of(FALSE_ALARM_SHARE, 0.0, INJECTED_RECALL, 0.7, CHAMPION_RECALL, 0.9);
        assertThat(reasons(gate.judge(candidate)))
                .singleElement()
                .asString()
                .contains("expected at least 0.8800, the champion's 0.9000");
    }
}

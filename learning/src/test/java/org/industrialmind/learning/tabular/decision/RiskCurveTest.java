package org.industrialmind.learning.tabular.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskCurveTest {
    private static final RiskCurve FOUR = new RiskCurve(
            ScoredCases.of(
                    new double[] {0.1, 0.3, 0.6, 0.9},
                    new boolean[] {false, true, false, true},
                    List.of("a", "a", "b", "b")),
            new Costs(5, 1));

    @Test
    void a_policy_counts_what_it_does_to_all_and_to_each_group() {
        RiskPolicy policy = FOUR.at(0.5);
        assertThat(policy.approvalRate()).isEqualTo(0.5);
        assertThat(policy.badShare()).isEqualTo(0.5);
        assertThat(policy.costPerCase()).isEqualTo((5 + 1) / 4.0);
        assertThat(policy.groups())
                .containsExactly(
                        new RiskPolicy.GroupEffect("a", 2, 1, 0, 0.5),
                        new RiskPolicy.GroupEffect("b", 2, 0, 1, Double.NaN));
    }

    @Test
    void the_ends_refuse_all_and_approve_all() {
        assertThat(FOUR.at(0).approvalRate()).isZero();
        assertThat(FOUR.at(0).costPerCase()).isEqualTo(0.5); // two good ones refused
        assertThat(FOUR.at(1).approvalRate()).isEqualTo(1);
        assertThat(FOUR.at(1).costPerCase()).isEqualTo(2.5); // two bad ones approved
        assertThat(FOUR.cheapest(10).threshold()).isEqualTo(0.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void where_risks_mean_what_they_say_the_cheapest_threshold_is_the_fair_risk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] risks = random.doubles(200_000).toArray();
        boolean[] bad = new boolean[risks.length];
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < risks.length; i++) {
            bad[i] = random.nextDouble() < risks[i];
            groups.add("all");
        }
        Costs costs = new Costs(5, 1);
        RiskPolicy cheapest = new RiskCurve(ScoredCases.of(risks, bad, groups), costs).cheapest(60);
        assertThat(costs.fairRisk()).isEqualTo(1.0 / 6);
        assertThat(cheapest.threshold()).isCloseTo(costs.fairRisk(), within(0.035)); // two steps: the minimum is flat
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void equals_a_plain_count_of_every_case(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] risks = random.ints(300, 0, 21)
                .mapToDouble(twentieth -> twentieth / 20.0)
                .toArray(); // many are equal
        boolean[] bad = new boolean[risks.length];
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < risks.length; i++) {
            bad[i] = random.nextInt(3) == 0;
            groups.add("group " + random.nextInt(4));
        }
        RiskCurve curve = new RiskCurve(ScoredCases.of(risks, bad, groups), new Costs(3, 2));
        for (RiskPolicy policy : curve.policies(40)) {
            int approved = 0;
            int badApproved = 0;
            int goodRefused = 0;
            for (int i = 0; i < risks.length; i++) {
                approved += risks[i] < policy.threshold() ? 1 : 0;
                badApproved += risks[i] < policy.threshold() && bad[i] ? 1 : 0;
                goodRefused += risks[i] >= policy.threshold() && !bad[i] ? 1 : 0;
            }
            assertThat(policy.approvalRate()).isEqualTo((double) approved / risks.length);
            Double badShare = approved == 0 ? Double.NaN : (double) badApproved / approved; // boxed: NaN equals NaN
            assertThat(policy.badShare()).isEqualTo(badShare);
            assertThat(policy.costPerCase()).isEqualTo((3.0 * badApproved + 2.0 * goodRefused) / risks.length);
        }
    }

    @Test
    void what_is_no_case_is_refused() {
        assertThatThrownBy(() -> ScoredCases.of(new double[] {1.1}, new boolean[1], List.of("a")))
                .hasMessageContaining("case 0 is 1.1");
        assertThatThrownBy(() -> ScoredCases.of(new double[1], new boolean[2], List.of("a")))
                .hasMessageContaining("1 risks, 2 outcomes and 1 groups");
        assertThatThrownBy(() -> new Costs(0, 1)).hasMessageContaining("above 0");
    }
}

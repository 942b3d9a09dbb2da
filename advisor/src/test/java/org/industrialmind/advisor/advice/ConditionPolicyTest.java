package org.industrialmind.advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.prognosis.path.WeibullLife;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.LifeQuantile;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.RemainingLife;
import org.junit.jupiter.api.Test;

final class ConditionPolicyTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    /** A life that is spread evenly from 0 to so many hours. */
    static RemainingLife evenly(double hours) {
        List<LifeQuantile> quantiles = new ArrayList<>();
        for (int i = 1; i < 100; i++) {
            quantiles.add(new LifeQuantile(i / 100.0, hours * i / 100));
        }
        return life(quantiles.toArray(LifeQuantile[]::new));
    }

    static RemainingLife life(LifeQuantile... quantiles) {
        return new RemainingLife(
                new AssetId("P-101"), 0, List.of(quantiles), Optional.empty(), new ModelRef("life/path", 1), 0.6);
    }

    static MaintenanceTerms terms(double failure, double intervention, double regret, int leadHours, int reviewHours) {
        return new MaintenanceTerms(
                failure,
                intervention,
                regret,
                Duration.ofHours(leadHours),
                Duration.ofHours(reviewHours),
                Duration.ofHours(8),
                Duration.ofHours(48),
                new WeibullLife(1.3, 50_000));
    }

    @Test
    void the_date_is_the_quantile_of_the_risk_worth_taking_less_the_lead_time() {
        ConditionPolicy policy = ConditionPolicy.of(evenly(1000), terms(90, 10, 0, 40, 24));
        assertThat(policy.risk()).isCloseTo(0.1, within(1e-12)); // 10 of 100
        assertThat(policy.doneWithinHours()).isCloseTo(100, within(1e-9));
        assertThat(policy.decideWithinHours()).isCloseTo(60, within(1e-9));
        assertThat(policy.failsBeforeReview()).isCloseTo(0.024, within(1e-12));
        assertThat(policy.failsBeforeWork()).isCloseTo(0.064, within(1e-12));
        assertThat(policy.actNow()).isFalse(); // 90 * 0.064 = 5.8 is less than 10
    }

    @Test
    void one_acts_when_waiting_for_the_next_review_is_dearer() {
        // before work decided at the next review: (90 + 24) / 1000; 90 * 0.114 = 10.3 is more than 10
        ConditionPolicy policy = ConditionPolicy.of(evenly(1000), terms(90, 10, 0, 90, 24));
        assertThat(policy.decideWithinHours()).isCloseTo(10, within(1e-9));
        assertThat(policy.actNow()).isTrue();
    }

    @Test
    void life_given_away_speaks_for_waiting() {
        // E[(life - 114)+] is 392 hours: 10 * (1 + 0.0002 * 392) = 10.8 is more than 10.3
        ConditionPolicy policy = ConditionPolicy.of(evenly(1000), terms(90, 10, 0.0002, 90, 24));
        assertThat(policy.actNow()).isFalse();
    }

    @Test
    void a_date_that_has_passed_is_now() {
        ConditionPolicy policy = ConditionPolicy.of(evenly(100), terms(90, 10, 0, 40, 24));
        assertThat(policy.decideWithinHours()).isCloseTo(-30, within(1e-9));
        assertThat(policy.actNow()).isTrue();
    }

    @Test
    void without_an_end_in_sight_there_is_no_date() {
        ConditionPolicy policy = ConditionPolicy.of(
                life(new LifeQuantile(0.01, ENDLESS), new LifeQuantile(0.95, ENDLESS)), terms(90, 10, 1, 40, 24));
        assertThat(policy.doneWithinHours()).isInfinite();
        assertThat(policy.actNow()).isFalse();
        assertThat(policy.failsBeforeReview()).isZero();
    }
}

package org.industrialmind.advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.learning.prognosis.path.WeibullLife;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgePolicyTest {

    /** Optimal age over the scale, and cost over running to failure: the table of the field report, to its two digits. */
    @ParameterizedTest(name = "shape {0}, failure {1} times as dear")
    @CsvSource({
        "1.3,  3, 2.08, 1.00", "1.3,  5, 1.01, 0.96", "1.3, 10, 0.50, 0.88", "1.3, 20, 0.27, 0.77",
        "1.5,  3, 1.16, 0.97", "1.5,  5, 0.68, 0.89", "1.5, 10, 0.38, 0.75", "1.5, 20, 0.23, 0.61",
        "2.0,  3, 0.74, 0.87", "2.0,  5, 0.51, 0.72", "2.0, 10, 0.34, 0.54", "2.0, 20, 0.23, 0.39",
        "3.0,  3, 0.64, 0.72", "3.0,  5, 0.50, 0.54", "3.0, 10, 0.38, 0.35", "3.0, 20, 0.30, 0.23"
    })
    void the_cheapest_age_and_what_it_costs(double shape, double ratio, double age, double cost) {
        AgePolicy policy = AgePolicy.of(new WeibullLife(shape, 1000), ratio);
        assertThat(policy.ageHours() / 1000).isCloseTo(age, within(0.0051));
        assertThat(policy.costShare()).isCloseTo(cost, within(0.0051));
    }

    @Test
    void no_other_age_is_cheaper() {
        WeibullLife life = new WeibullLife(1.8, 40_000);
        AgePolicy best = AgePolicy.of(life, 7);
        for (double factor : new double[] {0.5, 0.9, 0.99, 1.01, 1.1, 2}) {
            assertThat(costPerHour(life, 7, factor * best.ageHours()))
                    .isGreaterThan(costPerHour(life, 7, best.ageHours()));
        }
    }

    private static double costPerHour(WeibullLife life, double ratio, double age) {
        return (life.tail(age) + ratio * (1 - life.tail(age))) / life.meanHoursUntil(age);
    }

    @Test
    void what_does_not_wear_is_run_to_failure() {
        assertThat(AgePolicy.of(new WeibullLife(1, 1000), 10)).isEqualTo(new AgePolicy(Double.POSITIVE_INFINITY, 1));
        assertThat(AgePolicy.of(new WeibullLife(0.8, 1000), 10).ageHours()).isInfinite();
    }

    @Test
    void a_failure_must_cost_more_than_a_replacement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgePolicy.of(new WeibullLife(2, 1000), 1))
                .withMessageContaining("more than once");
    }
}

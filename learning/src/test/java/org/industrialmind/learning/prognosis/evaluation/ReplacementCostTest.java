package org.industrialmind.learning.prognosis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.Test;

class ReplacementCostTest {
    private static final ReplacementCost PRICES = new ReplacementCost(1, 10, 5, 5);

    private static Trajectory of(int life, double error) {
        RunToFailure unit = ForecastsOf.unit("life " + life, life);
        return new Trajectory(IntStream.rangeClosed(1, life)
                .mapToObj(length -> ForecastsOf.after(unit, length, error, 1e-9))
                .toList());
    }

    @Test
    void perfect_replacement_pays_the_planned_price_over_whole_lives() {
        assertThat(PRICES.perfect(List.of(of(100, 0), of(300, 0)))).isCloseTo(2 / 400.0, within(1e-12));
    }

    @Test
    void the_best_age_weighs_failures_against_life_thrown_away() {
        // just before 100: two planned over 200; at 300: one failure and one planned over 400
        assertThat(PRICES.byAge(List.of(of(100, 0), of(300, 0)))).isCloseTo(2 / 200.0, within(1e-12));
        ReplacementCost mild = new ReplacementCost(1, 2, 5, 5);
        assertThat(mild.byAge(List.of(of(100, 0), of(300, 0)))).isCloseTo(3 / 400.0, within(1e-12));
    }

    @Test
    void a_right_forecast_orders_in_time_and_wastes_only_the_review() {
        // ordered with 10 cycles left, replaced 5 later, with 5 left
        assertThat(PRICES.byCondition(List.of(of(100, 0)))).isCloseTo(1 / 95.0, within(1e-6));
    }

    @Test
    void a_forecast_that_is_late_pays_for_failures() {
        assertThat(PRICES.byCondition(List.of(of(100, 50)))).isCloseTo(10 / 100.0, within(1e-12));
    }
}

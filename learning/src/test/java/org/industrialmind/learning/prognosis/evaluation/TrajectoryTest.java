package org.industrialmind.learning.prognosis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
    private static final RunToFailure UNIT = ForecastsOf.unit("a", 100);

    /** Forecasts every cycle, always wrong by the same share of the life left. */
    private static Trajectory wrongBy(double share) {
        return new Trajectory(IntStream.rangeClosed(1, 100)
                .mapToObj(length -> ForecastsOf.after(UNIT, length, share * (100 - length), 1))
                .toList());
    }

    @Test
    void relative_accuracy_is_one_less_the_relative_error() {
        assertThat(wrongBy(0.2).relativeAccuracy(0.5).orElseThrow()).isCloseTo(0.8, within(1e-12));
        assertThat(wrongBy(-0.3).relativeAccuracy(0.75).orElseThrow()).isCloseTo(0.7, within(1e-12));
        assertThat(wrongBy(0).relativeAccuracy(1)).isEmpty(); // no life left of which to take a share
    }

    @Test
    void alpha_lambda_asks_whether_the_error_is_within_a_share_of_the_life_left() {
        assertThat(wrongBy(0.19).alphaLambda(0.2, 0.5)).hasValue(1);
        assertThat(wrongBy(0.21).alphaLambda(0.2, 0.5)).hasValue(0);
    }

    @Test
    void the_horizon_begins_where_forecasts_stay_within_a_share_of_the_whole_life() {
        // wrong by half of the life left: within 10 of 100 from 20 cycles before the end
        assertThat(wrongBy(0.5).prognosticHorizon(0.1, 0.5)).isEqualTo(20);
        assertThat(wrongBy(0).prognosticHorizon(0.1, 0.5)).isEqualTo(99);
    }

    @Test
    void refuses_forecasts_of_several_units() {
        RunToFailure other = ForecastsOf.unit("b", 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Trajectory(List.of(ForecastsOf.after(UNIT, 1, 0, 1), ForecastsOf.after(other, 2, 0, 1))))
                .withMessageContaining("expected one unit");
    }
}

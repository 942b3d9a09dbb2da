package org.industrialmind.learning.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModeForecastTest {
    @Test
    void the_likeliest_mode_comes_first() {
        ModeForecast forecast = new ModeForecast(Map.of("seal", 0.2, "bearing", 0.7, "impeller", 0.1));
        assertThat(forecast.ranked()).containsExactly("bearing", "seal", "impeller");
        assertThat(forecast.of("lightning")).isZero();
    }

    @Test
    void a_mode_that_one_forecast_does_not_know_has_no_chance_there() {
        ModeForecast mean = ModeForecast.mean(
                List.of(new ModeForecast(Map.of("seal", 1.0)), new ModeForecast(Map.of("seal", 0.5, "bearing", 0.5))),
                List.of(1.0, 3.0));
        assertThat(mean.of("seal")).isCloseTo(0.625, within(1e-12));
        assertThat(mean.of("bearing")).isCloseTo(0.375, within(1e-12));
    }

    @Test
    void a_fleet_whose_failures_nobody_looked_into_knows_no_mode() {
        Fleet pumps = WearingPumps.worn(3, 1);
        assertThat(ModeForecast.shares(pumps)).isEmpty();
        assertThat(ModeForecast.modes(pumps)).isEmpty();
    }

    @Test
    void chances_sum_to_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModeForecast(Map.of("seal", 0.5)))
                .withMessageContaining("sum 1");
    }
}

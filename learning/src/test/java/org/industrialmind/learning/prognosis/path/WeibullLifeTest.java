package org.industrialmind.learning.prognosis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.Weibull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeibullLifeTest {
    private final WeibullLife bearing = new WeibullLife(1.3, 50_000);

    @Test
    void without_ageing_the_remaining_life_does_not_depend_on_the_age() {
        WeibullLife ageless = new WeibullLife(1, 1000);
        for (double age : new double[] {0, 10, 5000}) {
            assertThat(ageless.remainingHours(age, 0.5)).isCloseTo(1000 * Math.log(2), within(1e-9));
            assertThat(ageless.probabilityWithin(age, 100)).isCloseTo(1 - Math.exp(-0.1), within(1e-12));
            assertThat(ageless.remainingDensity(age, 100)).isCloseTo(Math.exp(-0.1) / 1000, within(1e-15));
        }
    }

    @Test
    void the_remaining_density_is_the_density_of_survivors_and_sums_to_one() {
        double age = 30_000;
        Weibull law = new Weibull(1.3, 50_000);
        assertThat(bearing.remainingDensity(age, 7000))
                .isCloseTo(law.density(age + 7000) / law.tail(age), within(1e-18));
        double step = 20;
        double sum = 0;
        for (double r = step / 2; r < 600_000; r += step) {
            sum += step * bearing.remainingDensity(age, r);
        }
        assertThat(sum).isCloseTo(1, within(1e-6)); // midpoint rule, and 1e-7 beyond the end
        assertThat(bearing.remainingDensity(age, -1)).isZero();
    }

    @Test
    void the_hazard_is_the_density_among_survivors() {
        assertThat(bearing.hazard(30_000)).isCloseTo(bearing.remainingDensity(30_000, 0), within(1e-18));
    }

    @Test
    void quantile_and_probability_of_the_remaining_life_undo_each_other() {
        for (double age : new double[] {0, 100, 60_000}) {
            for (double level : new double[] {1e-6, 0.05, 0.5, 0.99}) {
                assertThat(bearing.probabilityWithin(age, bearing.remainingHours(age, level)))
                        .isCloseTo(level, within(1e-9));
            }
        }
    }

    @Test
    void the_mean_until_an_age_grows_from_nothing_to_the_mean() {
        assertThat(bearing.meanHoursUntil(1)).isCloseTo(1, within(1e-5)); // hardly any fails within the first hour
        double step = 10;
        double integral = 0;
        for (double t = step / 2; t < 20_000; t += step) {
            integral += step * bearing.tail(t);
        }
        assertThat(bearing.meanHoursUntil(20_000)).isCloseTo(integral, within(0.01));
        assertThat(bearing.meanHoursUntil(Double.POSITIVE_INFINITY)).isEqualTo(bearing.meanHours());
        assertThat(bearing.meanHoursUntil(1e7)).isCloseTo(bearing.meanHours(), within(1e-6));
    }

    @Test
    void weibayes_counts_the_hours_of_all_units_and_the_failures_of_some() {
        List<Lifetime> units = List.of(Lifetime.failure(3), Lifetime.running(4), Lifetime.failure(12));
        // shape 2: (9 + 16 + 144) / 2 failures = 84.5
        assertThat(WeibullLife.weibayes(units, 2).scaleHours()).isCloseTo(Math.sqrt(84.5), within(1e-12));
        List<Lifetime> whole = List.of(Lifetime.running(3), Lifetime.running(4));
        assertThat(WeibullLife.weibayes(whole, 2).scaleHours()).isCloseTo(5, within(1e-12));
    }

    @Test
    void weibayes_of_the_most_likely_shape_is_the_most_likely_life() {
        List<Lifetime> units = units(new WeibullLife(1.8, 900), 40, 700, new SplittableRandom(3));
        WeibullLife both = WeibullLife.mostLikely(units);
        assertThat(WeibullLife.weibayes(units, both.shape()).scaleHours())
                .isCloseTo(both.scaleHours(), within(1e-6 * both.scaleHours()));
    }

    @Test
    void the_shape_is_taken_from_experience_until_five_units_have_failed() {
        List<Lifetime> units = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            units.add(Lifetime.failure(100 * i));
        }
        units.add(Lifetime.running(900));
        assertThat(WeibullLife.fit(units, 1.4).shape()).isEqualTo(1.4);
        units.add(Lifetime.failure(450));
        assertThat(WeibullLife.fit(units, 1.4)).isEqualTo(WeibullLife.mostLikely(units));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void finds_the_life_of_a_fleet_of_which_most_still_run(long seed) {
        WeibullLife truth = new WeibullLife(2, 1000);
        List<Lifetime> units = units(truth, 2000, 600, new SplittableRandom(seed));
        WeibullLife found = WeibullLife.fit(units, 1);
        // about 600 failures: four standard errors are 0.78 / sqrt(600) * 2 * 4 of the shape and less of the scale
        assertThat(found.shape()).isCloseTo(2, within(0.26));
        assertThat(found.scaleHours()).isCloseTo(1000, within(130.0));
    }

    private static List<Lifetime> units(WeibullLife truth, int count, double end, SplittableRandom random) {
        Weibull law = new Weibull(truth.shape(), truth.scaleHours());
        List<Lifetime> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double life = law.sample(random);
            units.add(life < end ? Lifetime.failure(life) : Lifetime.running(end));
        }
        return units;
    }

    @Test
    void refuses_what_is_no_life() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetime.failure(0))
                .withMessageContaining("0.0 h");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeibullLife(-1, 5))
                .withMessageContaining("shape -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeibullLife.weibayes(List.of(), 1))
                .withMessageContaining("no unit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bearing.remainingHours(5, 1))
                .withMessageContaining("between 0 and 1");
    }
}

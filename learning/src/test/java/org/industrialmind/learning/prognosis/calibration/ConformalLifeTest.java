package org.industrialmind.learning.prognosis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformalLifeTest {
    private static final LifeQuestion QUESTION =
            new LifeQuestion(List.of(0.05, 0.5, 0.95), 150, Double.POSITIVE_INFINITY);
    private static final FleetSchema SCHEMA = new FleetSchema("unit", List.of(), List.of("sensor"), "h");

    /** Forecasts whose errors grow with life, each with an interval that is far too narrow. */
    private static List<Judged> overconfident(int units, double shift, SplittableRandom random) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double life = 5 + 140 * random.nextDouble();
            RunToFailure run = RunToFailure.of(
                    SCHEMA, "unit " + i, new double[] {0}, new double[][] {{0}}, new Ending.Failed(life));
            double mean = life + shift + (1 + life / 10) * random.nextGaussian();
            double[] lives = {mean - 2, mean, mean + 2};
            judged.add(new Judged(new Cut(run, 1), LifeForecast.of(QUESTION, lives, mean, mean)));
        }
        return judged;
    }

    private static double coverage(ConformalLife calibration, List<Judged> judged) {
        return judged.stream()
                .mapToDouble(one -> calibration
                                .adjusted(new Asked(one.forecast(), 0))
                                .interval()
                                .contains(one.life())
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nine_lives_in_ten_lie_inside_also_near_the_end(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ConformalLife calibration = ConformalLife.of(QUESTION, overconfident(800, 0, random), AskedLives.anyMoment());
        List<Judged> fresh = overconfident(4000, 0, random);
        List<Judged> nearTheEnd = fresh.stream()
                .filter(one -> one.forecast().restrictedMean() < 40)
                .toList();
        assertThat(coverage(calibration, fresh)).isBetween(0.87, 0.94); // three standard errors of 800 units: 0.03
        assertThat(coverage(calibration, nearTheEnd)).isBetween(0.85, 0.96);
    }

    @Test
    void a_unit_that_was_asked_often_weighs_no_more_than_one_asked_once() {
        UnitScores.Collection collection = new UnitScores.Collection();
        for (int i = 0; i < 1000; i++) {
            collection.add("chatty", 100);
        }
        for (int unit = 0; unit < 18; unit++) {
            collection.add("unit " + unit, unit);
        }
        UnitScores scores = collection.scores();
        assertThat(scores.units()).isEqualTo(19);
        assertThat(scores.upper(0.9)).isEqualTo(17); // the 18th of 19 and the one to come
        assertThat(scores.upper(0.95)).isEqualTo(100);
    }

    @Test
    void adapting_intervals_keep_their_share_of_misses_when_the_fleet_changes() {
        SplittableRandom random = new SplittableRandom(4);
        List<Judged> before = overconfident(300, 0, random);
        AdaptiveInterval adaptive = new AdaptiveInterval(before, 0.1, 0.05);
        AdaptiveInterval fixed = new AdaptiveInterval(before, 0.1, 1e-12);
        int adaptiveMisses = 0;
        int fixedMisses = 0;
        List<Judged> after = overconfident(1000, 25, random); // forecasts have become 25 too long
        for (Judged one : after) {
            adaptiveMisses += adaptive.of(one.forecast()).contains(one.life()) ? 0 : 1;
            fixedMisses += fixed.of(one.forecast()).contains(one.life()) ? 0 : 1;
            adaptive.observed(one.forecast(), one.life());
        }
        assertThat(fixedMisses).isGreaterThan(300);
        assertThat(adaptiveMisses / 1000.0).isBetween(0.075, 0.125); // the bound: 0.1 +- 1.05 / (0.05 n) = 0.021
    }

    @Test
    void refuses_to_promise_without_held_out_units() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformalLife.of(QUESTION, List.of(), AskedLives.anyMoment()))
                .withMessageContaining("at least one unit");
    }
}

package org.industrialmind.learning.prognosis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.Test;

class LifeScorecardTest {
    private static final RunToFailure UNIT = ForecastsOf.unit("a", 200);

    @Test
    void the_score_of_the_challenge_punishes_late_more_than_early() {
        assertThat(NasaScore.of(0)).isZero();
        assertThat(NasaScore.of(10)).isCloseTo(Math.E - 1, within(1e-12));
        assertThat(NasaScore.of(-13)).isCloseTo(Math.E - 1, within(1e-12));
    }

    @Test
    void capped_lives_count_as_the_horizon_and_true_ones_as_they_were() {
        Judged far = ForecastsOf.after(UNIT, 50, -30, 10); // life 150, forecast 120, capped both to 100
        Judged near = ForecastsOf.after(UNIT, 180, 4, 10); // life 20, forecast 24
        LifeScorecard card = new LifeScorecard(List.of(far, near), 100, 30);
        assertThat(card.rmseCapped()).isCloseTo(Math.sqrt(16 / 2.0), within(1e-12));
        assertThat(card.rmseTrue()).isCloseTo(Math.sqrt((900 + 16) / 2.0), within(1e-12));
        assertThat(card.nasaCapped()).isCloseTo(Math.expm1(0.4), within(1e-12));
        assertThat(card.nasaTrue()).isCloseTo(Math.expm1(0.4) + Math.expm1(30 / 13.0), within(1e-12));
    }

    @Test
    void misses_near_the_end_are_not_hidden_by_hits_far_from_it() {
        Judged hit = ForecastsOf.after(UNIT, 100, 5, 10);
        Judged miss = ForecastsOf.after(UNIT, 190, 15, 10);
        LifeScorecard card = new LifeScorecard(List.of(hit, hit, hit, miss), 100, 30);
        assertThat(card.coverage()).isEqualTo(0.75);
        assertThat(card.coverageAtEndOfLife()).isZero();
        assertThat(card.width()).isCloseTo(20, within(1e-12));
    }
}

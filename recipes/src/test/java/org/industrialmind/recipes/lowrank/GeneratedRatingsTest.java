package org.industrialmind.recipes.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.decomposition.Ratings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedRatingsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void one_rating_in_five_is_held_out_and_the_floor_is_the_noise(long seed) {
        GeneratedRatings ratings = GeneratedRatings.of(300, 200, 0.2, seed);
        int all = ratings.known().size() + ratings.held().size();
        assertThat(all / 60_000.0).isEqualTo(0.2, within(0.01));
        assertThat((double) ratings.held().size() / all).isEqualTo(0.2, within(0.02));
        assertThat(ratings.floor()).isEqualTo(0.5, within(0.03));
    }

    @Test
    void means_are_those_of_user_and_item_and_none_for_who_has_no_rating() {
        Ratings ratings = Ratings.of(3, 2, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new double[] {1, 2, 3, 4});
        Means both = Means.of(ratings, true, true);
        assertThat(both.guess(0, 0)).isEqualTo(1, within(1e-12)); // 2.5 - 1 - 0.5
        assertThat(both.guess(2, 1)).isEqualTo(3, within(1e-12)); // 2.5 + 0 + 0.5
        assertThat(Means.error(both::guess, ratings)).isZero();
        assertThat(Means.error(Means.of(ratings, false, false)::guess, ratings))
                .isEqualTo(Math.sqrt(1.25), within(1e-12));
    }
}

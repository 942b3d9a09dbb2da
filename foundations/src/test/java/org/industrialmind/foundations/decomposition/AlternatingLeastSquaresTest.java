package org.industrialmind.foundations.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlternatingLeastSquaresTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void missing_entries_of_low_rank_come_back(long seed) {
        int users = 80;
        int items = 60;
        Matrix table = PrincipalComponentsTest.random(users, 2, seed)
                .timesTransposed(PrincipalComponentsTest.random(items, 2, seed + 9));
        SplittableRandom random = new SplittableRandom(seed);
        int[] cells = IntStream.range(0, users * items).toArray();
        Ratings all = Ratings.of(
                users,
                items,
                IntStream.of(cells).map(i -> i / items).toArray(),
                IntStream.of(cells).map(i -> i % items).toArray(),
                IntStream.of(cells)
                        .mapToDouble(i -> 3 + table.get(i / items, i % items))
                        .toArray());
        boolean[] known = new boolean[cells.length];
        for (int i : cells) {
            known[i] = random.nextDouble() < 0.4;
        }
        Ratings train = all.select(IntStream.of(cells).filter(i -> known[i]).toArray());
        Ratings test = all.select(IntStream.of(cells).filter(i -> !known[i]).toArray());
        RecommenderModel model = new AlternatingLeastSquares(2, 1e-4, 40).fit(train, seed);
        assertThat(model.error(train)).isLessThan(0.02);
        assertThat(model.error(test)).isLessThan(0.1); // the entries have a deviation of 1.4
        assertThat(new AlternatingLeastSquares(2, 1e-4, 40).fit(train, seed).predict(3, 4))
                .isEqualTo(model.predict(3, 4));
    }

    @Test
    void one_rating_each_is_pulled_to_the_mean_by_the_penalty() {
        Ratings one = Ratings.of(2, 2, new int[] {0, 1}, new int[] {0, 1}, new double[] {1, 5});
        RecommenderModel weak = new AlternatingLeastSquares(1, 1e-6, 50).fit(one, 1);
        RecommenderModel strong = new AlternatingLeastSquares(1, 1e6, 50).fit(one, 1);
        assertThat(weak.predict(0, 0)).isCloseTo(1, within(0.01));
        assertThat(strong.predict(0, 0)).isCloseTo(3, within(0.01));
    }

    @Test
    void a_user_without_ratings_gets_the_mean_and_the_offset_of_the_item() {
        Ratings ratings = Ratings.of(3, 2, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new double[] {5, 1, 5, 1});
        RecommenderModel model = AlternatingLeastSquares.of(1).fit(ratings, 1);
        assertThat(model.predict(2, 0)).isGreaterThan(model.predict(2, 1));
        assertThat((model.predict(2, 0) + model.predict(2, 1)) / 2).isCloseTo(3, within(0.3));
    }

    @Test
    void refuses_what_is_outside_the_table() {
        assertThatThrownBy(() -> Ratings.of(1, 1, new int[] {1}, new int[] {0}, new double[] {1}))
                .hasMessageContaining("by user 1");
        assertThatThrownBy(() -> Ratings.of(1, 1, new int[0], new int[0], new double[0]))
                .hasMessageContaining("at least one rating");
        assertThatThrownBy(() -> new AlternatingLeastSquares(1, 0, 1)).hasMessageContaining("penalty is 0.0");
    }
}

package org.industrialmind.learning.tabular.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTest {
    private static final int SIZE = 120;
    private static final Space GUESSES = Space.of(Parameter.whole("guess", 0, 999));

    /** Tosses a coin for each row, another one for each candidate: nothing to learn, much to choose from. */
    private static FoldMethod coin(Candidate candidate) {
        return (train, test, seed) -> {
            double[] tossed = Arrays.stream(test)
                    .mapToDouble(row -> new SplittableRandom(candidate.whole("guess") * 1000L + row).nextInt(2))
                    .toArray();
            return Matrix.of(test.length, 1, tossed);
        };
    }

    private static Metric hits() {
        double[] truth = new SplittableRandom(77).doubles(SIZE).map(Math::rint).toArray();
        return Metric.ofTargets(
                "hits",
                Goal.HIGHEST,
                truth,
                (all, predicted) -> IntStream.range(0, all.length)
                                .filter(i -> all[i] == predicted[i])
                                .count()
                        / (double) all.length);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void choosing_among_coins_looks_good_inside_and_is_worth_a_coin_outside(long seed) {
        Tuning tuning = new Tuning(Search.of(GUESSES, Sampler.random(), 100), new KFold(4));
        RowKeys rows = RowKeys.of(SIZE);
        NestedEvaluation found =
                tuning.evaluate(TuningTest::coin, rows, CrossValidation.of(new KFold(5), hits(), seed));
        // the best of 100 coins on 96 rows: 0.5 + 2.5 sigma of 0.051
        assertThat(found.choices())
                .hasSize(5)
                .allSatisfy(log -> assertThat(log.best().score()).isGreaterThan(0.57));
        assertThat(found.scores().estimate("hits").mean()).isBetween(0.36, 0.64); // three sigma of 120 tosses
        assertThat(found.optimism()).isGreaterThan(0);
        assertThat(found.chosen()).hasSize(5);
    }

    @Test
    void the_choice_never_sees_a_row_it_is_judged_on() {
        RowKeys rows =
                RowKeys.of(60).withTimes(IntStream.range(0, 60).asLongStream().toArray());
        TreeSet<Integer> seen = new TreeSet<>();
        TunableMethod spy = candidate -> (train, test, seed) -> {
            Arrays.stream(train).forEach(seen::add);
            Arrays.stream(test).forEach(seen::add);
            return Matrix.of(test.length, 1, new double[test.length]);
        };
        Metric zero = new Metric("zero", Goal.LOWEST, (positions, predicted) -> 0);
        Tuning tuning = new Tuning(Search.of(GUESSES, Sampler.random(), 3), TimeFolds.expanding(2, 0));
        int[] train = IntStream.range(0, 40).toArray();
        int[] test = {59};
        tuning.tuned(spy, rows, zero).predict(train, test, 1);
        assertThat(seen.headSet(40)).hasSize(40);
        assertThat(seen.tailSet(40)).containsExactly(59); // only the final fit was asked for it
    }

    @Test
    void every_candidate_is_judged_on_the_same_folds() {
        List<int[]> tests = new java.util.ArrayList<>();
        TunableMethod spy = candidate -> (train, test, seed) -> {
            tests.add(test);
            return Matrix.of(test.length, 1, new double[test.length]);
        };
        new Tuning(Search.of(GUESSES, Sampler.random(), 2), new KFold(3)).choose(spy, RowKeys.of(30), hits(), 1);
        assertThat(tests).hasSize(6);
        assertThat(tests.get(0)).containsExactly(tests.get(3));
        assertThat(tests.get(2)).containsExactly(tests.get(5));
    }

    @Test
    void a_budget_is_a_share_of_the_rows_learned_from() {
        TreeSet<Integer> sizes = new TreeSet<>();
        AtomicInteger tests = new AtomicInteger();
        TunableMethod spy = candidate -> (train, test, seed) -> {
            sizes.add(train.length);
            tests.addAndGet(test.length);
            return Matrix.of(test.length, 1, new double[test.length]);
        };
        SearchLog log = new Tuning(Hyperband.successiveHalving(GUESSES, 1 / 9.0, 1), new KFold(2))
                .choose(spy, RowKeys.of(SIZE), hits(), 1);
        assertThat(sizes).containsExactly(7, 20, 60); // 60 rows in each training part
        assertThat(tests.get()).isEqualTo(SIZE * log.trials().size());
    }

    @Test
    void a_candidate_far_behind_is_given_up_between_folds() {
        Stopping stopping = Stopping.never().sparing(5);
        Tuning tuning = new Tuning(new Search(GUESSES, Sampler.random(), 40, stopping), new KFold(4));
        SearchLog log = tuning.choose(TuningTest::coin, RowKeys.of(SIZE), hits(), 1);
        assertThat(log.trials()).anySatisfy(t -> assertThat(t.outcome()).isInstanceOf(Outcome.GivenUp.class));
        assertThat(log.best().outcome()).isInstanceOf(Outcome.Scored.class);
    }
}

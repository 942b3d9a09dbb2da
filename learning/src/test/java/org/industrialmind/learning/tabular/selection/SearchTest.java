package org.industrialmind.learning.tabular.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Space KERNELS = Space.of(
            Parameter.choice("kernel", "linear", "rbf"),
            Parameter.log("gamma", 1e-4, 10).when("kernel", "rbf"),
            Parameter.whole("depth", 2, 5),
            Parameter.real("share", 0.5, 1),
            Parameter.wholeLog("trees", 1, 1000));

    /** Lowest, 0, at rbf with gamma 0.01, depth 4 and share 0.8; linear is never below 1. */
    private static double loss(Candidate candidate) {
        double kernel = candidate.has("gamma") ? Math.pow(Math.log10(candidate.real("gamma")) + 2, 2) : 1;
        return kernel + Math.pow(candidate.whole("depth") - 4, 2) + 10 * Math.pow(candidate.real("share") - 0.8, 2);
    }

    private static final Objective LOSS = (candidate, effort, seed) -> loss(candidate);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawn_candidates_keep_their_ranges_and_conditions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int small = 0;
        for (int i = 0; i < 2000; i++) {
            Candidate drawn = KERNELS.draw(random);
            assertThat(drawn.has("gamma")).isEqualTo(drawn.choice("kernel").equals("rbf"));
            assertThat(drawn.whole("depth")).isBetween(2, 5);
            assertThat(drawn.real("share")).isBetween(0.5, 1.0);
            assertThat(drawn.whole("trees")).isBetween(1, 1000);
            if (drawn.has("gamma")) {
                assertThat(drawn.real("gamma")).isBetween(1e-4, 10.0);
            }
            small += drawn.whole("trees") <= 22 ? 1 : 0; // half of the orders of magnitude from 0.5 to 1000.5
        }
        assertThat(small / 2000.0).isBetween(0.46, 0.54); // 0.5 within three and a half sigma
    }

    @Test
    void a_number_is_found_again_from_its_place() {
        for (Parameter parameter : KERNELS.parameters()) {
            if (parameter instanceof Parameter.Numeric numeric) {
                for (double unit : new double[] {0, 0.1, 0.5, 0.9, 1}) {
                    Object value = numeric.at(unit);
                    Candidate there = new Candidate(Map.of(parameter.name(), value));
                    Object again = numeric.at(numeric.unit(there));
                    assertThat(((Number) again).doubleValue())
                            .isCloseTo(((Number) value).doubleValue(), withinPercentage(1e-10));
                    assertThat(numeric.unit(there)).isBetween(0.0, 1.0);
                }
            }
        }
    }

    @Test
    void a_grid_has_every_combination_that_exists_once() {
        List<Candidate> grid = KERNELS.grid(3);
        // depth has 3 of its 4 values, share 3, trees 3; linear without gamma, rbf with 3
        assertThat(grid).hasSize((1 + 3) * 27).doesNotHaveDuplicates();
        SearchLog log = Search.of(KERNELS, Sampler.listed(grid), 1000).run(LOSS, Goal.LOWEST, 1);
        assertThat(log.trials()).hasSize(108);
        double least = grid.stream().mapToDouble(SearchTest::loss).min().orElseThrow();
        assertThat(log.best().score()).isEqualTo(least);
        assertThat(Space.of(Parameter.whole("depth", 2, 3)).grid(9)).hasSize(2);
        assertThat(Space.of(Parameter.real("x", 2, 3)).grid(1)).containsExactly(new Candidate(Map.of("x", 2.5)));
    }

    @Test
    void tpe_finds_better_settings_than_random_search_on_average_over_seeds() {
        double[] tpe = LongStream.range(0, 20)
                .mapToDouble(seed -> best(TpeSampler.defaults(), seed))
                .toArray();
        double[] random = LongStream.range(0, 20)
                .mapToDouble(seed -> best(Sampler.random(), seed))
                .toArray();
        double tpeMean =
                IntStream.range(0, 20).mapToDouble(i -> tpe[i]).average().orElseThrow();
        double randomMean =
                IntStream.range(0, 20).mapToDouble(i -> random[i]).average().orElseThrow();
        assertThat(tpeMean).as("seeds 0 to 19, 60 trials").isLessThan(randomMean / 2);
    }

    private static double best(Sampler sampler, long seed) {
        return Search.of(KERNELS, sampler, 60)
                .run(LOSS, Goal.LOWEST, seed)
                .best()
                .score();
    }

    @Test
    void the_parzen_density_has_mass_one_and_its_draws_follow_it() {
        Parzen parzen = Parzen.of(new double[] {0.1, 0.12, 0.9});
        double mass = IntStream.range(0, 10_000)
                .mapToDouble(i -> parzen.density((i + 0.5) / 10_000) / 10_000)
                .sum();
        assertThat(mass).isCloseTo(1, within(1e-6));
        double below = IntStream.range(0, 5_000)
                .mapToDouble(i -> parzen.density((i + 0.5) / 10_000) / 10_000)
                .sum();
        SplittableRandom random = new SplittableRandom(5);
        double drawnBelow = IntStream.range(0, 20_000)
                        .filter(i -> parzen.draw(random) < 0.5)
                        .count()
                / 20_000.0;
        assertThat(drawnBelow).isCloseTo(below, within(0.0125)); // three and a half sigma
    }

    @Test
    void the_same_seed_gives_the_same_log_and_tells_each_trial_as_it_ends() {
        Search search = Search.of(KERNELS, TpeSampler.defaults(), 30);
        List<Trial> told = new ArrayList<>();
        SearchLog log = search.run(LOSS, Goal.LOWEST, told::add, 4);
        assertThat(told).isEqualTo(log.trials()).hasSize(30);
        assertThat(search.run(LOSS, Goal.LOWEST, 4)).isEqualTo(log);
        assertThat(search.run(LOSS, Goal.LOWEST, 5)).isNotEqualTo(log);
    }

    @Test
    void patience_ends_a_search_that_no_longer_gains() {
        Search search =
                new Search(KERNELS, Sampler.random(), 100, Stopping.never().withPatience(7));
        int[] calls = new int[1];
        SearchLog log = search.run((candidate, effort, seed) -> Math.min(++calls[0], 5), Goal.HIGHEST, 1);
        assertThat(log.best().number()).isEqualTo(4);
        assertThat(log.trials()).hasSize(4 + 7);
    }

    @Test
    void a_trial_worse_than_the_median_at_a_step_is_given_up() {
        Search search =
                new Search(KERNELS, Sampler.random(), 6, Stopping.never().sparing(3));
        int[] calls = new int[1];
        Objective steps = (candidate, effort, seed) -> {
            double standing = new double[] {1, 2, 3, 2.5, 1.5, 9}[calls[0]++];
            for (int step = 0; step < 3; step++) {
                if (!effort.goesOn(standing)) {
                    return Double.NaN;
                }
            }
            return standing;
        };
        SearchLog log = search.run(steps, Goal.LOWEST, 1);
        assertThat(log.trials())
                .extracting(Trial::outcome)
                .containsExactly(
                        new Outcome.Scored(1),
                        new Outcome.Scored(2),
                        new Outcome.Scored(3),
                        new Outcome.GivenUp(2.5, 1), // median of 1, 2, 3 is 2
                        new Outcome.Scored(1.5),
                        new Outcome.GivenUp(9, 1));
        assertThat(log.ranked()).extracting(Trial::score).containsExactly(1.0, 1.5, 2.0, 3.0);
    }

    @Test
    void a_candidate_that_cannot_be_learned_with_is_noted_and_passed_over() {
        SearchLog log = Search.of(KERNELS, Sampler.random(), 20)
                .run(
                        (candidate, effort, seed) -> {
                            if (!candidate.has("gamma")) {
                                throw new IllegalArgumentException("linear is singular here");
                            }
                            return loss(candidate);
                        },
                        Goal.LOWEST,
                        1);
        assertThat(log.best().candidate().choice("kernel")).isEqualTo("rbf");
        assertThat(log.trials()).extracting(Trial::outcome).contains(new Outcome.Failed("linear is singular here"));
        SearchLog hopeless =
                Search.of(KERNELS, Sampler.random(), 2).run((candidate, effort, seed) -> Double.NaN, Goal.LOWEST, 1);
        assertThatThrownBy(hopeless::best)
                .hasMessageContaining("none of 2 trials")
                .hasMessageContaining("no number");
    }

    @Test
    void hyperband_spends_as_its_paper_tabulates() {
        // Li et al. 2018, table 1: R = 81, eta = 3
        List<Integer> rungs = new ArrayList<>();
        List<Double> budgets = new ArrayList<>();
        SearchLog log = Hyperband.of(KERNELS, 1, 81)
                .run((candidate, effort, seed) -> loss(candidate) + 1 / effort.budget(), Goal.LOWEST, 3);
        for (Trial trial : log.trials()) {
            double budget = Math.rint(trial.budget());
            if (budgets.isEmpty() || budgets.getLast() != budget) {
                budgets.add(budget);
                rungs.add(0);
            }
            rungs.set(rungs.size() - 1, rungs.getLast() + 1);
        }
        assertThat(budgets).containsExactly(1., 3., 9., 27., 81., 3., 9., 27., 81., 9., 27., 81., 27., 81.);
        assertThat(rungs).containsExactly(81, 27, 9, 3, 1, 34, 11, 3, 1, 15, 5, 1, 8, 2 + 5);
        assertThat(log.best().budget()).isEqualTo(81);
    }

    @Test
    void successive_halving_keeps_the_best_of_each_rung() {
        SearchLog log = Hyperband.successiveHalving(KERNELS, 1, 9).run(LOSS, Goal.LOWEST, 2);
        double least =
                log.trials().stream().limit(9).mapToDouble(Trial::score).min().orElseThrow();
        assertThat(log.trials()).hasSize(9 + 3 + 1);
        assertThat(log.best().score()).isEqualTo(least);
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> Space.of(Parameter.real("a", 0, 1), Parameter.real("a", 0, 1)))
                .hasMessageContaining("'a'");
        assertThatThrownBy(() -> Space.of(Parameter.real("a", 0, 1).when("kernel", "rbf")))
                .hasMessageContaining("before it");
        assertThatThrownBy(() -> Parameter.real("a", 1, 1)).hasMessageContaining("[1.0, 1.0]");
        assertThatThrownBy(() -> Parameter.log("a", 0, 1)).hasMessageContaining("log scale");
        assertThatThrownBy(() -> Parameter.wholeLog("a", 0, 1)).hasMessageContaining("log scale");
        assertThatThrownBy(() -> Parameter.choice("a", "x", "x")).hasMessageContaining("all different");
        assertThatThrownBy(() -> Parameter.whole("a", 1, 2).when("kernel")).hasMessageContaining("no option");
        assertThatThrownBy(() -> new Candidate(Map.of("a", 1.0)).whole("a")).hasMessageContaining("no Integer");
        assertThatThrownBy(() -> Search.of(KERNELS, Sampler.random(), 0)).hasMessageContaining("0 trials");
        assertThatThrownBy(() -> new TpeSampler(1, 0.5, 1)).hasMessageContaining("1 trials");
        assertThatThrownBy(() -> Hyperband.of(KERNELS, 2, 1)).hasMessageContaining("2.0 to 1.0");
        assertThatThrownBy(() -> Stopping.never().withPatience(0)).hasMessageContaining("patience of 0");
    }

    @Test
    void a_choice_may_hang_on_a_choice() {
        Space space = Space.of(
                Parameter.choice("model", "tree", "svm"),
                Parameter.choice("kernel", "rbf", "linear").when("model", "svm"),
                Parameter.whole("degree", 1, 3).when("kernel", "rbf"));
        assertThat(space.grid(3)).hasSize(1 + 1 + 3);
        assertThat(Goal.LOWEST.better(1, Double.NaN)).isTrue();
        assertThat(Goal.LOWEST.better(Double.NaN, 1)).isFalse();
    }
}

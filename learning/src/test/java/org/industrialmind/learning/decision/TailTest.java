package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailTest {
    private static final Standing ONE = new Standing(new AssetId("A-1"), 0);

    private static double[] draws(int count, long seed, ToDoubleFunction<SplittableRandom> law) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] draws = new double[count];
        Arrays.setAll(draws, i -> law.applyAsDouble(random));
        return draws;
    }

    private static double exponential(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble());
    }

    private static Tail tail(double[] scores) {
        return TailFit.of(Map.of(ONE, scores)).byStanding().values().iterator().next();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_exponential_scores_is_exponential_two_decades_beyond_what_was_seen(long seed) {
        Tail tail = tail(draws(5000, seed, TailTest::exponential));
        for (double x : new double[] {0.1, 1, 3, 5}) { // down to 1 in 150: counted, some percent of the probability
            assertThat(tail.surprise(x)).isEqualTo(x / Math.log(10), within(0.08));
        }
        // 1 in 300,000 from 5,000: the scale of the tail is known to a tenth, the shape to a tenth
        assertThat(tail.surprise(Math.log(3e5))).isBetween(4.2, 6.3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void scores_that_repeat_have_a_tail_whatever_their_last_digits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            double[] levels = random.doubles(4).toArray();
            double[] scores = draws(40 + round % 20, seed + round, any -> levels[any.nextInt(levels.length)]);
            assertThat(tail(scores).probability(2)).isBetween(0.0, 0.2);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void falls_all_the_way_without_a_jump_and_is_never_0(long seed) {
        for (double[] scores : new double[][] {
            draws(400, seed, SplittableRandom::nextGaussian),
            draws(400, seed, random -> Math.pow(1 - random.nextDouble(), -0.5)),
            draws(400, seed, SplittableRandom::nextDouble),
            draws(400, seed, random -> random.nextInt(4)), // many ties
            draws(31, seed, random -> 7), // nothing but ties
        }) {
            Tail tail = tail(scores);
            double lowest = Arrays.stream(scores).min().orElseThrow();
            double last = tail.probability(lowest - 1);
            assertThat(last).isEqualTo(1);
            double span = tail.threshold() - lowest + 1;
            for (double x = lowest; x < lowest + 100 * span; x += span / 500) {
                double now = tail.probability(x);
                assertThat(now).isPositive().isLessThanOrEqualTo(last);
                last = now;
            }
            double atThreshold = (1 + 0.02 * scores.length) / (scores.length + 1);
            assertThat(tail.probability(Math.nextUp(tail.threshold()))).isEqualTo(atThreshold, within(1e-6));
            assertThat(tail.probability(1e200)).isPositive();
            assertThat(tail.surprise(1e30)).isGreaterThan(tail.surprise(1e29));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void calls_fresh_normal_scores_rare_no_more_often_than_it_says(long seed) {
        ToDoubleFunction<SplittableRandom> rootOfSquares =
                random -> Math.hypot(random.nextGaussian(), random.nextGaussian());
        int trials = 200_000;
        int[] rare = new int[3];
        double[] levels = {0.05, 0.01, 0.001};
        for (int calibration = 0; calibration < 20; calibration++) {
            Tail tail = tail(draws(2000, 1000 * seed + calibration, rootOfSquares));
            for (double score : draws(trials / 20, 1000 * seed + 500 + calibration, rootOfSquares)) {
                for (int l = 0; l < levels.length; l++) {
                    rare[l] += tail.probability(score) <= levels[l] ? 1 : 0;
                }
            }
        }
        for (int l = 0; l < levels.length; l++) {
            // the calibrations differ by chance among themselves: 20 of them give a tenth either way
            Chance.assertAtMost(rare[l], trials, 1.1 * levels[l]);
            Chance.assertAtLeast(rare[l], trials, 0.4 * levels[l]);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_a_short_record_is_better_with_the_class_than_alone(long seed) {
        double rare = Math.log(1000); // one in a thousand, of exponential scores
        double together = 0;
        double alone = 0;
        Map<Standing, double[]> machines = new TreeMap<>();
        for (int machine = 0; machine < 30; machine++) {
            double unit = 1 + machine; // machines differ in scale
            machines.put(
                    new Standing(new AssetId("A-" + machine), 0),
                    draws(150, 100 * seed + machine, random -> unit * exponential(random)));
        }
        Tails pooled = TailFit.of(machines);
        for (var machine : machines.entrySet()) {
            double unit = 1 + Integer.parseInt(machine.getKey().asset().value().substring(2));
            together += Math.abs(pooled.surprise(machine.getKey(), unit * rare) - 3);
            alone += Math.abs(
                    TailFit.of(Map.of(machine.getKey(), machine.getValue())).surprise(machine.getKey(), unit * rare)
                            - 3);
        }
        assertThat(together / 30).isLessThan(0.55).isLessThanOrEqualTo(alone / 30 + 0.02);
    }

    @Test
    void speaks_of_no_probability_smaller_than_its_data_can_carry() {
        Tail few = tail(draws(100, 1, TailTest::exponential));
        Tail many = tail(draws(10_000, 1, TailTest::exponential));
        assertThat(few.reach()).isBetween(1e-4, 1e-3);
        assertThat(many.reach()).isBetween(1e-6, 3e-6);
        // three decades by the law; from a hundred scores less than one is claimed
        assertThat(few.surprise(27) - few.surprise(20)).isLessThan(0.9);
        assertThat(many.surprise(1000)).as("434 decades by the law").isLessThan(20);
    }

    @Test
    void of_an_unknown_regime_is_the_most_cautious_of_the_machine() {
        Map<Standing, double[]> scores = new TreeMap<>();
        scores.put(ONE, draws(300, 1, TailTest::exponential));
        scores.put(new Standing(ONE.asset(), 1), draws(300, 2, random -> 3 * exponential(random)));
        scores.put(new Standing(new AssetId("B-1"), 0), draws(300, 3, random -> 9 * exponential(random)));
        Tails tails = TailFit.of(scores);
        assertThat(tails.surprise(new Standing(ONE.asset(), 7), 6))
                .isEqualTo(tails.surprise(new Standing(ONE.asset(), 1), 6));
        assertThat(tails.surprise(new Standing(new AssetId("C-1"), 0), 6))
                .isEqualTo(tails.surprise(new Standing(new AssetId("B-1"), 0), 6));
    }

    @Test
    void counts_a_run_of_high_scores_as_one_event() {
        double[] lone = draws(1000, 4, TailTest::exponential);
        double[] repeated = new double[5000];
        Arrays.setAll(repeated, i -> lone[i / 5]); // as windows that overlap
        assertThat(tail(repeated).reach())
                .isEqualTo(tail(lone).reach(), within(0.3 * tail(lone).reach()));
    }

    @Test
    void refuses_what_is_no_tail() {
        assertThatThrownBy(() -> new Tail(new double[3], 10, 1, 0, 0.1)).hasMessageContaining("65 rising knots");
        assertThatThrownBy(() -> new Tail(new double[Tail.KNOTS], 10, 0, 0, 0.1))
                .hasMessageContaining("positive scale");
        assertThatThrownBy(() -> new Tails(Map.of())).hasMessageContaining("no tails");
    }
}

package org.industrialmind.learning.tabular.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.metrics.ProbabilityMetrics;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.learning.tabular.selection.Goal;
import org.industrialmind.learning.tabular.selection.NaiveNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitteeTest {
    private static final double[] ANY = {0};

    /** Says the same of every row. */
    private record Fixed(List<Double> said) implements Classifier {
        static Fixed of(Double... said) {
            return new Fixed(List.of(said));
        }

        @Override
        public int columns() {
            return 1;
        }

        @Override
        public int classes() {
            return said.size();
        }

        @Override
        public double[] probabilities(double[] row) {
            return said.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    @Test
    void votes_are_counted_as_worked_out_by_hand() {
        List<Classifier> members = List.of(Fixed.of(0.9, 0.1), Fixed.of(0.4, 0.6), Fixed.of(0.45, 0.55));
        Committee soft = new Committee(members, List.of(1.0, 1.0, 2.0), Vote.SOFT);
        assertThat(soft.probabilities(ANY)).containsExactly(new double[] {0.55, 0.45}, within(1e-12));
        Committee hard = new Committee(members, List.of(1.0, 1.0, 2.0), Vote.HARD);
        assertThat(hard.probabilities(ANY)).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
        assertThat(hard.probabilities(Matrix.of(1, 1, ANY)).row(0)).containsExactly(0.25, 0.75);
        assertThat(new Committee(members, List.of(1.0, 0.0, 0.0), Vote.SOFT)
                        .probabilities(Matrix.of(1, 1, ANY))
                        .row(0))
                .containsExactly(0.9, 0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_greedy_blend_finds_the_best_weights_of_two(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] first = new double[200][];
        double[][] second = new double[200][];
        int[] labels = new int[200];
        for (int r = 0; r < 200; r++) {
            double p = random.nextDouble(0.05, 0.95);
            labels[r] = random.nextDouble() < p ? 1 : 0;
            double a = Math.clamp(p + random.nextGaussian() * 0.15, 0.02, 0.98);
            double b = Math.clamp(p + random.nextGaussian() * 0.15, 0.02, 0.98);
            first[r] = new double[] {1 - a, a};
            second[r] = new double[] {1 - b, b};
        }
        Matrix one = Matrix.ofRows(first);
        Matrix two = Matrix.ofRows(second);
        List<Double> found =
                GreedyBlend.weights(List.of(one, two), labels, Goal.LOWEST, ProbabilityMetrics::logLoss, 50);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 1000; i++) {
            least = Math.min(least, loss(one, two, i / 1000.0, labels));
        }
        assertThat(loss(one, two, found.getFirst(), labels)).isCloseTo(least, within(1e-4)); // a grid of 1/50
        assertThat(found.stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
    }

    private static double loss(Matrix one, Matrix two, double weight, int[] labels) {
        double[] mixed = one.toArray();
        double[] other = two.toArray();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = weight * mixed[i] + (1 - weight) * other[i];
        }
        return ProbabilityMetrics.logLoss(labels, Matrix.of(one.rows(), 2, mixed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_judge_of_a_stack_turns_a_liar_around(long seed) {
        ClassifierTrainer liar = (rows, s) -> {
            Classifier honest = NaiveNormal.honest().fit(rows, s);
            return new Classifier() {
                @Override
                public int columns() {
                    return honest.columns();
                }

                @Override
                public int classes() {
                    return honest.classes();
                }

                @Override
                public double[] probabilities(double[] row) {
                    double[] p = honest.probabilities(row);
                    return new double[] {p[1], p[0]};
                }
            };
        };
        LabelledRows train = SyntheticRows.clouds(300, 3, 2, 2, seed);
        LabelledRows test = SyntheticRows.clouds(500, 3, 2, 2, seed + 100);
        double honest = loss(NaiveNormal.honest(), train, test);
        assertThat(loss(StackingTrainer.of(LogisticRegression.defaults(), liar), train, test))
                .isLessThan(honest + 0.1);
        assertThat(loss(new StackingTrainer(List.of(liar), LogisticRegression.defaults(), 4, true), train, test))
                .isLessThan(honest + 0.1);
        assertThat(BlendingTrainer.of(liar, NaiveNormal.honest())
                        .fit(train, seed)
                        .weights())
                .containsExactly(0.0, 1.0);
    }

    private static double loss(ClassifierTrainer trainer, LabelledRows train, LabelledRows test) {
        return ProbabilityMetrics.logLoss(test.labels(), trainer.fit(train, 1).probabilities(test.rows()));
    }

    @Test
    void bags_have_the_share_of_rows_and_seeds_differ() {
        LabelledRows rows = SyntheticRows.clouds(100, 2, 2, 1, 1);
        List<double[]> weights = new ArrayList<>();
        List<Long> seeds = new ArrayList<>();
        ClassifierTrainer spy = (bag, seed) -> {
            synchronized (weights) {
                weights.add(bag.weights());
                seeds.add(seed);
            }
            return NaiveNormal.honest().fit(bag, seed);
        };
        new BaggingTrainer(spy, 6, 0.3, false).fit(rows, 1);
        assertThat(weights).allSatisfy(w -> assertThat(sum(w)).isEqualTo(30));
        assertThat(seeds).doesNotHaveDuplicates();
        weights.clear();
        BaggingTrainer.bootstrap(spy, 20).fit(rows, 2);
        assertThat(weights).allSatisfy(w -> assertThat(sum(w)).isEqualTo(100));
        double missing = weights.stream()
                .mapToLong(w -> Arrays.stream(w).filter(x -> x == 0).count())
                .average()
                .orElseThrow();
        assertThat(missing).isBetween(33.0, 41.0); // 100 / e = 36.8
        weights.clear();
        BaggingTrainer.seeds(spy, 2).fit(rows, 3);
        assertThat(weights).allSatisfy(w -> assertThat(w).containsOnly(1));
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Test
    void mistakes_are_named() {
        List<Classifier> unlike = List.of(Fixed.of(0.5, 0.5), Fixed.of(1.0));
        assertThatThrownBy(() -> new Committee(unlike, List.of(1.0, 1.0), Vote.SOFT))
                .hasMessageContaining("1 classes");
        assertThatThrownBy(() -> new Committee(unlike, List.of(0.0, 0.0), Vote.SOFT))
                .hasMessageContaining("not all 0");
        assertThatThrownBy(VotingTrainer::of).hasMessageContaining("0 members");
        ClassifierTrainer base = NaiveNormal.honest();
        assertThatThrownBy(() -> new BaggingTrainer(base, 1, 1.5, false)).hasMessageContaining("share of 1.5");
        assertThatThrownBy(() -> StackingTrainer.of(base)).hasMessageContaining("0 members");
        assertThatThrownBy(BlendingTrainer::of).hasMessageContaining("0 members");
        assertThatThrownBy(
                        () -> GreedyBlend.weights(List.of(), new int[0], Goal.LOWEST, ProbabilityMetrics::logLoss, 1))
                .hasMessageContaining("0 members");
    }
}

package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of hypotheses against another program, closed forms and their promise under chance. */
class HypothesesTest {
    private static final Golden GOLDEN = Golden.read("hypotheses");
    private static final double[] X = GOLDEN.vector("x");
    private static final double[] Y = GOLDEN.vector("y");
    private static final double[] Z = GOLDEN.vector("z");
    private static final double[] TIED = GOLDEN.vector("tied");
    private static final double[] TIED_Y = GOLDEN.vector("tied_y");

    private static void agree(String name, double statistic, ToDoubleFunction<Alternative> pValue) {
        double[] actual = {
            statistic,
            pValue.applyAsDouble(Alternative.DIFFERENT),
            pValue.applyAsDouble(Alternative.LESS),
            pValue.applyAsDouble(Alternative.GREATER)
        };
        assertThat(actual).containsExactly(GOLDEN.vector(name), within(1e-11));
    }

    @Test
    void t_tests_agree_with_another_program() {
        TTest one = TTest.one(X, 0.1);
        agree("t_one", one.statistic(), one::pValue);
        Interval mean = TTest.one(X, 0).interval(0.9);
        assertThat(new double[] {mean.low(), mean.high()})
                .containsExactly(GOLDEN.vector("t_one_interval"), within(1e-12));
        TTest paired = TTest.paired(X, Arrays.copyOf(Y, X.length));
        agree("t_paired", paired.statistic(), paired::pValue);
        TTest welch = TTest.welch(X, Y);
        agree("t_welch", welch.statistic(), welch::pValue);
        TTest pooled = TTest.pooled(X, Y);
        agree("t_pooled", pooled.statistic(), pooled::pValue);
        assertThat(pooled.effect()).isCloseTo(welch.effect(), within(1e-14));
        assertThat(welch.interval(0.95).contains(welch.difference())).isTrue();
        assertThat(welch.interval(0.95).width())
                .isGreaterThan(welch.interval(0.5).width());
    }

    @Test
    void rank_tests_agree_with_another_program() {
        MannWhitney whitney = MannWhitney.of(X, Y, Alternative.DIFFERENT);
        agree("mann_whitney", whitney.statistic(), a -> MannWhitney.of(X, Y, a).pValue());
        agree(
                "mann_whitney_tied",
                MannWhitney.of(TIED, TIED_Y, Alternative.LESS).statistic(),
                a -> MannWhitney.of(TIED, TIED_Y, a).pValue());
        agree(
                "wilcoxon",
                WilcoxonSignedRank.of(X, Alternative.LESS).statistic(),
                a -> WilcoxonSignedRank.of(X, a).pValue());
        agree(
                "wilcoxon_tied",
                WilcoxonSignedRank.of(TIED, Alternative.LESS).statistic(),
                a -> WilcoxonSignedRank.of(TIED, a).pValue());
        assertThat(WilcoxonSignedRank.of(X, new double[X.length], Alternative.LESS))
                .isEqualTo(WilcoxonSignedRank.of(X, Alternative.LESS));
    }

    @Test
    void rank_effects_are_those_by_hand() {
        double[] low = {1, 2, 3};
        double[] high = {4, 5};
        assertThat(MannWhitney.of(high, low, Alternative.GREATER)).isEqualTo(new MannWhitney(6, 0.1, 1)); // 1 of 10
        assertThat(MannWhitney.of(low, high, Alternative.DIFFERENT).effect()).isEqualTo(-1);
        assertThat(MannWhitney.of(new double[] {1}, new double[] {1}, Alternative.LESS)
                        .pValue())
                .isEqualTo(1);
        WilcoxonSignedRank signs = WilcoxonSignedRank.of(new double[] {1, 2, 3, 0}, Alternative.GREATER);
        assertThat(signs).isEqualTo(new WilcoxonSignedRank(6, 3, 0.125, 1));
    }

    @Test
    void group_tests_agree_with_another_program() {
        GroupTest means = GroupTest.ofMeans(X, Y, Z);
        GroupTest ranks = GroupTest.ofRanks(TIED, TIED_Y, Z);
        GroupTest spreads = GroupTest.ofSpreads(X, Y, Z);
        double[] actual = {
            means.statistic(), means.pValue(), ranks.statistic(), ranks.pValue(), spreads.statistic(), spreads.pValue()
        };
        assertThat(actual).containsExactly(GOLDEN.vector("groups"), within(1e-11));
        assertThat(GroupTest.ofMeans(X, Y).pValue())
                .isCloseTo(TTest.pooled(X, Y).pValue(Alternative.DIFFERENT), within(1e-12)); // F is the square of t
        assertThat(means.effect()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x ks_one", "big ks_big"})
    void distances_of_shares_agree_with_another_program(String names) {
        double[] sample = GOLDEN.vector(names.split(" ")[0]);
        Matrix rows = GOLDEN.matrix(names.split(" ")[1]);
        for (int r = 0; r < rows.rows(); r++) {
            KolmogorovSmirnov test = KolmogorovSmirnov.one(sample, new Gaussian(rows.get(r, 0), 1));
            assertThat(test.statistic()).isCloseTo(rows.get(r, 1), within(1e-12));
            assertThat(test.pValue())
                    .isCloseTo(rows.get(r, 2), Percentage.withPercentage(1e-3)); // it approximates from 140 on
        }
    }

    @Test
    void the_distribution_of_distances_is_exact() {
        // the same power of the same matrix, with long doubles
        double[] expected = {0.075788155830272, 0.275727397020138, 0.700636421275954, 0.020284245788217};
        Matrix rows = GOLDEN.matrix("ks_big");
        for (int r = 0; r < expected.length; r++) {
            Gaussian shifted = new Gaussian(rows.get(r, 0), 1);
            assertThat(KolmogorovSmirnov.one(GOLDEN.vector("big"), shifted).pValue())
                    .isCloseTo(expected[r], within(1e-11));
        }
    }

    @Test
    void distances_of_two_samples_agree_with_another_program() {
        KolmogorovSmirnov xy = KolmogorovSmirnov.two(X, Y);
        KolmogorovSmirnov xz = KolmogorovSmirnov.two(X, Z);
        double[] actual = {xy.statistic(), xy.pValue(), xz.statistic(), xz.pValue()};
        assertThat(actual).containsExactly(GOLDEN.vector("ks_two"), within(1e-11));
        assertThat(KolmogorovSmirnov.two(X, X)).isEqualTo(new KolmogorovSmirnov(0, 1));
    }

    @Test
    void the_limit_is_close_to_the_exact_distribution() {
        SplittableRandom random = new SplittableRandom(4);
        Gaussian shifted = new Gaussian(0.02, 1);
        double[] large = DoubleStream.generate(random::nextGaussian).limit(2001).toArray();
        KolmogorovSmirnov byLimit = KolmogorovSmirnov.one(large, shifted);
        assertThat(byLimit.pValue()).isCloseTo(limit(2001, byLimit.statistic()), within(1e-12));
        KolmogorovSmirnov exact = KolmogorovSmirnov.one(Arrays.copyOf(large, 2000), shifted);
        assertThat(exact.pValue()).isCloseTo(limit(2000, exact.statistic()), within(0.005));
        double[] other = DoubleStream.generate(random::nextGaussian).limit(1500).toArray();
        assertThat(KolmogorovSmirnov.two(large, other).pValue()).isBetween(0.001, 1.0);
        assertThat(KolmogorovSmirnov.one(new double[] {5}, new Uniform(0, 1)).pValue())
                .isZero();
    }

    private static double limit(int n, double distance) {
        double x = distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n));
        double sum = 0;
        for (int k = 1; k < 50; k++) {
            sum += 2 * Math.pow(-1, k - 1) * Math.exp(-2.0 * k * k * x * x);
        }
        return sum;
    }

    @Test
    void normality_agrees_with_another_program() {
        double[] squares = DoubleStream.of(Y).map(v -> v * v).toArray();
        double[] powers = DoubleStream.of(Z).map(Math::exp).toArray();
        double[][] samples = {X, squares, Z, powers};
        double[] golden = GOLDEN.vector("anderson");
        for (int i = 0; i < samples.length; i++) {
            AndersonDarling test = AndersonDarling.ofNormal(samples[i]);
            assertThat(test.statistic()).isCloseTo(golden[2 * i], within(1e-11));
            assertThat(test.pValue()).isCloseTo(golden[2 * i + 1], within(1e-11));
        }
    }

    @Test
    void tables_agree_with_another_program() {
        ContingencyTest.Independence test = ContingencyTest.independence(new long[][] {{12, 5, 9}, {7, 14, 3}});
        double[] actual = {test.statistic(), test.degrees(), test.pValue(), test.effect(), test.leastExpected()};
        assertThat(actual).containsExactly(GOLDEN.vector("independence"), within(1e-12));
        Matrix fisher = GOLDEN.matrix("fisher");
        for (int r = 0; r < fisher.rows(); r++) {
            long[] n = new long[4];
            for (int c = 0; c < 4; c++) {
                n[c] = (long) fisher.get(r, c);
            }
            Alternative[] sides = {Alternative.DIFFERENT, Alternative.LESS, Alternative.GREATER};
            for (int a = 0; a < 3; a++) {
                assertThat(ContingencyTest.fisher(n[0], n[1], n[2], n[3], sides[a])
                                .pValue())
                        .isCloseTo(fisher.get(r, 4 + a), within(1e-12));
            }
        }
        assertThat(ContingencyTest.fisher(8, 2, 1, 5, Alternative.LESS).oddsRatio())
                .isEqualTo(20);
        assertThat(ContingencyTest.mcNemar(2, 8)).isCloseTo(2 * 56 / 1024.0, within(1e-14)); // 1 + 10 + 45 of 1024
        assertThat(ContingencyTest.mcNemar(0, 0)).isEqualTo(1);
        assertThat(ContingencyTest.mcNemar(3, 3)).isEqualTo(1);
    }

    @Test
    void binomial_tests_agree_with_another_program() {
        Matrix rows = GOLDEN.matrix("binomial");
        for (int r = 0; r < rows.rows(); r++) {
            BinomialTest test = new BinomialTest((long) rows.get(r, 0), (long) rows.get(r, 1));
            double p = rows.get(r, 2);
            Interval interval = test.interval(0.95);
            double[] actual = {
                test.pValue(p, Alternative.DIFFERENT),
                test.pValue(p, Alternative.LESS),
                test.pValue(p, Alternative.GREATER),
                interval.low(),
                interval.high()
            };
            for (int c = 0; c < actual.length; c++) {
                assertThat(actual[c]).as("row " + r).isCloseTo(rows.get(r, 3 + c), within(1e-10));
            }
        }
        assertThat(new BinomialTest(3, 4).share()).isEqualTo(0.75);
    }

    @ParameterizedTest(name = "{0} of {1}, {2}")
    @CsvSource({"2, 9, 0.3", "7, 9, 0.3", "0, 5, 0.9", "5, 5, 0.1", "4, 11, 0.5", "1, 30, 0.2"})
    void both_sides_are_all_outcomes_as_rare(long successes, long trials, double p) {
        Binomial binomial = new Binomial(trials, p);
        double sum = 0;
        for (long k = 0; k <= trials; k++) {
            double probability = binomial.probability(k);
            sum += probability <= binomial.probability(successes) * (1 + 1e-7) ? probability : 0;
        }
        assertThat(new BinomialTest(successes, trials).pValue(p, Alternative.DIFFERENT))
                .isCloseTo(sum, within(1e-12));
    }

    @Test
    void many_p_values_are_adjusted_as_by_another_program() {
        double[] p = GOLDEN.vector("p_values");
        assertThat(MultipleTesting.holm(p)).containsExactly(GOLDEN.vector("holm"), within(1e-15));
        assertThat(MultipleTesting.benjaminiHochberg(p))
                .containsExactly(GOLDEN.vector("benjamini_hochberg"), within(1e-15));
        assertThat(MultipleTesting.holm(new double[0])).isEmpty();
    }

    @Test
    void dealings_find_what_the_t_test_finds() {
        PermutationTest test = PermutationTest.ofMeans(X, Y, Alternative.DIFFERENT, 20_000, 3);
        assertThat(test.statistic()).isCloseTo(TTest.welch(X, Y).difference(), within(1e-14));
        assertThat(test.pValue()).isCloseTo(TTest.pooled(X, Y).pValue(Alternative.DIFFERENT), within(0.03));
        PermutationTest clear = PermutationTest.ofMeans(
                new double[] {8, 9, 10, 11, 12}, new double[] {1, 2, 3, 4, 5}, Alternative.GREATER, 999, 1);
        assertThat(clear.pValue()).isBetween(0.001, 0.02); // 1 of 252 dealings
    }

    @Test
    void p_values_are_even_where_there_is_no_difference() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 2000;
        int[] below = new int[5];
        for (int i = 0; i < n; i++) {
            double[] x = DoubleStream.generate(random::nextGaussian).limit(12).toArray();
            double[] y = DoubleStream.generate(random::nextGaussian).limit(15).toArray();
            below[0] += TTest.welch(x, y).pValue(Alternative.DIFFERENT) < 0.1 ? 1 : 0;
            below[1] += MannWhitney.of(x, y, Alternative.DIFFERENT).pValue() < 0.1 ? 1 : 0;
            below[2] += AndersonDarling.ofNormal(y).pValue() < 0.1 ? 1 : 0;
            below[3] += KolmogorovSmirnov.one(x, new Gaussian(0, 1)).pValue() < 0.1 ? 1 : 0;
            below[4] += GroupTest.ofMeans(x, y).pValue() < 0.1 ? 1 : 0;
        }
        for (int count : below) {
            assertThat((double) count / n).isBetween(0.07, 0.13); // 4.5 standard errors
        }
    }

    @Test
    void numbers_whose_squares_overflow_are_refused() {
        double[] huge = {1e200, -1e200, 3e200};
        double[] other = {1, 2, 4};
        assertThatThrownBy(() -> TTest.welch(huge, other)).hasMessageContaining("scale them first");
        assertThatThrownBy(() -> GroupTest.ofMeans(huge, other)).hasMessageContaining("scale them first");
        assertThatThrownBy(() -> Correlation.pearson(huge, other)).hasMessageContaining("scale them first");
        assertThat(Correlation.spearman(huge, other).coefficient()).isCloseTo(0.5, within(1e-15));
        assertThat(MannWhitney.of(huge, other, Alternative.DIFFERENT).statistic())
                .isEqualTo(6);
    }

    @Test
    void what_cannot_be_compared_is_refused() {
        double[] same = {1, 1, 1};
        assertThatThrownBy(() -> TTest.one(same, 0)).hasMessageContaining("all equal");
        assertThatThrownBy(() -> TTest.one(new double[1], 0)).hasMessageContaining("of 1 values");
        assertThatThrownBy(() -> TTest.paired(same, X)).hasMessageContaining("3 and 14 values");
        assertThatThrownBy(() -> MannWhitney.of(new double[0], X, Alternative.LESS))
                .hasMessageContaining("of 0");
        assertThatThrownBy(() -> WilcoxonSignedRank.of(same, same, Alternative.LESS))
                .hasMessageContaining("all 3 differences are zero");
        assertThatThrownBy(() -> GroupTest.ofMeans(X)).hasMessageContaining("1 groups");
        assertThatThrownBy(() -> GroupTest.ofMeans(same, same)).hasMessageContaining("are equal");
        assertThatThrownBy(() -> GroupTest.ofRanks(same, same)).hasMessageContaining("no ranks");
        assertThatThrownBy(() -> GroupTest.ofMeans(new double[1], new double[1]))
                .hasMessageContaining("no group");
        assertThatThrownBy(() -> KolmogorovSmirnov.one(new double[] {Double.NaN}, new Uniform(0, 1)))
                .hasMessageContaining("position 0 is NaN");
        assertThatThrownBy(() -> AndersonDarling.ofNormal(new double[9])).hasMessageContaining("9 values are equal");
        assertThatThrownBy(() -> ContingencyTest.independence(new long[][] {{1, 2}}))
                .hasMessageContaining("1 rows and 2");
        assertThatThrownBy(() -> ContingencyTest.independence(new long[][] {{1, 2}, {1}}))
                .hasMessageContaining("row 1 of the table has 1");
        assertThatThrownBy(() -> ContingencyTest.independence(new long[][] {{1, -2}, {1, 1}}))
                .hasMessageContaining("column 1 is -2");
        assertThatThrownBy(() -> ContingencyTest.independence(new long[][] {{1, 0}, {1, 0}}))
                .hasMessageContaining("column 1 of the table is empty");
        assertThatThrownBy(() -> ContingencyTest.fisher(-1, 1, 1, 1, Alternative.LESS))
                .hasMessageContaining("counts -1");
        assertThatThrownBy(() -> new BinomialTest(3, 2)).hasMessageContaining("3 successes of 2");
        assertThatThrownBy(() -> PermutationTest.ofMeans(X, Y, Alternative.LESS, 0, 1))
                .hasMessageContaining("0 dealings");
        assertThatThrownBy(() -> MultipleTesting.holm(new double[] {2})).hasMessageContaining("position 0 is 2.0");
        assertThatThrownBy(() -> Correlation.pearson(same, same)).hasMessageContaining("same in all 3 pairs");
        assertThatThrownBy(() -> Correlation.pearson(new double[] {1, 2, 3}, new double[] {1, 2, 4})
                        .interval(0.9))
                .hasMessageContaining("3 pairs");
        assertThatThrownBy(() -> KaplanMeier.of(new double[1], new boolean[2])).hasMessageContaining("1 times");
        assertThatThrownBy(() -> KaplanMeier.of(new double[] {-1}, new boolean[1]))
                .hasMessageContaining("unit 0");
        assertThatThrownBy(() -> new Bootstrap(1, 0.9)).hasMessageContaining("1 draws");
        assertThatThrownBy(() -> Bootstrap.defaults().percentile(new double[0], v -> 0, 1))
                .hasMessageContaining("no values");
        assertThatThrownBy(() -> Bootstrap.defaults().percentile(new double[1], v -> Double.NaN, 1))
                .hasMessageContaining("is no number");
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("from 2.0 to 1.0");
    }
}

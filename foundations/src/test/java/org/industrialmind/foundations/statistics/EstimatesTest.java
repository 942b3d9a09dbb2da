package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correlation, survival and bootstrap intervals. */
class EstimatesTest {
    private static final Golden GOLDEN = Golden.read("hypotheses");
    private static final double[] X = GOLDEN.vector("x");
    private static final double[] Y = GOLDEN.vector("y");
    private static final double[] TIED = GOLDEN.vector("tied");
    private static final double[] TIED_Y = GOLDEN.vector("tied_y");

    @Test
    void correlations_agree_with_another_program() {
        double[] y = Arrays.copyOf(Y, X.length);
        double[] tiedY = Arrays.copyOf(TIED_Y, X.length);
        Correlation pearson = Correlation.pearson(X, y);
        Correlation spearman = Correlation.spearman(TIED, tiedY);
        Correlation kendall = Correlation.kendall(TIED, tiedY);
        Correlation plain = Correlation.kendall(X, y);
        double[] actual = {
            pearson.coefficient(),
            pearson.pValue(),
            spearman.coefficient(),
            spearman.pValue(),
            kendall.coefficient(),
            kendall.pValue(),
            plain.coefficient(),
            plain.pValue()
        };
        assertThat(actual).containsExactly(GOLDEN.vector("correlations"), within(1e-12));
        Interval interval = pearson.interval(0.95);
        assertThat(new double[] {interval.low(), interval.high()})
                .containsExactly(GOLDEN.vector("pearson_interval"), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void kendall_counts_pairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.ints(60, 0, 9).asDoubleStream().toArray();
        double[] y = random.ints(60, 0, 9).asDoubleStream().toArray();
        double score = 0;
        double freeX = 0;
        double freeY = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < i; j++) {
                score += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                freeX += x[i] == x[j] ? 0 : 1;
                freeY += y[i] == y[j] ? 0 : 1;
            }
        }
        assertThat(Correlation.kendall(x, y).coefficient()).isCloseTo(score / Math.sqrt(freeX * freeY), within(1e-14));
    }

    @Test
    void a_straight_line_is_correlated_wholly() {
        double[] x = {1, 2, 3, 4};
        double[] down = {8, 6, 4, 2};
        assertThat(Correlation.pearson(x, down).coefficient()).isCloseTo(-1, within(1e-15));
        assertThat(Correlation.pearson(x, down).pValue()).isCloseTo(0, within(1e-14));
        assertThat(Correlation.kendall(x, down).coefficient()).isEqualTo(-1);
        assertThat(Correlation.spearman(x, new double[] {1, 10, 100, 1e9}).coefficient())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void survival_agrees_with_another_program() {
        double[] times = GOLDEN.vector("times");
        boolean[] failed = new boolean[times.length];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = GOLDEN.vector("failed")[i] > 0;
        }
        KaplanMeier curve = KaplanMeier.of(times, failed);
        Matrix golden = GOLDEN.matrix("survival");
        assertThat(curve.steps()).hasSize(golden.columns());
        for (int i = 0; i < golden.columns(); i++) {
            KaplanMeier.Step step = curve.steps().get(i);
            assertThat(step.age()).isEqualTo(golden.get(0, i));
            assertThat(step.survival()).isCloseTo(golden.get(1, i), within(1e-14));
            if (step.survival() > 0) { // the other program divides by zero after the last unit
                assertThat(step.error()).isCloseTo(golden.get(2, i), within(1e-14));
            }
            assertThat(curve.survival(step.age())).isEqualTo(step.survival());
        }
        assertThat(curve.survival(0)).isEqualTo(1);
    }

    @Test
    void survival_is_that_by_hand() {
        KaplanMeier curve =
                KaplanMeier.of(new double[] {2, 3, 3, 5, 7}, new boolean[] {true, true, false, false, true});
        assertThat(curve.steps()).hasSize(3);
        assertThat(curve.survival(2)).isCloseTo(0.8, within(1e-15));
        assertThat(curve.survival(6)).isCloseTo(0.6, within(1e-15)); // one of four; who left at 3 was watched
        assertThat(curve.median()).hasValue(7);
        assertThat(curve.quantile(0.7)).hasValue(3);
        assertThat(KaplanMeier.of(new double[] {1}, new boolean[1]).median()).isEmpty();
    }

    @Test
    void bootstrap_intervals_are_near_those_of_another_program() {
        double[] sample = GOLDEN.vector("skewed");
        Bootstrap bootstrap = new Bootstrap(20_000, 0.95);
        ToDoubleFunction<double[]> mean = v -> Moments.of(v).mean();
        Interval percentile = bootstrap.percentile(sample, mean, 1);
        Interval corrected = bootstrap.corrected(sample, mean, 1);
        assertThat(new double[] {percentile.low(), percentile.high()})
                .containsExactly(GOLDEN.vector("bootstrap_percentile"), within(0.012)); // of a width of 0.6
        assertThat(new double[] {corrected.low(), corrected.high()})
                .containsExactly(GOLDEN.vector("bootstrap_bca"), within(0.015));
        assertThat(Bootstrap.defaults().percentile(new double[] {3}, mean, 1)).isEqualTo(new Interval(3, 3));
        assertThat(Bootstrap.defaults().corrected(new double[] {3, 3}, mean, 1)).isEqualTo(new Interval(3, 3));
    }
}

package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves over thresholds: ROC, precision and recall, gains. */
class CurvesTest {
    private static final Golden GOLDEN = Golden.read("metrics");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"plain", "weighted"})
    void areas_agree_with_another_program(String kind) {
        boolean[] positive = truths(GOLDEN.vector("positive"));
        double[] score = GOLDEN.vector("score");
        double[] weights = kind.equals("plain") ? MetricChecks.equalWeights(score.length) : GOLDEN.vector("weights");
        RocCurve roc = RocCurve.of(positive, score, weights);
        double[] actual = {
            roc.area(), PrecisionRecallCurve.of(positive, score, weights).averagePrecision(), roc.kolmogorovSmirnov()
        };
        assertThat(actual).containsExactly(GOLDEN.vector("curves_" + kind), within(1e-13));
    }

    @Test
    void points_agree_with_another_program() {
        RocCurve roc = RocCurve.of(truths(GOLDEN.vector("positive")), GOLDEN.vector("score"));
        assertThat(roc.falseAlarmRates()).containsExactly(GOLDEN.matrix("roc").row(0), within(1e-15));
        assertThat(roc.recalls()).containsExactly(GOLDEN.matrix("roc").row(1), within(1e-15));
        assertThat(roc.thresholds()).hasSameSizeAs(roc.recalls()).startsWith(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void area_is_the_share_of_pairs_in_order(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 50;
        boolean[] positive = new boolean[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            positive[i] = i % 3 == 0;
            score[i] = random.nextInt(8);
        }
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < n; i += 3) {
            for (int j = 0; j < n; j++) {
                if (!positive[j]) {
                    pairs++;
                    won += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(RocCurve.of(positive, score).area()).isCloseTo(won / pairs, within(1e-13));
    }

    @Test
    void equal_scores_know_nothing() {
        boolean[] positive = {true, false, false, false};
        double[] same = new double[4];
        assertThat(RocCurve.of(positive, same).area()).isEqualTo(0.5);
        assertThat(PrecisionRecallCurve.of(positive, same).averagePrecision()).isEqualTo(0.25);
        assertThat(Gains.of(positive, same).lift(0.5)).isEqualTo(1);
    }

    @Test
    void thresholds_are_the_best_ones_by_hand() {
        boolean[] positive = {true, true, false, true, false};
        double[] score = {5, 4, 3, 2, 1};
        RocCurve roc = RocCurve.of(positive, score);
        assertThat(roc.bestThreshold()).isEqualTo(4);
        assertThat(roc.kolmogorovSmirnov()).isCloseTo(2.0 / 3, within(1e-15));
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(positive, score);
        assertThat(curve.bestThreshold(1)).isEqualTo(2); // F1 6/7, at 4 it is 4/5
        assertThat(curve.bestFScore(1)).isCloseTo(6.0 / 7, within(1e-15));
        assertThat(curve.precisions()).containsExactly(new double[] {1, 1, 2.0 / 3, 0.75, 0.6}, within(1e-15));
        assertThat(curve.recalls()[1]).isEqualTo(2.0 / 3);
        assertThat(curve.thresholds()).containsExactly(score);
    }

    @Test
    void gains_are_those_by_hand() {
        Gains gains = Gains.of(new boolean[] {true, true, false, true, false}, new double[] {5, 4, 3, 2, 2});
        assertThat(gains.captured(0)).isZero();
        assertThat(gains.captured(0.4)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(gains.captured(0.8)).isCloseTo(2.5 / 3, within(1e-15)); // half of a tie with one positive
        assertThat(gains.captured(1)).isEqualTo(1);
        assertThat(gains.lift(0.2)).isCloseTo(5.0 / 3, within(1e-15));
    }

    @Test
    void one_class_only_has_no_curve() {
        boolean[] none = new boolean[2];
        boolean[] all = {true, true};
        double[] score = {1, 2};
        assertThatThrownBy(() -> RocCurve.of(none, score)).hasMessageContaining("no row is positive");
        assertThatThrownBy(() -> RocCurve.of(all, score)).hasMessageContaining("no row is negative");
        assertThatThrownBy(() -> PrecisionRecallCurve.of(none, score)).hasMessageContaining("no row is positive");
        assertThat(PrecisionRecallCurve.of(all, score).averagePrecision()).isEqualTo(1);
        assertThatThrownBy(() -> RocCurve.of(all, new double[] {1, Double.NaN})).hasMessageContaining("position 1");
        assertThatThrownBy(() -> RocCurve.of(all, new double[1])).hasMessageContaining("1 scores and 2 labels");
        assertThatThrownBy(() -> Gains.of(all, score).captured(2)).hasMessageContaining("best 2.0");
        assertThatThrownBy(() -> Gains.of(all, score).lift(0)).hasMessageContaining("best 0.0");
    }

    static boolean[] truths(double[] values) {
        boolean[] truths = new boolean[values.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = values[i] > 0;
        }
        return truths;
    }
}

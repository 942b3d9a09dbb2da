package org.industrialmind.learning.tabular.imbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.learning.tabular.selection.NaiveNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {
    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_other_threshold_is_worth_more(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 60;
        double[] p = random.doubles(n).map(x -> Math.round(x * 20) / 20.0).toArray(); // with ties
        boolean[] positive = new boolean[n];
        for (int r = 0; r < n; r++) {
            positive[r] = random.nextDouble() < p[r] * p[r];
        }
        Decisions.Worth[] worths = {Decisions::f1, Decisions::youden, Decisions::matthews, Decisions.cheapest(1, 5)};
        for (Decisions.Worth worth : worths) {
            Threshold best = Threshold.best(positive, p, ones(n), worth);
            double most = Double.NEGATIVE_INFINITY;
            for (int t = 0; t <= 1001; t++) {
                most = Math.max(most, worth.of(decide(positive, p, t / 1000.0)));
            }
            assertThat(best.worth()).isCloseTo(most, within(1e-12));
            assertThat(worth.of(decide(positive, p, best.value()))).isCloseTo(most, within(1e-12));
        }
    }

    private static Decisions decide(boolean[] positive, double[] p, double threshold) {
        double[] counts = new double[4];
        for (int r = 0; r < p.length; r++) {
            counts[(positive[r] ? 0 : 1) + (p[r] >= threshold ? 0 : 2)]++;
        }
        return new Decisions(counts[0], counts[1], counts[2], counts[3]);
    }

    @Test
    void decisions_are_counted_as_worked_out_by_hand() {
        Decisions decisions = new Decisions(6, 2, 3, 9);
        assertThat(decisions.f1()).isCloseTo(12 / 17.0, within(1e-12));
        assertThat(decisions.youden()).isCloseTo(6 / 9.0 - 2 / 11.0, within(1e-12));
        assertThat(decisions.matthews()).isCloseTo(48 / Math.sqrt(8 * 9 * 11 * 12), within(1e-12));
        assertThat(decisions.cost(1, 10)).isEqualTo(32);
        assertThat(new Decisions(0, 0, 3, 9).f1()).isZero();
        assertThat(new Decisions(0, 0, 3, 9).matthews()).isZero();
    }

    @Test
    void a_false_alarm_dearer_than_any_hit_calls_nobody() {
        boolean[] positive = {true, false};
        Threshold best = Threshold.best(positive, new double[] {0.4, 0.6}, ones(2), Decisions.cheapest(10, 1));
        assertThat(best.value()).isGreaterThan(1);
        assertThat(Threshold.ofCosts(1, 4)).isEqualTo(0.2);
        assertThatThrownBy(() -> Threshold.ofCosts(0, 1)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> Threshold.best(new boolean[2], new double[2], ones(2), Decisions::f1))
                .hasMessageContaining("some of both");
        assertThatThrownBy(() -> Threshold.best(new boolean[2], new double[1], ones(2), Decisions::f1))
                .hasMessageContaining("1 probabilities");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_threshold_learned_out_of_fold_is_cheaper_on_fresh_rows(long seed) {
        LabelledRows train = SyntheticRows.clouds(600, 2, 2, 1, seed);
        LabelledRows test = SyntheticRows.clouds(2000, 2, 2, 1, seed + 100);
        ThresholdTrainer trainer = new ThresholdTrainer(NaiveNormal.honest(), Decisions.cheapest(1, 9), 5);
        ThresholdTrainer.ThresholdClassifier fitted = trainer.fit(train, seed);
        assertThat(fitted.threshold().value()).isBetween(0.01, 0.3); // 0.1 where the probabilities are exact
        assertThat(cost(fitted, test)).isLessThan(cost(NaiveNormal.honest().fit(train, seed), test) * 0.75);
        assertThat(fitted.predict(test.rows().row(5))).isEqualTo(fitted.predict(test.rows())[5]);
        assertThat(fitted.classes() + fitted.columns()).isEqualTo(4);
        Matrix costs = Matrix.of(2, 2, new double[] {0, 1, 9, 0});
        CostTrainer.CostClassifier byCost = new CostTrainer(NaiveNormal.honest(), costs).fit(train, seed);
        assertThat(cost(byCost, test)).isLessThan(cost(fitted, test) * 1.2);
        int[] predicted = byCost.predict(test.rows());
        for (int r = 0; r < 50; r++) {
            int expected = byCost.probabilities(test.rows().row(r))[1] > 0.1 ? 1 : 0;
            assertThat(predicted[r])
                    .isEqualTo(expected)
                    .isEqualTo(byCost.predict(test.rows().row(r)));
        }
        assertThat(byCost.classes() + byCost.columns()).isEqualTo(4);
    }

    private static double cost(Classifier classifier, LabelledRows rows) {
        int[] predicted = classifier.predict(rows.rows());
        double cost = 0;
        for (int r = 0; r < predicted.length; r++) {
            cost += predicted[r] == rows.label(r) ? 0 : rows.label(r) == 1 ? 9 : 1;
        }
        return cost;
    }

    @Test
    void mistakes_are_named() {
        LabelledRows three = SyntheticRows.clouds(30, 2, 3, 1, 1);
        NaiveNormal base = NaiveNormal.honest();
        assertThatThrownBy(() -> new ThresholdTrainer(base, Decisions::f1, 3).fit(three, 1))
                .hasMessageContaining("not 3");
        assertThatThrownBy(() -> new ThresholdTrainer(base, Decisions::f1, 1)).hasMessageContaining("1 folds");
        assertThatThrownBy(() -> new CostTrainer(base, Matrix.identity(2)).fit(three, 1))
                .hasMessageContaining("2 classes for rows of 3");
        assertThatThrownBy(() -> new CostTrainer(base, Matrix.of(1, 2, new double[2])))
                .hasMessageContaining("1 x 2");
    }
}

package org.industrialmind.learning.tabular.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final double[] TARGETS = {1, 2, 4, 8, 16, 32};

    /** Predicts the mean target of the rows learned from. */
    private static final FoldMethod MEAN = FoldMethod.of(
            (train, seed) -> Arrays.stream(train)
                    .mapToDouble(row -> TARGETS[row])
                    .average()
                    .orElseThrow(),
            (mean, test) -> column(
                    IntStream.range(0, test.length).mapToDouble(i -> mean).toArray()));

    private static final Metric ABSOLUTE = Metric.ofTargets(
            "absolute",
            Goal.LOWEST,
            TARGETS,
            (truth, predicted) -> IntStream.range(0, truth.length)
                    .mapToDouble(i -> Math.abs(truth[i] - predicted[i]))
                    .average()
                    .orElseThrow());

    private static final Splitter HALVES = (rows, seed) -> List.of(
            Split.of(new int[] {0, 1, 2}, new int[] {5, 4, 3}), Split.of(new int[] {3, 4, 5}, new int[] {0, 1, 2}));

    private static Matrix column(double[] values) {
        return Matrix.of(values.length, 1, values);
    }

    private static Metric accuracy(int[] labels) {
        return Metric.ofLabels("accuracy", Goal.HIGHEST, labels, (truth, probabilities) -> {
            long right = IntStream.range(0, truth.length)
                    .filter(i -> probabilities.get(i, truth[i]) >= 0.5)
                    .count();
            return (double) right / truth.length;
        });
    }

    @Test
    void scores_and_spreads_are_as_worked_out_by_hand() {
        CrossValidated found = CrossValidation.of(HALVES, ABSOLUTE, 7).run(MEAN, RowKeys.of(6));
        // learned 7/3, judged 32 16 8: mean 49/3; learned 56/3, judged 1 2 4: mean 49/3
        assertThat(found.scores()).extracting(FoldScore::value).containsExactly(49 / 3.0, 49 / 3.0);
        Estimate estimate = found.estimate("absolute");
        assertThat(estimate.mean()).isCloseTo(49 / 3.0, within(1e-12));
        assertThat(estimate.foldSpread()).isCloseTo(0, within(1e-12));
        assertThat(estimate.seedSpread()).isNaN();
        assertThat(estimate.folds()).isEqualTo(2);
        assertThat(found.pooled("absolute", 7)).isCloseTo(49 / 3.0, within(1e-12));
        assertThat(found.outOfFold(7).requireAll().column(0))
                .containsExactly(new double[] {56 / 3.0, 56 / 3.0, 56 / 3.0, 7 / 3.0, 7 / 3.0, 7 / 3.0}, within(1e-12));
    }

    @Test
    void the_spread_of_seeds_is_that_of_their_means() {
        Metric seedItself = new Metric("drawn", Goal.HIGHEST, (rows, predicted) -> predicted.get(0, 0));
        FoldMethod luck = (train, test, seed) -> column(new double[] {seed % 1000, 0, 0});
        CrossValidated found = new CrossValidation(HALVES, List.of(seedItself, ABSOLUTE), List.of(1L, 2L, 3L))
                .run(luck, RowKeys.of(6));
        double[] means = new double[3];
        for (FoldScore score : found.scores()) {
            means[(int) score.seed() - 1] += score.metric().equals("drawn") ? score.value() / 2 : 0;
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double spread =
                Math.sqrt(Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / 2);
        Estimate estimate = found.estimate("drawn");
        assertThat(estimate.mean()).isCloseTo(mean, within(1e-9));
        assertThat(estimate.seedSpread()).isCloseTo(spread, within(1e-9)).isGreaterThan(0);
        assertThat(estimate.seeds()).isEqualTo(3);
        assertThat(found.scores()).hasSize(12);
    }

    @Test
    void a_trainer_is_judged_on_rows_it_has_not_seen() {
        LabelledRows rows = SyntheticRows.clouds(300, 3, 2, 4, 1);
        CrossValidated found = CrossValidation.of(new StratifiedKFold(5), accuracy(rows.labels()), 3)
                .run(FoldMethod.of(NaiveNormal.honest(), rows), RowKeys.ofLabels(rows.labels()));
        assertThat(found.estimate("accuracy").mean()).isGreaterThan(0.95);
        assertThat(found.outOfFold(3).requireAll().rows()).isEqualTo(300);
    }

    @Test
    void a_row_judged_twice_has_the_mean_of_its_predictions() {
        int[] calls = new int[1];
        FoldMethod counting = (train, test, seed) -> {
            double call = calls[0]++ / 2;
            return column(IntStream.range(0, test.length).mapToDouble(i -> call).toArray());
        };
        CrossValidated found =
                CrossValidation.of(new Repeated(HALVES, 3), ABSOLUTE, 1).run(counting, RowKeys.of(6));
        assertThat(found.outOfFold(1).requireAll().column(0)).containsOnly(1.0); // of 0, 1 and 2
    }

    @Test
    void rows_never_judged_have_no_prediction() {
        RowKeys rows = RowKeys.of(6).withTimes(new long[] {1, 2, 3, 4, 5, 6});
        OutOfFold found = CrossValidation.of(TimeFolds.expanding(2, 0), ABSOLUTE, 1)
                .run(MEAN, rows)
                .outOfFold(1);
        assertThat(found.rows()).containsExactly(2, 3, 4, 5);
        assertThatThrownBy(found::requireAll).hasMessageContaining("only 4 of 6");
    }

    @Test
    void mistakes_are_named() {
        RowKeys six = RowKeys.of(6);
        CrossValidation one = CrossValidation.of(HALVES, ABSOLUTE, 1);
        assertThatThrownBy(() -> one.run((train, test, seed) -> column(new double[] {1}), six))
                .hasMessageContaining("1 predictions for 3");
        CrossValidated found = one.run(MEAN, six);
        assertThatThrownBy(() -> found.estimate("r2")).hasMessageContaining("absolute");
        assertThatThrownBy(() -> found.outOfFold(9)).hasMessageContaining("seed 9");
        assertThatThrownBy(() -> new CrossValidation(HALVES, List.of(ABSOLUTE, ABSOLUTE), List.of(1L)))
                .hasMessageContaining("different names");
        assertThatThrownBy(() -> new CrossValidation(HALVES, List.of(ABSOLUTE), List.of(1L, 1L)))
                .hasMessageContaining("[1, 1]");
        assertThatThrownBy(() -> new Metric(" ", Goal.LOWEST, (rows, predicted) -> 0))
                .hasMessageContaining("blank");
    }
}

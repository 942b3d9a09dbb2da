package org.industrialmind.foundations.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.foundations.tree.BinaryTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientBoostingTest {
    private static final TreeShape FINE =
            TreeShape.defaults().withRowsPerLeaf(1).withCategorySupport(0);
    private static final GradientBoosting ONE_STEP =
            GradientBoosting.defaults().withRounds(1).withLearningRate(1).withTree(FINE);

    private static Matrix column(double... values) {
        return Matrix.of(values.length, 1, values);
    }

    @Test
    void one_full_step_on_squares_is_the_mean_of_each_side() {
        TargetRows rows = TargetRows.of(column(1, 2, 3, 4), new double[] {0, 2, 10, 12});
        GradientBoosting stump = ONE_STEP.withTree(FINE.withLeaves(2));
        BoostedRegressor model = stump.fit(rows, 1);
        assertThat(model.predict(column(0, 2.4, 2.6, 9))).containsExactly(1, 1, 11, 11);
        assertThat(model.trees().baseline(0)).isEqualTo(6);
        assertThat(model.trees().tree(0, 0).gain(0)).isEqualTo(100); // two sides of |sum| 10 over 2 rows each
    }

    @Test
    void trees_taken_as_they_were_kept_are_the_trees() {
        TargetRows rows = TargetRows.of(column(1, 2, 3, 4), new double[] {0, 2, 10, 12});
        BoostedTrees grown = ONE_STEP.fit(rows, 1).trees();
        BoostedTrees kept = BoostedTrees.of(1, grown.baseline(0), List.of(grown.tree(0, 0)));
        assertThat(kept.raw(rows.rows())).isDeepEqualTo(grown.raw(rows.rows()));
        assertThatThrownBy(() -> BoostedTrees.of(0, 6, List.of(grown.tree(0, 0))))
                .hasMessageContaining("asks column 0")
                .hasMessageContaining("expected one of 0");
        assertThatThrownBy(() -> BoostedTrees.of(1, Double.NaN, List.of())).hasMessageContaining("baseline of NaN");
    }

    @Test
    void a_leaf_penalty_shrinks_the_step() {
        TargetRows rows = TargetRows.of(column(1, 2, 3, 4), new double[] {0, 2, 10, 12});
        GradientBoosting stump = ONE_STEP.withTree(FINE.withLeaves(2).withLeafPenalty(3));
        assertThat(stump.fit(rows, 1).predict(new double[] {1})).isEqualTo(6 - 10 / (2 + 3.0));
    }

    @Test
    void a_gain_below_the_least_is_no_split() {
        TargetRows rows = TargetRows.of(column(1, 2, 3, 4), new double[] {0, 2, 10, 12});
        GradientBoosting stump = ONE_STEP.withTree(FINE.withLeaves(2).withLeastGain(100));
        assertThat(stump.fit(rows, 1).predict(new double[] {1})).isEqualTo(6);
    }

    @Test
    void an_exclusive_or_of_noisy_corners_is_learned() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] values = new double[400][2];
        int[] labels = new int[400];
        for (int r = 0; r < 400; r++) {
            values[r] = new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
            labels[r] = values[r][0] * values[r][1] > 0 ? 1 : 0;
        }
        LabelledRows rows = LabelledRows.of(Matrix.ofRows(values), labels, 2);
        int[] predicted = GradientBoosting.defaults().fit(rows, 2).predict(rows.rows());
        assertThat(predicted).containsExactly(labels);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_categorical_cut_is_the_best_of_all_divisions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 120;
        int categories = 6;
        double[] values = new double[size];
        double[] targets = new double[size];
        for (int r = 0; r < size; r++) {
            values[r] = random.nextInt(categories) * 10 - 20; // any numbers may stand for names
            targets[r] = Math.sin(values[r]) + random.nextGaussian();
        }
        TargetRows rows = TargetRows.of(column(values), targets);
        GradientBoosting trainer =
                ONE_STEP.withTree(FINE.withLeaves(2).withRowsPerLeaf(5)).withCategorical(0);
        double mean = Arrays.stream(targets).average().orElseThrow();
        double best = 0;
        for (int set = 1; set < (1 << categories) - 1; set++) {
            double sum = 0;
            int count = 0;
            for (int r = 0; r < size; r++) {
                if ((set >> (int) (values[r] + 20) / 10 & 1) != 0) {
                    sum += targets[r] - mean;
                    count++;
                }
            }
            if (count >= 5 && size - count >= 5) {
                best = Math.max(best, sum * sum / count + sum * sum / (size - count));
            }
        }
        BinaryTree tree = trainer.fit(rows, seed).trees().tree(0, 0);
        assertThat(tree.gain(0)).isCloseTo(best, within(1e-9));
    }

    @Test
    void a_category_never_seen_goes_where_missing_values_go() {
        double[] values = {0, 0, 1, 1, 2, 2, Double.NaN, Double.NaN};
        double[] targets = {0, 0, 9, 9, 0, 0, 9, 9};
        BoostedRegressor model =
                ONE_STEP.withTree(FINE.withLeaves(2)).withCategorical(0).fit(TargetRows.of(column(values), targets), 1);
        assertThat(model.predict(column(0, 1, 2, Double.NaN, 77))).containsExactly(0, 9, 0, 9, 9);
        assertThat(model.predict(new double[] {-0.0})).isEqualTo(0);
    }

    @Test
    void missing_values_go_to_the_better_side() {
        double[] values = {1, 2, 3, 4, Double.NaN, Double.NaN};
        GradientBoosting stump = ONE_STEP.withTree(FINE.withLeaves(2));
        for (double ofMissing : new double[] {0, 8}) {
            double[] targets = {0, 0, 8, 8, ofMissing, ofMissing};
            BoostedRegressor model = stump.fit(TargetRows.of(column(values), targets), 1);
            assertThat(model.predict(column(1.5, 3.5, Double.NaN))).containsExactly(0, 8, ofMissing);
        }
    }

    @Test
    void that_a_value_is_missing_may_be_all_there_is_to_tell() {
        double[] values = {1, 2, 3, Double.NaN, Double.NaN};
        BoostedRegressor model = ONE_STEP.withTree(FINE.withLeaves(2))
                .fit(TargetRows.of(column(values), new double[] {1, 1, 1, 5, 5}), 1);
        assertThat(model.predict(column(-9, 9, Double.NaN))).containsExactly(new double[] {1, 1, 5}, within(1e-12));
    }

    @Test
    void a_value_missing_only_later_follows_the_larger_child() {
        BoostedRegressor model = ONE_STEP.withTree(FINE.withLeaves(2))
                .fit(TargetRows.of(column(1, 2, 3, 4, 5), new double[] {0, 0, 0, 5, 5}), 1);
        assertThat(model.predict(new double[] {Double.NaN})).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_monotone_column_never_turns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[400][3];
        double[] targets = new double[400];
        for (int r = 0; r < 400; r++) {
            values[r] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            targets[r] = Math.sin(9 * values[r][0]) - values[r][1] * values[r][2] + random.nextGaussian();
        }
        TargetRows rows = TargetRows.of(Matrix.ofRows(values), targets);
        GradientBoosting trainer = GradientBoosting.defaults()
                .withTree(TreeShape.defaults().withRowsPerLeaf(3))
                .withMonotone(Map.of(0, Direction.RISING, 1, Direction.FALLING));
        for (RegressionLoss loss : List.of(new RegressionLoss.Squared(), RegressionLoss.absolute())) {
            BoostedRegressor model = trainer.withLoss(loss).withRounds(40).fit(rows, seed);
            for (int probe = 0; probe < 20; probe++) {
                double[] row = {0, random.nextDouble(), random.nextDouble()};
                requireMonotone(model, row.clone(), 0, 1);
                requireMonotone(model, row.clone(), 1, -1);
            }
        }
    }

    private static void requireMonotone(BoostedRegressor model, double[] row, int column, int sign) {
        double before = sign * Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 100; i++) {
            row[column] = i / 100.0;
            double predicted = model.predict(row);
            assertThat(sign * (predicted - before)).isGreaterThanOrEqualTo(-1e-12);
            before = predicted;
        }
    }

    @Test
    void is_the_same_on_any_number_of_threads() throws Exception {
        LabelledRows rows = SyntheticRows.clouds(6000, 12, 3, 1, 4);
        GradientBoosting trainer =
                GradientBoosting.defaults().withRounds(3).withRowShare(0.7).withColumnShare(0.6);
        Matrix one = trainer.fit(rows, 4).probabilities(rows.rows());
        try (ForkJoinPool three = new ForkJoinPool(3)) {
            assertThat(three.submit(() -> trainer.fit(rows, 4).probabilities(rows.rows()))
                            .get())
                    .isEqualTo(one);
        }
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        TargetRows rows = SyntheticRows.plane(500, 4, 1, 5);
        int[] backwards = new int[500];
        Arrays.setAll(backwards, i -> 499 - i);
        GradientBoosting trainer = GradientBoosting.defaults().withRounds(20);
        assertThat(trainer.fit(rows.select(backwards), 5).predict(rows.rows()))
                .containsExactly(trainer.fit(rows, 5).predict(rows.rows()), within(1e-9));
    }

    @Test
    void the_scale_of_the_weights_does_not_matter_and_a_weight_of_nothing_is_no_row() {
        TargetRows plane = SyntheticRows.plane(200, 3, 1, 6);
        double[] weights = new double[200];
        Arrays.setAll(weights, r -> r % 5 == 0 ? 0 : 1e-6);
        int[] counting = new int[160];
        Arrays.setAll(counting, i -> i / 4 * 5 + 1 + i % 4);
        TargetRows weighted = TargetRows.weighted(plane.rows(), plane.targets(), weights);
        GradientBoosting trainer = GradientBoosting.defaults().withRounds(10);
        assertThat(trainer.fit(weighted, 6).predict(plane.rows()))
                .containsExactly(trainer.fit(plane.select(counting), 6).predict(plane.rows()), within(1e-9));
    }

    @Test
    void stops_early_at_the_best_round() {
        LabelledRows rows = SyntheticRows.clouds(600, 3, 2, 0.5, 7); // mostly noise: a few rounds are enough
        GradientBoosting trainer = GradientBoosting.defaults().withRounds(300).withStopping(EarlyStopping.defaults());
        assertThat(trainer.fit(rows, 7).trees().rounds()).isLessThan(100);
    }

    @Test
    void stops_by_rows_of_ones_own() {
        TargetRows rows = SyntheticRows.plane(400, 3, 1, 8);
        TargetRows fresh = SyntheticRows.plane(400, 3, 1, 9);
        GradientBoosting trainer = GradientBoosting.defaults().withRounds(200);
        BoostedRegressor stopped = trainer.fit(rows, fresh, 8);
        List<Double> losses = new ArrayList<>();
        trainer.fit(rows, 8).staged(fresh.rows(), predicted -> losses.add(squares(predicted, fresh)));
        int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow()) + 1;
        assertThat(stopped.trees().rounds()).isBetween(1, 199);
        assertThat(losses.get(stopped.trees().rounds() - 1)).isCloseTo(losses.get(best - 1), within(5.0));
        assertThat(squares(stopped.predict(fresh.rows()), fresh))
                .isEqualTo(losses.get(stopped.trees().rounds() - 1));
        LabelledRows labels = SyntheticRows.clouds(200, 3, 3, 1, 8);
        assertThat(trainer.fit(labels, labels, 8).trees().rounds()).isEqualTo(200); // known by heart ever better
    }

    private static double squares(double[] predicted, TargetRows rows) {
        double sum = 0;
        for (int r = 0; r < predicted.length; r++) {
            sum += Math.pow(predicted[r] - rows.target(r), 2);
        }
        return sum;
    }

    @Test
    void stages_end_at_the_prediction() {
        LabelledRows rows = SyntheticRows.clouds(200, 3, 3, 1, 10);
        BoostedClassifier model = GradientBoosting.defaults().withRounds(7).fit(rows, 10);
        List<Matrix> stages = new ArrayList<>();
        model.staged(rows.rows(), stages::add);
        assertThat(stages).hasSize(7);
        assertThat(stages.getLast()).isEqualTo(model.probabilities(rows.rows()));
        assertThat(stages.getFirst()).isNotEqualTo(stages.getLast());
    }

    @Test
    void drawn_rows_and_columns_still_learn() {
        TargetRows rows = SyntheticRows.plane(600, 4, 0.1, 11);
        BoostedRegressor model = GradientBoosting.defaults()
                .withRowShare(0.5)
                .withColumnShare(0.5)
                .fit(rows, 11);
        assertThat(squares(model.predict(rows.rows()), rows) / 600).isLessThan(0.4); // of a variance of 5
        double[] gains = model.trees().gains();
        assertThat(gains[0]).isGreaterThan(gains[1]);
        assertThat(gains[1]).isGreaterThan(gains[2]);
        assertThat(Arrays.stream(gains).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(model.trees().covers()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_quantile_lies_above_its_share_of_the_rows() {
        TargetRows rows = SyntheticRows.plane(2000, 2, 1, 12);
        BoostedRegressor model = GradientBoosting.defaults()
                .withLoss(new RegressionLoss.Quantile(0.9))
                .fit(rows, 12);
        double[] predicted = model.predict(rows.rows());
        double below = 0;
        for (int r = 0; r < 2000; r++) {
            below += rows.target(r) <= predicted[r] ? 1 : 0;
        }
        assertThat(below / 2000).isBetween(0.87, 0.95);
    }

    @Test
    void a_weighted_quantile_takes_the_share_of_the_weight() {
        TargetRows rows = TargetRows.weighted(column(1, 1, 1, 1), new double[] {4, 3, 2, 1}, new double[] {1, 1, 1, 9});
        GradientBoosting median = ONE_STEP.withLoss(RegressionLoss.absolute());
        assertThat(median.fit(rows, 1).predict(new double[] {1})).isEqualTo(1);
    }

    @Test
    void targets_of_any_scale_are_learned() {
        for (double scale : new double[] {1e-200, 1e100}) {
            TargetRows plane = SyntheticRows.plane(300, 2, 0.1, 13);
            double[] targets =
                    Arrays.stream(plane.targets()).map(y -> y * scale).toArray();
            TargetRows scaled = TargetRows.of(plane.rows(), targets);
            double[] expected = GradientBoosting.defaults().fit(plane, 13).predict(plane.rows());
            double[] found = GradientBoosting.defaults().fit(scaled, 13).predict(plane.rows());
            for (int r = 0; r < found.length; r++) {
                // at 1e-200 squares vanish: no split gains, and the mean is what is left
                assertThat(found[r] / scale).isCloseTo(scale < 1 ? mean(plane) : expected[r], within(1e-6));
            }
        }
    }

    private static double mean(TargetRows rows) {
        return Arrays.stream(rows.targets()).average().orElseThrow();
    }

    @Test
    void one_row_is_predicted_as_it_was() {
        assertThat(GradientBoosting.defaults()
                        .fit(TargetRows.of(column(1), new double[] {7}), 1)
                        .predict(new double[] {-3}))
                .isEqualTo(7);
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        GradientBoosting trainer = GradientBoosting.defaults();
        TargetRows rows = SyntheticRows.plane(30, 2, 1, 14);
        LabelledRows three = SyntheticRows.clouds(30, 2, 3, 1, 14);
        assertThatThrownBy(() -> trainer.withRounds(0)).hasMessageContaining("rounds is 0");
        assertThatThrownBy(() -> trainer.withLearningRate(2)).hasMessageContaining("learningRate is 2");
        assertThatThrownBy(() -> trainer.withBins(256)).hasMessageContaining("bins is 256");
        assertThatThrownBy(() -> trainer.withCategorical(2).fit(rows, 1)).hasMessageContaining("column 2 of rows of 2");
        assertThatThrownBy(() -> trainer.withCategorical(0).withMonotone(Map.of(0, Direction.RISING)))
                .hasMessageContaining("column 0 is categorical and monotone");
        assertThatThrownBy(
                        () -> trainer.withMonotone(Map.of(0, Direction.RISING)).fit(three, 1))
                .hasMessageContaining("3 classes");
        assertThatThrownBy(() -> trainer.withLoss(new RegressionLoss.Poisson()).fit(rows, 1))
                .hasMessageContaining("0 or more");
        assertThatThrownBy(() -> trainer.fit(rows, SyntheticRows.plane(30, 3, 1, 14), 1))
                .hasMessageContaining("3 columns: expected 2");
        assertThatThrownBy(() -> trainer.withStopping(EarlyStopping.defaults()).fit(SyntheticRows.plane(1, 2, 1, 1), 1))
                .hasMessageContaining("cannot be held out");
        assertThatThrownBy(() -> new RegressionLoss.Quantile(1)).hasMessageContaining("probability is 1");
        double[] many = new double[300];
        Arrays.setAll(many, i -> i);
        assertThatThrownBy(() -> trainer.withCategorical(0).fit(TargetRows.of(column(many), many), 1))
                .hasMessageContaining("300 categories");
    }

    @Test
    void few_bins_are_cut_at_quantiles() {
        double[] values = new double[1000];
        Arrays.setAll(values, i -> i < 600 ? 0 : i);
        BinnedColumns binned = BinnedColumns.of(values, 1, 4, Set.of(), 1);
        assertThat(binned.bins(0)).isEqualTo(3); // the first two quarters are one value
        assertThat(binned.cut(0, 0)).isEqualTo(0);
        assertThat(binned.cut(0, 1)).isBetween(749.0, 750.0);
        assertThat(binned.cut(0, 2)).isInfinite();
    }

    @Test
    void the_cuts_of_very_many_rows_come_from_a_sample() {
        double[] values = new double[250_000];
        Arrays.setAll(values, i -> i);
        BinnedColumns binned = BinnedColumns.of(values, 1, 4, Set.of(), 1);
        assertThat(binned.bins(0)).isEqualTo(4);
        for (int b = 0; b < 3; b++) {
            assertThat(binned.cut(0, b)).isCloseTo(62_500 * (b + 1), within(2000.0)); // some eight standard errors
        }
    }
}

package org.industrialmind.learning.tabular.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.metrics.RegressionMetrics;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.SyntheticRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectsTest {
    /** 3 + 2 x0 - x1; the third column tells nothing. */
    private static final RowScore PLANE = row -> 3 + 2 * row[0] - row[1];

    private static Matrix noise(int size, int columns, long seed) {
        return Matrix.of(
                size,
                columns,
                new SplittableRandom(seed).doubles((long) size * columns, -1, 1).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_importance_of_a_linear_model_is_twice_its_squared_coefficient_times_the_variance(long seed) {
        Matrix rows = noise(400, 3, seed);
        double[] truth = PLANE.of(rows);
        List<PermutationImportance.Importance> found = new PermutationImportance(40)
                .of(PLANE, rows, scores -> RegressionMetrics.meanSquared(truth, scores), seed);
        assertThat(found).extracting(i -> i.columns().getFirst()).containsExactly(0, 1, 2);
        for (PermutationImportance.Importance importance : found) {
            int column = importance.columns().getFirst();
            double coefficient = new double[] {2, -1, 0}[column];
            // a shuffled column differs from itself by two draws: E (x - x')^2 = 2 var, over all n! orders exactly
            double expected = 2 * coefficient * coefficient * variance(rows.column(column));
            double error = 4 * importance.spread() / Math.sqrt(40) + 1e-12;
            assertThat(importance.rise()).isCloseTo(expected, within(error));
        }
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }

    @Test
    void columns_that_say_the_same_are_important_together() {
        Matrix twins = Matrix.ofRows(Arrays.stream(noise(300, 1, 1).column(0))
                .mapToObj(x -> new double[] {x, x})
                .toArray(double[][]::new));
        RowScore sum = row -> row[0] + row[1];
        double[] truth = sum.of(twins);
        PermutationImportance.Loss loss = scores -> RegressionMetrics.meanSquared(truth, scores);
        PermutationImportance importance = PermutationImportance.defaults();
        double alone = importance.of(sum, twins, loss, 1).getFirst().rise();
        double together = importance
                .of(sum, twins, loss, List.of(List.of(0, 1)), 1)
                .getFirst()
                .rise();
        assertThat(together / alone).isBetween(3.0, 5.0); // (1 + 1)^2 to 1^2
        assertThatThrownBy(() -> new PermutationImportance(1)).hasMessageContaining("1 repetitions");
    }

    @Test
    void the_partial_dependence_of_a_plane_is_a_line_and_every_row_is_parallel_to_it() {
        Matrix rows = noise(50, 3, 2);
        PartialDependence found = PartialDependence.at(PLANE, rows, 0, new double[] {-1, 0, 1});
        double middle = 3 - Arrays.stream(rows.column(1)).average().orElseThrow();
        assertThat(found.mean()).containsExactly(new double[] {middle - 2, middle, middle + 2}, within(1e-12));
        for (int r = 0; r < 50; r++) {
            assertThat(found.lines().get(r, 2) - found.lines().get(r, 0)).isCloseTo(4, within(1e-12));
        }
        assertThat(found.grid()).containsExactly(-1, 0, 1);
        double[] grid = PartialDependence.of(PLANE, rows, 0, 5).grid();
        assertThat(grid[0]).isEqualTo(Arrays.stream(rows.column(0)).min().orElseThrow());
        assertThat(grid[4]).isEqualTo(Arrays.stream(rows.column(0)).max().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_accumulated_effect_of_a_plane_has_its_slope_and_mean_zero(long seed) {
        Matrix rows = noise(500, 3, seed);
        AccumulatedEffects found = AccumulatedEffects.of(PLANE, rows, 1, 20);
        double[] edges = found.edges();
        double[] effects = found.effects();
        assertThat(edges).hasSize(21);
        for (int i = 1; i < edges.length; i++) {
            assertThat(effects[i] - effects[i - 1]).isCloseTo(-(edges[i] - edges[i - 1]), within(1e-9));
        }
        double mean = 0;
        for (int i = 1; i < edges.length; i++) {
            mean += (effects[i] + effects[i - 1]) / 2 / 20; // twenty-five rows in each interval
        }
        assertThat(mean).isCloseTo(0, within(1e-2));
    }

    @Test
    void accumulated_effects_do_not_leave_the_rows_where_partial_dependence_does() {
        // x1 = x0, and the model is wild only where they differ: there is no such row
        double[][] rows = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> new double[] {i / 100.0, i / 100.0})
                .toArray(double[][]::new);
        RowScore wild = row -> row[0] + (Math.abs(row[0] - row[1]) > 0.2 ? 100 : 0);
        double[] effects =
                AccumulatedEffects.of(wild, Matrix.ofRows(rows), 0, 10).effects();
        assertThat(effects[10] - effects[0]).isCloseTo(1, within(1e-9));
        double[] mean = PartialDependence.of(wild, Matrix.ofRows(rows), 0, 3).mean();
        assertThat(mean[0]).isGreaterThan(50);
    }

    @Test
    void missing_values_are_left_out_and_constants_refused() {
        Matrix rows = Matrix.of(4, 1, new double[] {0, Double.NaN, 1, 2});
        RowScore square = row -> Double.isNaN(row[0]) ? -99 : row[0] * row[0];
        AccumulatedEffects found = AccumulatedEffects.of(square, rows, 0, 2);
        assertThat(found.edges()).containsExactly(0, 1, 2);
        assertThat(found.effects()[2] - found.effects()[0]).isCloseTo(4, within(1e-12));
        Matrix constant = Matrix.of(2, 1, new double[] {5, 5});
        assertThatThrownBy(() -> AccumulatedEffects.of(square, constant, 0, 3)).hasMessageContaining("column 0");
        assertThatThrownBy(() -> PartialDependence.of(square, Matrix.of(1, 1, new double[] {Double.NaN}), 0, 3))
                .hasMessageContaining("column 0 has 0 values");
    }

    @Test
    void a_surrogate_of_a_plane_is_as_faithful_as_its_own_form_allows() {
        Regressor constant = new Regressor() {
            @Override
            public int columns() {
                return 3;
            }

            @Override
            public double predict(double[] row) {
                return 3;
            }
        };
        Regressor plane = new Regressor() {
            @Override
            public int columns() {
                return 3;
            }

            @Override
            public double predict(double[] row) {
                return PLANE.of(row);
            }
        };
        Matrix judged = noise(300, 3, 2);
        assertThat(GlobalSurrogate.of((rows, seed) -> plane, PLANE, noise(50, 3, 1), judged, 1)
                        .fidelity())
                .isCloseTo(1, within(1e-12));
        assertThat(GlobalSurrogate.of((rows, seed) -> constant, RowScore.of(plane), noise(50, 3, 1), judged, 1)
                        .fidelity())
                .isCloseTo(0, within(0.05));
    }

    @Test
    void a_score_of_a_classifier_is_the_probability_of_the_class() {
        LabelledRows rows = SyntheticRows.clouds(100, 2, 2, 2, 1);
        Classifier classifier = LogisticRegression.defaults().fit(rows, 1);
        RowScore score = RowScore.of(classifier, 1);
        double[] row = rows.rows().row(3);
        assertThat(score.of(row)).isEqualTo(classifier.probabilities(row)[1]);
        assertThat(score.of(rows.rows())[3]).isCloseTo(score.of(row), within(1e-12));
    }
}

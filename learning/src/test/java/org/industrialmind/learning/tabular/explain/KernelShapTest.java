package org.industrialmind.learning.tabular.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelShapTest {
    private static Matrix drawn(int rows, int columns, long seed) {
        return Matrix.of(
                rows,
                columns,
                new SplittableRandom(seed).doubles((long) rows * columns, -1, 1).toArray());
    }

    private static List<List<Integer>> alone(int columns) {
        return IntStream.range(0, columns).mapToObj(List::of).toList();
    }

    private static KernelShap sampled(RowScore model, Matrix background, int coalitions) {
        return KernelShap.of(model, background, alone(background.columns()), new KernelShap.Settings(0, coalitions));
    }

    /** Columns 0 and 1 multiply, 2 and 3 do the same, 4 bends, 5 does nothing. */
    private static final RowScore MIXED =
            row -> row[0] * row[1] + Math.max(row[2], row[3]) + Math.pow(row[4], 2) + Math.sin(row[0] * row[4]);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_linear_model_gives_each_column_its_coefficient_times_its_distance_from_the_mean(long seed) {
        Matrix background = drawn(20, 13, seed); // more columns than are answered exactly
        double[] coefficients =
                new SplittableRandom(seed + 9).doubles(13, -2, 2).toArray();
        RowScore linear = row -> {
            double sum = 1;
            for (int c = 0; c < 13; c++) {
                sum += coefficients[c] * row[c];
            }
            return sum;
        };
        double[] row = drawn(1, 13, seed + 5).row(0);
        double[] expected = new double[13];
        for (int c = 0; c < 13; c++) {
            expected[c] = coefficients[c]
                    * (row[c] - Arrays.stream(background.column(c)).average().orElseThrow());
        }
        for (KernelShap shap : List.of(
                KernelShap.of(linear, background, alone(13), new KernelShap.Settings(13, 2)),
                sampled(linear, background, 200))) {
            Attribution found = shap.explain(row, seed);
            for (int c = 0; c < 13; c++) {
                assertThat(found.contributions().get(c)).isCloseTo(expected[c], within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shares_are_those_of_all_orders_of_joining(long seed) {
        Matrix background = drawn(4, 5, seed);
        double[] row = drawn(1, 5, seed + 50).row(0);
        RowScore model = row2 -> MIXED.of(Arrays.copyOf(row2, 6));
        double[] sums = new double[5];
        List<int[]> orders = orders(5);
        for (int[] order : orders) {
            boolean[] in = new boolean[5];
            double before = worth(model, row, background, in);
            for (int column : order) {
                in[column] = true;
                double after = worth(model, row, background, in);
                sums[column] += (after - before) / orders.size();
                before = after;
            }
        }
        Attribution found = KernelShap.of(model, background).explain(row, seed);
        for (int c = 0; c < 5; c++) {
            assertThat(found.contributions().get(c)).isCloseTo(sums[c], within(1e-12));
        }
    }

    private static double worth(RowScore model, double[] row, Matrix background, boolean[] in) {
        double sum = 0;
        for (int r = 0; r < background.rows(); r++) {
            double[] mixed = background.row(r);
            for (int c = 0; c < in.length; c++) {
                mixed[c] = in[c] ? row[c] : mixed[c];
            }
            sum += model.of(mixed);
        }
        return sum / background.rows();
    }

    private static List<int[]> orders(int size) {
        List<int[]> orders = new ArrayList<>(List.of(new int[0]));
        for (int i = 0; i < size; i++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] order : orders) {
                for (int at = 0; at <= order.length; at++) {
                    int[] next = new int[order.length + 1];
                    System.arraycopy(order, 0, next, 0, at);
                    next[at] = i;
                    System.arraycopy(order, at, next, at + 1, order.length - at);
                    longer.add(next);
                }
            }
            orders = longer;
        }
        return orders;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shares_are_efficient_symmetric_and_nothing_for_a_dummy(long seed) {
        double[] values = drawn(10, 6, seed).toArray();
        for (int r = 0; r < 10; r++) {
            values[r * 6 + 3] = values[r * 6 + 2]; // 2 and 3 are interchangeable in model, background and row
        }
        Matrix background = Matrix.of(10, 6, values);
        double[] row = drawn(1, 6, seed + 7).row(0);
        row[3] = row[2];
        Attribution exact = KernelShap.of(MIXED, background).explain(row, seed);
        Attribution drawn = sampled(MIXED, background, 4000).explain(row, seed);
        assertThat(exact.contributions().get(2)).isCloseTo(exact.contributions().get(3), within(1e-12));
        assertThat(exact.contributions().get(5)).isCloseTo(0, within(1e-12));
        assertThat(drawn.contributions().get(2)).isCloseTo(drawn.contributions().get(3), within(0.03));
        assertThat(drawn.contributions().get(5)).isCloseTo(0, within(0.03));
        for (Attribution found : List.of(exact, drawn)) { // however few are drawn, the shares sum up
            assertThat(found.score()).isCloseTo(MIXED.of(row), within(1e-9));
            assertThat(found.base())
                    .isCloseTo(Arrays.stream(MIXED.of(background)).average().orElseThrow(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawn_coalitions_come_near_the_exact_shares(long seed) {
        Matrix background = drawn(10, 6, seed);
        double[] row = drawn(1, 6, seed + 7).row(0);
        Attribution exact = KernelShap.of(MIXED, background).explain(row, seed);
        Attribution drawn = sampled(MIXED, background, 4000).explain(row, seed);
        for (int c = 0; c < 6; c++) {
            assertThat(drawn.contributions().get(c))
                    .isCloseTo(exact.contributions().get(c), within(0.03));
        }
    }

    @Test
    void groups_join_together() {
        Matrix background = drawn(8, 6, 3);
        double[] row = drawn(1, 6, 4).row(0);
        List<List<Integer>> groups = List.of(List.of(0, 1, 4), List.of(2, 3), List.of(5));
        Attribution found = KernelShap.of(MIXED, background, groups, KernelShap.Settings.defaults())
                .explain(row, 1);
        assertThat(found.contributions()).hasSize(3);
        // the model is a sum over these groups: each has its own part, less its mean
        RowScore first = r -> r[0] * r[1] + Math.pow(r[4], 2) + Math.sin(r[0] * r[4]);
        assertThat(found.contributions().getFirst())
                .isCloseTo(
                        first.of(row)
                                - Arrays.stream(first.of(background)).average().orElseThrow(),
                        within(1e-12));
        assertThat(found.contributions().get(2)).isCloseTo(0, within(1e-12));
    }

    @Test
    void mistakes_are_named() {
        Matrix background = drawn(3, 2, 1);
        assertThatThrownBy(() -> KernelShap.of(MIXED, background).explain(new double[3], 1))
                .hasMessageContaining("3 values: expected 2");
        assertThatThrownBy(() -> KernelShap.of(MIXED, background, List.of(List.of(0)), KernelShap.Settings.defaults()))
                .hasMessageContaining("exactly one group");
        assertThatThrownBy(() -> new KernelShap.Settings(21, 2)).hasMessageContaining("up to 21");
    }
}

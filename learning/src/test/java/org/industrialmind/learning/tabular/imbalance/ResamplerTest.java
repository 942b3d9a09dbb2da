package org.industrialmind.learning.tabular.imbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.learning.tabular.selection.FoldMethod;
import org.industrialmind.learning.tabular.selection.NaiveNormal;
import org.industrialmind.learning.tabular.selection.OutOfFold;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    /** 90 rows of class 0 around 0, 12 of class 1 around 2, 30 of class 2 around 4; class 3 has none. */
    private static LabelledRows uneven(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[132][2];
        int[] labels = new int[132];
        for (int r = 0; r < 132; r++) {
            labels[r] = r < 90 ? 0 : r < 102 ? 1 : 2;
            rows[r][0] = random.nextGaussian() + 2 * labels[r];
            rows[r][1] = random.nextGaussian();
        }
        return LabelledRows.of(Matrix.ofRows(rows), labels, 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void classes_get_the_ratio_asked_for(long seed) {
        LabelledRows rows = uneven(seed);
        assertThat(new OverSampling(1).resample(rows, seed).classWeights()).containsExactly(90, 90, 90, 0);
        assertThat(new OverSampling(0.2).resample(rows, seed).classWeights()).containsExactly(90, 18, 30, 0);
        assertThat(new UnderSampling(1).resample(rows, seed).classWeights()).containsExactly(12, 12, 12, 0);
        assertThat(new UnderSampling(0.5).resample(rows, seed).classWeights()).containsExactly(24, 12, 24, 0);
        assertThat(Smote.defaults().resample(rows, seed).classWeights()).containsExactly(90, 90, 90, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_rows_given_stay_and_nothing_else_is_drawn(long seed) {
        LabelledRows rows = uneven(seed);
        for (Resampler resampler : List.of(new OverSampling(1), Smote.defaults(), Smote.borderline())) {
            LabelledRows more = resampler.resample(rows, seed);
            for (int r = 0; r < rows.size(); r++) {
                assertThat(more.rows().row(r)).containsExactly(rows.rows().row(r));
                assertThat(more.label(r)).isEqualTo(rows.label(r));
            }
            assertThat(resampler.resample(rows, seed).rows()).isEqualTo(more.rows());
        }
        LabelledRows fewer = new UnderSampling(1).resample(rows, seed);
        assertThat(IntStream.range(0, fewer.size()).mapToObj(r -> fewer.rows().get(r, 0)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void an_invented_row_lies_between_a_row_and_one_of_its_nearest_of_the_class(long seed) {
        LabelledRows rows = uneven(seed);
        LabelledRows more = new Smote(1, 3, 0).resample(rows, seed);
        for (int made = rows.size(); made < more.size(); made++) {
            double[] point = more.rows().row(made);
            assertThat(liesBetweenNeighbours(point, more.label(made), rows, 3)).isTrue();
        }
    }

    private static boolean liesBetweenNeighbours(double[] point, int label, LabelledRows rows, int neighbours) {
        int[] of = IntStream.range(0, rows.size())
                .filter(r -> rows.label(r) == label)
                .toArray();
        for (int parent : of) {
            double[] a = rows.rows().row(parent);
            int[] near = Arrays.stream(of)
                    .filter(r -> r != parent)
                    .boxed()
                    .sorted((q, r) -> Double.compare(
                            distance(a, rows.rows().row(q)),
                            distance(a, rows.rows().row(r))))
                    .limit(neighbours)
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int other : near) {
                double[] b = rows.rows().row(other);
                if (Math.abs(distance(a, point) + distance(point, b) - distance(a, b)) < 1e-12) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    @Test
    void the_borderline_kind_invents_only_where_the_classes_meet() {
        // class 1: three rows far from all others, three among those of class 0
        double[][] rows = new double[30][1];
        int[] labels = new int[30];
        for (int r = 0; r < 24; r++) {
            rows[r][0] = r * 0.1;
        }
        double[] minority = {1.01, 1.52, 2.03, 100, 100.1, 100.2};
        for (int i = 0; i < 6; i++) {
            rows[24 + i][0] = minority[i];
            labels[24 + i] = 1;
        }
        LabelledRows given = LabelledRows.of(Matrix.ofRows(rows), labels, 2);
        LabelledRows more = new Smote(1, 2, 3).resample(given, 1);
        assertThat(more.size()).isEqualTo(30); // in 3 neighbours all are of the other class: noise, not danger
        LabelledRows wider = new Smote(1, 2, 25).resample(given, 1);
        assertThat(wider.classWeights()).containsExactly(24, 24);
        for (int r = 30; r < wider.size(); r++) {
            assertThat(wider.rows().get(r, 0)).isLessThan(100.2);
        }
    }

    @Test
    void a_class_of_one_row_is_repeated_and_a_missing_value_named() {
        LabelledRows lone = LabelledRows.weighted(
                Matrix.of(3, 1, new double[] {1, 2, 9}), new int[] {0, 0, 1}, new double[] {1, 1, 4}, 2);
        LabelledRows more = Smote.defaults().resample(lone, 1);
        assertThat(more.rows().get(3, 0)).isEqualTo(9);
        assertThat(more.weight(3)).isEqualTo(4);
        LabelledRows holed = LabelledRows.of(Matrix.of(2, 1, new double[] {1, Double.NaN}), new int[] {0, 1}, 2);
        assertThatThrownBy(() -> Smote.defaults().resample(holed, 1)).hasMessageContaining("row 1");
        assertThatThrownBy(() -> new OverSampling(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new UnderSampling(2)).hasMessageContaining("2.0");
        assertThatThrownBy(() -> new Smote(1, 0, 0)).hasMessageContaining("0 neighbours");
    }

    @Test
    void only_training_rows_are_resampled_in_cross_validation() {
        LabelledRows rows = uneven(1);
        ClassifierTrainer trainer = new ResampledTrainer(NaiveNormal.honest(), Smote.defaults());
        OutOfFold unseen =
                OutOfFold.of(FoldMethod.of(trainer, rows), RowKeys.ofLabels(rows.labels()), new StratifiedKFold(4), 1);
        assertThat(unseen.requireAll().rows()).isEqualTo(132);
    }

    @Test
    void balanced_weights_give_each_class_the_same_total() {
        LabelledRows rows = uneven(2);
        double[] factors = ClassWeights.balanced().of(rows);
        assertThat(factors).containsExactly(new double[] {44 / 90.0, 44 / 12.0, 44 / 30.0, 1}, within(1e-12));
        double[] seen = new double[4];
        new WeightedTrainer(
                        (changed, seed) -> {
                            System.arraycopy(changed.classWeights(), 0, seen, 0, 4);
                            return NaiveNormal.honest().fit(changed, seed);
                        },
                        ClassWeights.balanced())
                .fit(rows, 1);
        assertThat(seen).containsExactly(new double[] {44, 44, 44, 0}, within(1e-9));
        assertThatThrownBy(() -> ClassWeights.of(1.0, 2.0).of(rows)).hasMessageContaining("2 class weights for 4");
        assertThatThrownBy(() -> ClassWeights.of(-1.0)).hasMessageContaining("-1.0");
    }
}

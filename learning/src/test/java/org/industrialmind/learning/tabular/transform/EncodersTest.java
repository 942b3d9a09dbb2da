package org.industrialmind.learning.tabular.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Column;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.junit.jupiter.api.Test;

class EncodersTest {
    private static final Table TOWNS =
            Table.of(CategoricalColumn.of("town", "Ulm", "Bonn", "", "Ulm", "Jena", "Bonn", "Ulm", "Kiel"));
    private static final Table STRANGE = Table.of(CategoricalColumn.of("town", "Rome", "Ulm", ""));

    private static Table fitApply(Transform transform, Table table) {
        return transform.fitApply(table, new NoTarget(table.rows())).table();
    }

    private static FittedTransform fit(Transform transform) {
        return transform.fit(TOWNS, new NoTarget(TOWNS.rows()));
    }

    @Test
    void one_hot_gives_each_level_a_column() {
        Table ones = fitApply(OneHot.defaults(), TOWNS);
        assertThat(ones.names()).containsExactly("town=Bonn", "town=Jena", "town=Kiel", "town=Ulm", "town=(missing)");
        assertThat(ones.numeric("town=Ulm").toArray()).containsExactly(1, 0, 0, 1, 0, 0, 1, 0);
        assertThat(ones.numeric("town=(missing)").toArray()).containsExactly(0, 0, 1, 0, 0, 0, 0, 0);
        for (int r = 0; r < TOWNS.rows(); r++) {
            int row = r;
            assertThat(ones.columns().stream()
                            .mapToDouble(column -> ((NumericColumn) column).value(row))
                            .sum())
                    .isEqualTo(1);
        }
    }

    @Test
    void one_hot_lets_rare_levels_share_a_column_with_unseen_ones() {
        FittedTransform fitted = fit(OneHot.defaults().withLeast(2));
        assertThat(fitted.apply(TOWNS).names())
                .containsExactly("town=Bonn", "town=Ulm", "town=(rare)", "town=(missing)");
        assertThat(fitted.apply(STRANGE).numeric("town=(rare)").toArray()).containsExactly(1, 0, 0);
    }

    @Test
    void one_hot_meets_an_unseen_level_as_its_policy_says() {
        Table zeros = fit(OneHot.defaults()).apply(STRANGE);
        assertThat(zeros.columns())
                .allSatisfy(column -> assertThat(column.text(0)).isEqualTo("0"));
        OneHot strict = new OneHot(1, false, true, OneHot.Unseen.REFUSED);
        assertThatThrownBy(() -> fit(strict).apply(STRANGE))
                .hasMessageContaining("row 0, column 'town': seen 'Rome'")
                .hasMessageContaining("Jena");
    }

    @Test
    void one_hot_may_drop_the_first_level_and_the_missing_ones() {
        OneHot lean = new OneHot(1, true, false, OneHot.Unseen.ZEROS);
        assertThat(fitApply(lean, TOWNS).names()).containsExactly("town=Jena", "town=Kiel", "town=Ulm");
    }

    @Test
    void ordinal_codes_follow_the_given_order() {
        OrdinalEncoder encoder = OrdinalEncoder.defaults().withOrder("town", "Ulm", "Kiel", "Jena", "Bonn", "Rome");
        assertThat(fitApply(encoder, TOWNS).numeric("town").toArray()).containsExactly(0, 3, Double.NaN, 0, 2, 3, 0, 1);
        assertThat(fit(OrdinalEncoder.defaults()).apply(STRANGE).numeric("town").toArray())
                .containsExactly(Double.NaN, 3, Double.NaN);
        assertThatThrownBy(() -> fit(OrdinalEncoder.defaults().withOrder("town", "Ulm")))
                .hasMessageContaining("[Bonn, Jena, Kiel]");
    }

    @Test
    void frequency_is_the_share_of_rows() {
        Table shares = fitApply(new FrequencyEncoder(), TOWNS);
        assertThat(shares.numeric("share(town)").toArray())
                .containsExactly(3 / 8.0, 2 / 8.0, 1 / 8.0, 3 / 8.0, 1 / 8.0, 2 / 8.0, 3 / 8.0, 1 / 8.0);
        assertThat(fit(new FrequencyEncoder())
                        .apply(STRANGE)
                        .numeric("share(town)")
                        .toArray())
                .containsExactly(0, 3 / 8.0, 1 / 8.0);
    }

    @Test
    void hashing_puts_a_level_into_one_column_wherever_it_comes() {
        Table hashed = fitApply(new HashEncoder(12), TOWNS);
        assertThat(hashed.names()).hasSize(12).startsWith("town#00").endsWith("town#11");
        for (int r : new int[] {0, 3, 6}) {
            assertThat(hashed.columns())
                    .allSatisfy(column -> assertThat(column.text(r)).isEqualTo(column.text(0)));
        }
        assertThat(hashed.columns().stream().filter(column -> !column.text(0).equals("0")))
                .hasSize(1);
        assertThat(hashed.columns())
                .allSatisfy(column -> assertThat(column.text(2)).isEqualTo("0"));
    }

    @Test
    void hashing_spreads_words_evenly_over_columns_and_signs() {
        int[] counts = new int[16];
        int signs = 0;
        for (int i = 0; i < 16_000; i++) {
            Bucket bucket = Bucket.of("w" + i, 16);
            counts[bucket.position()]++;
            signs += bucket.sign();
        }
        // each count is binomial with mean 1000 and deviation 31; five deviations
        assertThat(IntStream.of(counts)).allSatisfy(count -> assertThat(count).isBetween(845, 1155));
        assertThat(signs).isBetween(-633, 633);
    }

    @Test
    void rare_levels_are_joined() {
        FittedTransform fitted = fit(new RareLevels(2));
        Column joined = fitted.apply(TOWNS).column("town");
        assertThat(List.of(joined.text(0), joined.text(2), joined.text(4), joined.text(7)))
                .containsExactly("Ulm", "", "(rare)", "(rare)");
        assertThat(fitted.apply(STRANGE).column("town").text(0)).isEqualTo("(rare)");
        assertThat(fit(new RareLevels(1)).apply(STRANGE).column("town").isMissing(0))
                .isTrue();
    }

    @Test
    void target_means_are_drawn_towards_the_mean_of_all() {
        NumberTarget prices = NumberTarget.of(NumericColumn.of("price", 10, 20, 30, 12, 50, 24, 14, 40));
        FittedTransform fitted = new TargetEncoder(2, 4, 1).fit(TOWNS, prices);
        double all = 200 / 8.0;
        assertThat(fitted.apply(STRANGE).numeric("mean(price|town)").toArray())
                .containsExactly(new double[] {all, (36 + 2 * all) / 5, (30 + 2 * all) / 3}, within(1e-12));
    }

    @Test
    void the_rows_learned_from_get_the_means_of_the_other_folds() {
        double[] prices = {10, 20, 30, 12, 50, 24, 14, 40};
        NumberTarget target = NumberTarget.of(NumericColumn.of("price", prices));
        // as many folds as rows: each row has the mean of all others of its level
        Transform.Fitted fitted = new TargetEncoder(0, 8, 1).fitApply(TOWNS, target);
        double[] means = fitted.table().numeric("mean(price|town)").toArray();
        assertThat(means[0]).isCloseTo((12 + 14) / 2.0, within(1e-12));
        assertThat(means[3]).isCloseTo((10 + 14) / 2.0, within(1e-12));
        assertThat(means[1]).isCloseTo(24, within(1e-12));
        assertThat(means[4]).isCloseTo((200 - 50) / 7.0, within(1e-12)); // the only row of its level
        assertThat(fitted.transform().apply(TOWNS).numeric("mean(price|town)").value(0))
                .isCloseTo(12, within(1e-12));
    }

    @Test
    void of_classes_the_shares_are_told() {
        ClassTarget two = ClassTarget.of(NumericColumn.of("y", 0, 1, 0, 1, 0, 1, 1, 0));
        assertThat(new TargetEncoder(0, 2, 1)
                        .fit(TOWNS, two)
                        .apply(TOWNS)
                        .numeric("mean(y=1|town)")
                        .value(0))
                .isCloseTo(2 / 3.0, within(1e-12));
        ClassTarget three = ClassTarget.of(CategoricalColumn.of("y", "a", "b", "c", "a", "b", "c", "a", "b"));
        assertThat(new TargetEncoder(0, 2, 1).fit(TOWNS, three).apply(TOWNS).names())
                .containsExactly("mean(y=a|town)", "mean(y=b|town)", "mean(y=c|town)");
        assertThatThrownBy(() -> fit(TargetEncoder.defaults())).hasMessageContaining("without a target");
    }

    @Test
    void settings_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new TargetEncoder(-1, 5, 0)).hasMessageContaining("smoothing -1.0");
        assertThatThrownBy(() -> new HashEncoder(0)).hasMessageContaining("0 columns");
        assertThatThrownBy(() -> new OneHot(0, false, false, OneHot.Unseen.ZEROS))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new RareLevels(0)).hasMessageContaining("at least 1");
    }
}

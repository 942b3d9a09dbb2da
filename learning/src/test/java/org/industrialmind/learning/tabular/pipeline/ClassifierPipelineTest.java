package org.industrialmind.learning.tabular.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.table.TextColumn;
import org.industrialmind.learning.tabular.transform.OneHot;
import org.industrialmind.learning.tabular.transform.SimpleImputer;
import org.industrialmind.learning.tabular.transform.StandardScaler;
import org.industrialmind.learning.tabular.transform.Transform;
import org.junit.jupiter.api.Test;

class ClassifierPipelineTest {
    private static final Table TABLE = Table.of(
            NumericColumn.of("fell", 0, 1, 0, 1, 0, 1),
            NumericColumn.of("height", 1, 9, 2, 8, Double.NaN, 10),
            CategoricalColumn.of("wood", "oak", "fir", "oak", "fir", "oak", ""));
    private static final ClassifierPipeline PIPELINE = ClassifierPipeline.of(
            "fell", NearestMean.ofNumbers(), SimpleImputer.defaults(), OneHot.defaults(), new StandardScaler());

    @Test
    void learns_and_scores() {
        TabularClassifier model = PIPELINE.fit(TABLE, 7);
        assertThat(model.levels()).containsExactly("0", "1");
        assertThat(model.featureNames()).containsExactly("height", "wood=fir", "wood=oak");
        assertThat(model.predict(TABLE.slice(0, 5))).containsExactly(0, 1, 0, 1, 0);
        assertThat(model.predicted(TABLE).text(1)).isEqualTo("1");
        assertThat(model.labels(TABLE)).containsExactly(0, 1, 0, 1, 0, 1);
        assertThat(model.probabilities(TABLE).row(0)[0]).isGreaterThan(0.5);
        assertThat(model.probabilities(TABLE, "1")[0]).isLessThan(0.5);
        assertThat(model.encode(TABLE).column(0))
                .satisfies(scaled -> assertThat(IntStream.range(0, 6)
                                .mapToDouble(r -> scaled[r])
                                .sum())
                        .isCloseTo(0, within(1e-12)));
    }

    @Test
    void remembers_where_it_came_from() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        TabularClassifier model = PIPELINE.from("forest survey")
                .at(InstantSource.system())
                .at(() -> noon)
                .fit(TABLE, 7);
        assertThat(model.provenance().created()).isEqualTo(noon);
        assertThat(model.provenance().seed()).isEqualTo(7);
        assertThat(model.provenance().data()).contains("forest survey", "6 rows", "height");
        assertThat(model.provenance().trainer()).contains("NearestMean");
        assertThat(model.provenance().settings())
                .containsEntry("target", "fell")
                .containsEntry("step 02", OneHot.defaults().toString());
    }

    @Test
    void nothing_is_learned_of_the_rows_held_out() {
        int[] learned = {0, 1, 2, 3};
        Table poisoned = Table.of(
                TABLE.column("fell"),
                NumericColumn.of("height", 1, 9, 2, 8, 1e9, -1e9),
                CategoricalColumn.of("wood", "oak", "fir", "oak", "fir", "baobab", "ebony"));
        TabularClassifier model = PIPELINE.fitRows(TABLE, learned, 7);
        assertThat(PIPELINE.fitRows(poisoned, learned, 7).encoder()).isEqualTo(model.encoder());
        assertThat(PIPELINE.fit(TABLE.select(learned), 7).encoder()).isEqualTo(model.encoder());
        assertThat(PIPELINE.fit(poisoned, 7).encoder()).isNotEqualTo(model.encoder());
    }

    @Test
    void a_part_keeps_the_classes_of_the_whole() {
        Table three = TABLE.with(CategoricalColumn.of("fell", "a", "b", "a", "b", "a", "c"));
        assertThat(PIPELINE.fitRows(three, new int[] {0, 1, 2, 3}, 7).levels()).containsExactly("a", "b", "c");
    }

    @Test
    void a_table_of_another_kind_is_refused_with_the_difference() {
        TabularClassifier model = PIPELINE.fit(TABLE, 7);
        assertThatThrownBy(() -> model.predict(TABLE.renamed("height", "heigth")))
                .hasMessageContaining("column 'height' (numeric) is not there: did you mean 'heigth'?");
        assertThatThrownBy(() -> model.predict(TABLE.with(NumericColumn.of("wood", 1, 2, 3, 4, 5, 6))))
                .hasMessageContaining("column 'wood' is numeric, expected categorical");
        assertThat(model.predict(TABLE.without("fell"))).hasSize(6);
    }

    @Test
    void an_unseen_level_is_lived_with() {
        TabularClassifier model = PIPELINE.fit(TABLE, 7);
        Table elm = TABLE.with(CategoricalColumn.of("wood", "elm", "elm", "oak", "fir", "oak", "fir"));
        assertThat(model.predict(elm)[0]).isZero();
    }

    @Test
    void category_codes_go_only_to_a_method_that_reads_them() {
        ClassifierPipeline blind = ClassifierPipeline.of("fell", NearestMean.ofNumbers(), SimpleImputer.defaults());
        assertThatThrownBy(() -> blind.fit(TABLE, 7))
                .hasMessageContaining("column 'wood' is categorical")
                .hasMessageContaining("OneHot");
        List<FeatureLayout> seen = new ArrayList<>();
        ClassifierPipeline reading = ClassifierPipeline.ofCategories("fell", layout -> {
            seen.add(layout);
            return new NearestMean(List.copyOf(layout.categorical()));
        });
        TabularClassifier model = reading.fit(TABLE, 7);
        assertThat(seen.getFirst().categorical()).containsExactly(1);
        assertThat(model.encode(TABLE).column(1)).containsExactly(1, 0, 1, 0, 1, Double.NaN);
        Table elm = TABLE.with(CategoricalColumn.of("wood", "elm", "fir", "oak", "elm", "oak", "fir"));
        assertThat(model.encode(elm).column(1)).containsExactly(Double.NaN, 0, 1, Double.NaN, 1, 0);
        assertThat(model.provenance().settings().get("learner")).contains("[1]");
    }

    @Test
    void text_must_become_numbers_first() {
        Table noted = TABLE.with(TextColumn.of("note", "a", "b", "c", "d", "e", "f"));
        assertThatThrownBy(() -> PIPELINE.fit(noted, 7)).hasMessageContaining("column 'note' is text");
    }

    @Test
    void a_missing_target_is_refused() {
        Table holed = TABLE.with(NumericColumn.of("fell", 0, 1, Double.NaN, 1, 0, 1));
        assertThatThrownBy(() -> PIPELINE.fit(holed, 7))
                .hasMessageContaining("row 2 has no value of the target 'fell'");
    }

    @Test
    void rows_count_as_often_as_their_weight_says() {
        Table weighted = TABLE.with(NumericColumn.of("times", 3, 1, 1, 1, 1, 1));
        ClassifierPipeline pipeline = ClassifierPipeline.of(
                        "fell", NearestMean.ofNumbers(), new Transform[] {SimpleImputer.defaults(), OneHot.defaults()})
                .weightedBy("times");
        TabularClassifier model = pipeline.fit(weighted, 7);
        assertThat(model.featureNames()).doesNotContain("times");
        NearestMean.Model means = (NearestMean.Model) model.classifier();
        assertThat(means.means[0][0]).isCloseTo((3 * 1 + 2 + 8) / 5.0, within(1e-12));
        assertThatThrownBy(() -> pipeline.fit(TABLE, 7)).hasMessageContaining("no column 'times'");
    }
}

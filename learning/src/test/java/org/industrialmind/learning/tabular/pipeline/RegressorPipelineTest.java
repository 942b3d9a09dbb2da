package org.industrialmind.learning.tabular.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.OneHot;
import org.industrialmind.learning.tabular.transform.StandardScaler;
import org.industrialmind.learning.tabular.transform.TargetEncoder;
import org.junit.jupiter.api.Test;

class RegressorPipelineTest {
    /** Predicts the weighted mean of the targets, plus the first value of the row. */
    private record MeanAndFirst() implements RegressorTrainer {
        @Override
        public Regressor fit(TargetRows rows, long seed) {
            double weights = Arrays.stream(rows.weights()).sum();
            double sum = 0;
            for (int r = 0; r < rows.size(); r++) {
                sum += rows.weight(r) * rows.target(r);
            }
            double mean = sum / weights;
            int columns = rows.columns();
            return new Regressor() {
                @Override
                public int columns() {
                    return columns;
                }

                @Override
                public double predict(double[] row) {
                    return mean + row[0];
                }
            };
        }
    }

    private static final Table TABLE = Table.of(
            NumericColumn.of("size", 1, 2, 3, 4),
            CategoricalColumn.of("town", "Ulm", "Ulm", "Bonn", "Bonn"),
            NumericColumn.of("rent", 10, 20, 30, 40),
            NumericColumn.of("times", 1, 1, 1, 5));

    private static final RegressorPipeline PIPELINE = RegressorPipeline.of("rent", new MeanAndFirst())
            .weightedBy("times")
            .with(new StandardScaler())
            .with(OneHot.defaults())
            .from("rents");

    @Test
    void learns_and_predicts() {
        TabularRegressor model = PIPELINE.train(TABLE, 3);
        assertThat(model.target()).isEqualTo("rent");
        assertThat(model.featureNames()).containsExactly("size", "town=Bonn", "town=Ulm");
        double mean = (10 + 20 + 30 + 5 * 40) / 8.0;
        assertThat(model.predict(TABLE)[0]).isCloseTo(mean + (1 - 2.5) / Math.sqrt(1.25), within(1e-12));
        assertThat(model.predicted(TABLE).name()).isEqualTo("rent");
        assertThat(model.regressor().columns()).isEqualTo(3);
        assertThat(model.provenance().settings()).containsEntry("weights", "times");
        assertThat(PIPELINE.steps()).hasSize(2);
        assertThat(PIPELINE.weights()).contains("times");
    }

    @Test
    void learns_from_the_chosen_rows_only() {
        int[] rows = {0, 1, 2};
        Table poisoned = TABLE.with(NumericColumn.of("size", 1, 2, 3, 1e12))
                .with(NumericColumn.of("rent", 10, 20, 30, -1e12))
                .with(CategoricalColumn.of("town", "Ulm", "Ulm", "Bonn", "Rome"));
        RegressorPipeline encoding = RegressorPipeline.of("rent", new MeanAndFirst(), TargetEncoder.defaults());
        assertThat(encoding.fitRows(poisoned, rows, 3).encoder())
                .isEqualTo(encoding.fitRows(TABLE, rows, 3).encoder());
        assertThat(PIPELINE.fitRows(poisoned, rows, 3).predict(TABLE))
                .isEqualTo(PIPELINE.fitRows(TABLE, rows, 3).predict(TABLE));
    }

    @Test
    void a_method_that_reads_categories_is_told_where_they_stand() {
        RegressorPipeline reading = RegressorPipeline.ofCategories("rent", layout -> {
            assertThat(layout.categoricalPositions()).containsExactly(1);
            assertThat(layout.features().get(1)).isEqualTo(new Feature("town", List.of("Bonn", "Ulm")));
            return new MeanAndFirst();
        });
        assertThat(reading.fit(TABLE, 3).encode(TABLE).column(1)).containsExactly(1, 1, 0, 0);
        assertThatThrownBy(() -> reading.withTrainer(new MeanAndFirst()).fit(TABLE, 3))
                .hasMessageContaining("column 'town' is categorical");
    }

    @Test
    void the_target_must_be_a_number() {
        assertThatThrownBy(
                        () -> RegressorPipeline.of("town", new MeanAndFirst()).fit(TABLE, 3))
                .hasMessageContaining("column 'town' is categorical, expected numeric");
        assertThatThrownBy(() -> PIPELINE.fit(TABLE.select(), 3)).hasMessageContaining("no value");
    }
}

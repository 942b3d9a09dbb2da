package org.industrialmind.foundations.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;

class LabelledRowsTest {
    private static final Matrix ROWS = Matrix.ofRows(new double[] {1, 2}, new double[] {3, Double.NaN});

    @Test
    void a_selection_keeps_the_classes_of_the_whole() {
        LabelledRows rows = LabelledRows.of(ROWS, new int[] {0, 2}, 3);
        LabelledRows twice = rows.select(new int[] {1, 1});
        assertThat(twice.labels()).containsExactly(2, 2);
        assertThat(twice.classes()).isEqualTo(3);
        assertThat(twice.classWeights()).containsExactly(0, 0, 2);
    }

    @Test
    void what_cannot_be_learned_from_is_refused_by_row() {
        assertThatThrownBy(() -> LabelledRows.of(ROWS, new int[] {0, 3}, 3)).hasMessageContaining("row 1 is 3");
        assertThatThrownBy(() -> LabelledRows.of(ROWS, new int[] {0}, 3)).hasMessageContaining("1 labels for 2 rows");
        assertThatThrownBy(() -> LabelledRows.weighted(ROWS, new int[] {0, 1}, new double[] {1, -1}, 2))
                .hasMessageContaining("weight of row 1 is -1");
        assertThatThrownBy(() -> LabelledRows.weighted(ROWS, new int[] {0, 1}, new double[2], 2))
                .hasMessageContaining("all 2 weights are 0");
        assertThatThrownBy(() -> LabelledRows.of(ROWS, new int[] {0, 1}, 2).requireComplete())
                .hasMessageContaining("row 1, column 1");
    }

    @Test
    void targets_are_finite_and_selected_with_their_rows() {
        TargetRows rows = TargetRows.weighted(ROWS, new double[] {5, 6}, new double[] {1, 2});
        assertThat(rows.select(new int[] {1}).targets()).containsExactly(6);
        assertThat(rows.select(new int[] {1}).weights()).containsExactly(2);
        assertThatThrownBy(() -> TargetRows.of(ROWS, new double[] {5, Double.NaN}))
                .hasMessageContaining("row 1 is NaN");
        assertThatThrownBy(rows::requireComplete).hasMessageContaining("row 1, column 1");
    }

    @Test
    void an_infinite_value_is_never_data() {
        Matrix infinite = Matrix.ofRows(new double[] {Double.POSITIVE_INFINITY});
        assertThatThrownBy(() -> LabelledRows.of(infinite, new int[] {0}, 1)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> TargetRows.of(infinite, new double[] {0})).hasMessageContaining("Infinity");
    }
}

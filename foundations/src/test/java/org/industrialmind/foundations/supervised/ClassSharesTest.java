package org.industrialmind.foundations.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;

class ClassSharesTest {
    @Test
    void says_of_every_row_how_frequent_each_class_was_by_weight() {
        Matrix rows = Matrix.ofRows(new double[] {1}, new double[] {2}, new double[] {3});
        Classifier shares =
                new ClassShares().fit(LabelledRows.weighted(rows, new int[] {0, 2, 2}, new double[] {2, 1, 1}, 3), 1);
        assertThat(shares.probabilities(new double[] {Double.NaN})).containsExactly(0.5, 0, 0.5);
        assertThat(shares.predict(rows)).containsExactly(0, 0, 0);
        assertThatThrownBy(() -> shares.probabilities(new double[2])).hasMessageContaining("expected 1");
    }
}

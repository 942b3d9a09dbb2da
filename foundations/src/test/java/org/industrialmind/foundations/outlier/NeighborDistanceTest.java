package org.industrialmind.foundations.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;

class NeighborDistanceTest extends OutlierContract {
    @Override
    protected OutlierTrainer trainer() {
        return NeighborDistance.defaults();
    }

    @Test
    void is_the_distance_to_the_kth_row() {
        OutlierModel model = new NeighborDistance(2).fit(Matrix.of(3, 1, new double[] {0, 1, 5}), 0);
        assertThat(model.score(new double[] {2})).isEqualTo(2);
        assertThatThrownBy(() -> new NeighborDistance(0)).hasMessageContaining("number 0");
        assertThatThrownBy(() -> new NeighborDistance(4).fit(Matrix.identity(3), 0))
                .hasMessageContaining("no 4 rows");
    }
}

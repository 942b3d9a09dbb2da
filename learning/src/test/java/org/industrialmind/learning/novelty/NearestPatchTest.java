package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.api.Test;

class NearestPatchTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return NearestPatch.defaults();
    }

    @Test
    void parts_the_distance_among_the_channels() {
        RowCloud cloud = NearestPatch.of(1).cloud(Matrix.ofRows(new double[] {0, 0, 0, 0}, new double[] {9, 9, 9, 9}));
        double[] row = {1, 2, 0, 1}; // two channels now, and before
        assertThat(cloud.blame(List.of(row), 2)).containsExactly(0.25, 1.25);
        assertThat(cloud.squared(row)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void an_empty_memory_is_refused() {
        assertThatThrownBy(() -> new NearestPatch(1, 0)).hasMessageContaining("at least one stretch");
    }
}

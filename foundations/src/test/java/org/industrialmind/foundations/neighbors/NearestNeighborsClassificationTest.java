package org.industrialmind.foundations.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.junit.jupiter.api.Test;

class NearestNeighborsClassificationTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return NearestNeighborsClassification.defaults();
    }

    @Test
    void agrees_with_another_program() {
        Golden golden = Golden.read("nearest_neighbors");
        LabelledRows rows = LabelledRows.of(golden.matrix("x"), golden.integers("labels"), 3);
        for (Vote vote : Vote.values()) {
            String name = vote == Vote.EQUAL ? "uniform" : "distance";
            Matrix probabilities = new NearestNeighborsClassification(5, vote, Metric.EUCLIDEAN)
                    .fit(rows, 0)
                    .probabilities(golden.matrix("queries"));
            assertThat(probabilities.toArray()).containsExactly(golden.vector("probabilities_" + name), within(1e-9));
        }
    }

    @Test
    void a_row_seen_before_speaks_alone_when_votes_go_by_distance() {
        Matrix rows = Matrix.of(3, 1, new double[] {0, 1e-9, 1});
        LabelledRows train = LabelledRows.of(rows, new int[] {0, 1, 1}, 2);
        assertThat(new NearestNeighborsClassification(3, Vote.BY_DISTANCE, Metric.EUCLIDEAN)
                        .fit(train, 0)
                        .probabilities(new double[] {0}))
                .containsExactly(1, 0);
    }

    @Test
    void asks_all_rows_where_there_are_fewer_than_k_and_none_without_weight() {
        Matrix rows = Matrix.of(3, 1, new double[] {0, 1, 2});
        LabelledRows train = LabelledRows.weighted(rows, new int[] {0, 1, 1}, new double[] {1, 3, 0}, 2);
        assertThat(NearestNeighborsClassification.defaults().fit(train, 0).probabilities(new double[] {2}))
                .containsExactly(0.25, 0.75);
        assertThatThrownBy(() -> new NearestNeighborsClassification(0, Vote.EQUAL, Metric.EUCLIDEAN))
                .hasMessageContaining("0 nearest");
    }
}

package org.industrialmind.foundations.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;
import org.junit.jupiter.api.Test;

class NearestNeighborsRegressionTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return NearestNeighborsRegression.defaults();
    }

    @Test
    void agrees_with_another_program() {
        Golden golden = Golden.read("nearest_neighbors");
        TargetRows rows = TargetRows.of(golden.matrix("x"), golden.vector("y"));
        for (Vote vote : Vote.values()) {
            String name = vote == Vote.EQUAL ? "uniform" : "distance";
            assertThat(new NearestNeighborsRegression(5, vote, Metric.EUCLIDEAN)
                            .fit(rows, 0)
                            .predict(golden.matrix("queries")))
                    .containsExactly(golden.vector("predicted_" + name), within(1e-9));
        }
    }
}

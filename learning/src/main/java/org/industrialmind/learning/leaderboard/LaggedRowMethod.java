package org.industrialmind.learning.leaderboard;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.novelty.LaggedMethod;
import org.industrialmind.learning.novelty.RowCloud;

/**
 * A method of the product's own detectors that knows normal rows and those before them, put to plain series: every row is
 * judged. Stretches are not joined where they end.
 */
public record LaggedRowMethod(LaggedMethod method) implements RowMethod {
    @Override
    public String name() {
        return method.kind() + "-" + (history() + 1);
    }

    @Override
    public int history() {
        return method.lags();
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public RowScorer fit(List<Matrix> normal, long seed) {
        ChannelScale scale = ChannelScale.of(normal);
        RowCloud cloud =
                method.cloud(Patches.of(normal.stream().map(scale::apply).toList(), history()));
        return series -> distances(scale.apply(series), cloud);
    }

    private double[] distances(Matrix scaled, RowCloud cloud) {
        double[] distances = new double[scaled.rows()];
        double[] patch = new double[scaled.columns() * (history() + 1)];
        for (int row = 0; row < distances.length; row++) {
            Patches.copy(scaled, row, history(), patch);
            distances[row] = cloud.squared(patch);
        }
        return distances;
    }
}

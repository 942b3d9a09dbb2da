package org.industrialmind.recipes.regression;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.HuberRegression;
import org.industrialmind.foundations.linear.LeastSquares;
import org.industrialmind.foundations.linear.LeastSquaresModel;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.StudentT;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;

/**
 * A straight line through dots, with the two bands that are so often taken for one another: where the line may lie, and
 * where the next dot will.
 */
final class OneColumn {
    private static final int POINTS = 60;

    private final double[] x;
    private final double[] y;
    private final LeastSquaresModel model;

    OneColumn(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        model = LeastSquares.defaults().fit(rows(), 0);
    }

    private TargetRows rows() {
        return TargetRows.of(Matrix.of(x.length, 1, x), y);
    }

    LeastSquaresModel model() {
        return model;
    }

    /**
     * Returns how far the 95 % band reaches from the line: {@code t s sqrt(1/n + (x - mean)^2 / sum of squares)}, with 1
     * more under the root where the next dot is meant.
     */
    double reach(double at, boolean nextDot) {
        Moments moments = Moments.of(x);
        double away = at - moments.mean();
        double share = 1.0 / x.length + away * away / moments.squares() + (nextDot ? 1 : 0);
        return StudentT.of(model.degreesOfFreedom()).quantile(0.975) * Math.sqrt(model.variance() * share);
    }

    Chart chart(String title, String xLabel, String yLabel) {
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        double[] at = new double[POINTS];
        Arrays.setAll(at, i -> low + (high - low) * i / (POINTS - 1));
        return Chart.of(title, xLabel, yLabel)
                .band("where the next dot lies (95 %)", edge(at, -1, true), edge(at, 1, true))
                .band("where the line lies (95 %)", edge(at, -1, false), edge(at, 1, false))
                .dots("seen", Series.of(x, y))
                .line("least squares", line(at, model))
                .line("Huber", line(at, HuberRegression.defaults().fit(rows(), 0)));
    }

    private static Series line(double[] at, Regressor line) {
        return Series.of(
                at,
                Arrays.stream(at).map(each -> line.predict(new double[] {each})).toArray());
    }

    private Series edge(double[] at, int side, boolean nextDot) {
        return Series.of(
                at,
                Arrays.stream(at)
                        .map(each -> model.predict(new double[] {each}) + side * reach(each, nextDot))
                        .toArray());
    }
}

package org.industrialmind.recipes.forecasting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LinearModel;
import org.industrialmind.foundations.linear.RidgeSearch;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * A weighted sum of the lags for each step ahead; the penalty is chosen by leaving windows out one at a time. Deviations are
 * measured on the late windows before these, too, are learned from.
 */
record RidgeOnLags() implements WindowLearner {
    @Override
    public Learned learn(Windows early, Windows late) {
        double[] deviations = WindowLearner.deviations(fit(early), late);
        List<double[]> inputs = new ArrayList<>(early.inputs());
        inputs.addAll(late.inputs());
        List<double[]> targets = new ArrayList<>(early.targets());
        targets.addAll(late.targets());
        return new Learned(fit(new Windows(inputs, targets)), deviations);
    }

    private static UnaryOperator<double[]> fit(Windows windows) {
        Matrix rows = Matrix.ofRows(windows.inputs().toArray(double[][]::new));
        int horizon = windows.targets().getFirst().length;
        List<LinearModel> steps = new ArrayList<>();
        for (int s = 0; s < horizon; s++) {
            int step = s;
            double[] targets = windows.targets().stream()
                    .mapToDouble(target -> target[step])
                    .toArray();
            steps.add(RidgeSearch.defaults().fit(TargetRows.of(rows, targets), 0));
        }
        return window ->
                steps.stream().mapToDouble(model -> model.predict(window)).toArray();
    }
}

package org.industrialmind.foundations.neural;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Regressor;

/** A network that predicts a number. */
public final class PerceptronRegressor implements Regressor {
    private final Scaling scaling;
    private final Layer network;
    private final Scaling targetScaling;

    PerceptronRegressor(Scaling scaling, Layer network, Scaling targetScaling) {
        this.scaling = scaling;
        this.network = network;
        this.targetScaling = targetScaling;
    }

    @Override
    public int columns() {
        return scaling.columns();
    }

    @Override
    public double predict(double[] row) {
        return predict(Matrix.ofRows(row))[0];
    }

    @Override
    public double[] predict(Matrix rows) {
        double[] scaled = network.forward(scaling.apply(rows), Pass.asking()).values();
        return Arrays.stream(scaled).map(targetScaling::undo).toArray();
    }
}

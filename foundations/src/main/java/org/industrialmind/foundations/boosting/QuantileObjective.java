package org.industrialmind.foundations.boosting;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * The pinball loss: p times what the truth lies above the prediction, 1 - p times what it lies below. Its second
 * derivative is 0, so the trees are grown with a curvature of 1 and each leaf then takes the quantile of its residuals.
 */
final class QuantileObjective implements Objective {
    private final double probability;
    private final double[] targets;
    private final double[] weights;
    private final boolean weighted;

    QuantileObjective(double probability, Sample sample) {
        this.probability = probability;
        targets = sample.targets();
        weights = sample.weights();
        weighted = sample.weighted();
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public double[] baselines() {
        int[] all = IntStream.range(0, targets.length).toArray();
        return new double[] {leafValue(0, new double[targets.length], all, 0, all.length)};
    }

    @Override
    public boolean unitCurvature() {
        return !weighted;
    }

    @Override
    public void derivatives(double[][] raw, double[][] gradients, double[][] curvatures, int from, int to) {
        for (int r = from; r < to; r++) {
            gradients[0][r] = weights[r] * (targets[r] >= raw[0][r] ? -probability : 1 - probability);
        }
        if (weighted) {
            System.arraycopy(weights, from, curvatures[0], from, to - from);
        }
    }

    @Override
    public double loss(double[][] raw) {
        double sum = 0;
        for (int r = 0; r < targets.length; r++) {
            double away = targets[r] - raw[0][r];
            sum += weights[r] * (away >= 0 ? probability * away : (probability - 1) * away);
        }
        return sum / targets.length;
    }

    @Override
    public double leafValue(double newton, double[] raw, int[] rows, int from, int to) {
        double[] residuals = new double[to - from];
        for (int i = from; i < to; i++) {
            residuals[i - from] = targets[rows[i]] - raw[rows[i]];
        }
        return weighted ? weightedQuantile(residuals, rows, from) : Quantiles.quantile(residuals, probability);
    }

    /** Returns the least residual that at least a share p of the weight does not exceed. */
    private double weightedQuantile(double[] residuals, int[] rows, int from) {
        int[] order = IntStream.range(0, residuals.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> residuals[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = 0;
        for (int i : order) {
            all += weights[rows[from + i]];
        }
        double below = 0;
        for (int i : order) {
            below += weights[rows[from + i]];
            if (below >= probability * all) {
                return residuals[i];
            }
        }
        return residuals[order[order.length - 1]]; // the sum fell short by rounding
    }
}

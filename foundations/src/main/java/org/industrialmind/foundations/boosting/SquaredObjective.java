package org.industrialmind.foundations.boosting;

/** Half the squared difference: gradient raw - y, curvature 1. */
final class SquaredObjective implements Objective {
    private final double[] targets;
    private final double[] weights;
    private final boolean weighted;

    SquaredObjective(Sample sample) {
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
        return new double[] {WeightedMean.of(targets, weights)};
    }

    @Override
    public boolean unitCurvature() {
        return !weighted;
    }

    @Override
    public void derivatives(double[][] raw, double[][] gradients, double[][] curvatures, int from, int to) {
        for (int r = from; r < to; r++) {
            gradients[0][r] = weights[r] * (raw[0][r] - targets[r]);
        }
        if (weighted) {
            System.arraycopy(weights, from, curvatures[0], from, to - from);
        }
    }

    @Override
    public double loss(double[][] raw) {
        double sum = 0;
        for (int r = 0; r < targets.length; r++) {
            double away = raw[0][r] - targets[r];
            sum += weights[r] * away * away / 2;
        }
        return sum / targets.length;
    }
}

package org.industrialmind.foundations.boosting;

/** The log loss of two classes in the log odds of the second. */
final class LogisticObjective implements Objective {
    private static final double EDGE = Math.ulp(1.0); // no share is closer to 0 or 1: its log odds are finite

    private final double[] targets;
    private final double[] weights;

    LogisticObjective(Sample sample) {
        targets = sample.targets();
        weights = sample.weights();
    }

    static double sigmoid(double raw) {
        return 1 / (1 + Math.exp(-raw));
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public double[] baselines() {
        double share = Math.clamp(WeightedMean.of(targets, weights), EDGE, 1 - EDGE);
        return new double[] {Math.log(share / (1 - share))};
    }

    @Override
    public boolean unitCurvature() {
        return false;
    }

    @Override
    public void derivatives(double[][] raw, double[][] gradients, double[][] curvatures, int from, int to) {
        for (int r = from; r < to; r++) {
            double p = sigmoid(raw[0][r]);
            gradients[0][r] = weights[r] * (p - targets[r]);
            curvatures[0][r] = weights[r] * p * (1 - p);
        }
    }

    @Override
    public double loss(double[][] raw) {
        double sum = 0;
        for (int r = 0; r < targets.length; r++) {
            double x = raw[0][r]; // log(1 + e^x) - y x, without overflow
            sum += weights[r] * (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - targets[r] * x);
        }
        return sum / targets.length;
    }
}

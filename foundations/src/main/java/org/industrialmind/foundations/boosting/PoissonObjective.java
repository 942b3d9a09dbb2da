package org.industrialmind.foundations.boosting;

/** Half the Poisson deviance of targets of 0 or more, up to a constant: exp(raw) - y raw. */
final class PoissonObjective implements Objective {
    private final double[] targets;
    private final double[] weights;

    /** @throws IllegalArgumentException if a target is negative */
    PoissonObjective(Sample sample) {
        targets = sample.targets();
        weights = sample.weights();
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] < 0) {
                throw new IllegalArgumentException(
                        "a target is " + targets[r] + ": the Poisson loss expects counts or rates, 0 or more");
            }
        }
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public double[] baselines() {
        return new double[] {Math.log(Math.max(WeightedMean.of(targets, weights), Double.MIN_NORMAL))};
    }

    @Override
    public boolean unitCurvature() {
        return false;
    }

    @Override
    public void derivatives(double[][] raw, double[][] gradients, double[][] curvatures, int from, int to) {
        for (int r = from; r < to; r++) {
            double rate = Math.exp(raw[0][r]);
            gradients[0][r] = weights[r] * (rate - targets[r]);
            curvatures[0][r] = weights[r] * rate;
        }
    }

    @Override
    public double loss(double[][] raw) {
        double sum = 0;
        for (int r = 0; r < targets.length; r++) {
            sum += weights[r] * (Math.exp(raw[0][r]) - targets[r] * raw[0][r]);
        }
        return sum / targets.length;
    }
}

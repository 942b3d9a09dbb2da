package org.industrialmind.foundations.boosting;

/** The log loss of several classes; each has a raw score, the probabilities are their softmax. */
final class SoftmaxObjective implements Objective {
    private final int classes;
    private final double[] targets;
    private final double[] weights;

    SoftmaxObjective(int classes, Sample sample) {
        this.classes = classes;
        targets = sample.targets();
        weights = sample.weights();
    }

    /** Turns raw scores into probabilities, in place. */
    static void normalise(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - largest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
    }

    @Override
    public int outputs() {
        return classes;
    }

    @Override
    public double[] baselines() {
        double[] shares = new double[classes];
        for (int r = 0; r < targets.length; r++) {
            shares[(int) targets[r]] += weights[r] / targets.length;
        }
        for (int k = 0; k < classes; k++) {
            shares[k] = Math.log(Math.max(shares[k], Math.ulp(1.0)));
        }
        return shares;
    }

    @Override
    public boolean unitCurvature() {
        return false;
    }

    @Override
    public void derivatives(double[][] raw, double[][] gradients, double[][] curvatures, int from, int to) {
        double[] p = new double[classes];
        for (int r = from; r < to; r++) {
            for (int k = 0; k < classes; k++) {
                p[k] = raw[k][r];
            }
            normalise(p);
            for (int k = 0; k < classes; k++) {
                gradients[k][r] = weights[r] * (p[k] - (targets[r] == k ? 1 : 0));
                curvatures[k][r] = weights[r] * p[k] * (1 - p[k]);
            }
        }
    }

    @Override
    public double loss(double[][] raw) {
        double[] p = new double[classes];
        double sum = 0;
        for (int r = 0; r < targets.length; r++) {
            for (int k = 0; k < classes; k++) {
                p[k] = raw[k][r];
            }
            normalise(p);
            sum -= weights[r] * Math.log(Math.max(p[(int) targets[r]], Double.MIN_NORMAL));
        }
        return sum / targets.length;
    }
}

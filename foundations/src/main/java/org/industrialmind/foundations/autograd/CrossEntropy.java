package org.industrialmind.foundations.autograd;

import java.util.List;

/**
 * The mean of -log softmax(scores) at the right class, in one step.
 *
 * <p>Backward is as simple as it gets: d/dscore_j = softmax_j - [j is right], times the row's share of the weight.
 */
final class CrossEntropy implements Operation {
    private final Tensor scores;
    private final int[] labels;
    private final double[] shares; // of each row in the whole

    private CrossEntropy(Tensor scores, int[] labels, double[] shares) {
        this.scores = scores;
        this.labels = labels;
        this.shares = shares;
    }

    static Tensor of(Tensor scores, int[] labels, double[] weights) {
        Shape shape = scores.shape();
        if (shape.rank() != 2 || shape.length(0) != labels.length || labels.length != weights.length) {
            throw new IllegalArgumentException("scores of shape " + shape + " for " + labels.length + " labels and "
                    + weights.length + " weights: expected [row, class] and one of each for each row");
        }
        int classes = shape.length(1);
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double loss = 0;
        double[] shares = new double[weights.length];
        for (int r = 0; r < labels.length; r++) {
            if (labels[r] < 0 || labels[r] >= classes) {
                throw new IllegalArgumentException(
                        "the label of row " + r + " is " + labels[r] + ": expected a class from 0 to " + (classes - 1));
            }
            shares[r] = total == 0 ? 0 : weights[r] / total;
            double log = LogSoftmax.logSum(scores.values, r * classes, classes);
            loss += shares[r] * (log - scores.values[r * classes + labels[r]]);
        }
        return Tensor.made(new double[] {loss}, Shape.of(), new CrossEntropy(scores, labels.clone(), shares));
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(scores);
    }

    @Override
    public void backward(Tensor output) {
        double dy = output.slot()[0];
        double[] x = scores.values;
        double[] dx = scores.slot();
        int classes = scores.length(1);
        for (int r = 0; r < labels.length; r++) {
            int row = r * classes;
            double log = LogSoftmax.logSum(x, row, classes);
            for (int k = 0; k < classes; k++) {
                dx[row + k] += dy * shares[r] * (Math.exp(x[row + k] - log) - (k == labels[r] ? 1 : 0));
            }
        }
    }
}

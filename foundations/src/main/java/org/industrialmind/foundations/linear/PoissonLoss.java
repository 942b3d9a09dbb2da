package org.industrialmind.foundations.linear;

import java.util.Arrays;

/** The negative log-likelihood of counts, but for its constant, with a ridge. Shape of a point: [column + 1]. */
final class PoissonLoss implements CurvedLoss {
    private final ScaledColumns x;
    private final double[] counts;
    private final double[] weights;
    private final double l2;

    PoissonLoss(ScaledColumns x, double[] counts, double[] weights, double l2) {
        this.x = x;
        this.counts = counts;
        this.weights = weights;
        this.l2 = l2;
    }

    @Override
    public int dimensions() {
        return x.columns + 1;
    }

    private double score(double[] point, int r) {
        double score = point[x.columns];
        for (int c = 0; c < x.columns; c++) {
            score += point[c] * x.values[r * x.columns + c];
        }
        return score;
    }

    private double ridge(int c) {
        return l2 / (x.scales[c] * x.scales[c]);
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int r = 0; r < x.rows; r++) {
            if (weights[r] == 0) {
                continue;
            }
            double score = score(point, r);
            double mean = Math.exp(score);
            loss += weights[r] * (mean - counts[r] * score);
            double pull = weights[r] * (mean - counts[r]);
            for (int c = 0; c < x.columns; c++) {
                gradient[c] += pull * x.values[r * x.columns + c];
            }
            gradient[x.columns] += pull;
        }
        for (int c = 0; c < x.columns; c++) {
            loss += ridge(c) / 2 * point[c] * point[c];
            gradient[c] += ridge(c) * point[c];
        }
        return loss;
    }

    @Override
    public double[] curvature(double[] point) {
        int d = dimensions();
        double[] h = new double[d * d];
        double[] row = new double[d];
        row[d - 1] = 1;
        for (int r = 0; r < x.rows; r++) {
            System.arraycopy(x.values, r * x.columns, row, 0, x.columns);
            double mean = weights[r] == 0 ? 0 : weights[r] * Math.exp(score(point, r));
            for (int i = 0; i < d; i++) {
                double f = mean * row[i];
                for (int j = 0; j <= i; j++) {
                    h[i * d + j] += f * row[j];
                }
            }
        }
        for (int c = 0; c < x.columns; c++) {
            h[c * d + c] += ridge(c);
        }
        return h;
    }

    /** Returns twice what the likelihood falls short of a model with a mean of its own for each row. */
    double deviance(double[] point) {
        double deviance = 0;
        for (int r = 0; r < x.rows; r++) {
            if (weights[r] > 0) {
                double score = score(point, r);
                double own = counts[r] == 0 ? 0 : counts[r] * (Math.log(counts[r]) - score);
                deviance += 2 * weights[r] * (own - counts[r] + Math.exp(score));
            }
        }
        return deviance;
    }

    /** Returns the most that a step moves the log of any row's expected count. */
    double largestMove(double[] step) {
        double largest = 0;
        for (int r = 0; r < x.rows; r++) {
            largest = weights[r] == 0 ? largest : Math.max(largest, Math.abs(score(step, r)));
        }
        return largest;
    }
}

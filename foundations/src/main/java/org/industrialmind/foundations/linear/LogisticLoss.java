package org.industrialmind.foundations.linear;

import java.util.Arrays;

/**
 * The negative log-likelihood of softmax regression with a ridge, its gradient and its curvature, on scaled columns.
 *
 * <p>Two classes need one score (the other is 0); more have one each. Shape of a point: for each score the coefficients
 * and then the intercept, [score, column + 1].
 */
final class LogisticLoss implements CurvedLoss {
    private final ScaledColumns x;
    private final int[] labels;
    private final double[] weights;
    private final double[] ridge; // per column, in scaled units
    private final int classes;
    final int scores;
    final int width;

    LogisticLoss(ScaledColumns x, int[] labels, double[] weights, int classes, double l2) {
        this.x = x;
        this.labels = labels;
        this.weights = weights;
        this.classes = classes;
        scores = classes == 2 ? 1 : classes;
        width = x.columns + 1;
        ridge = new double[x.columns];
        for (int c = 0; c < ridge.length; c++) {
            ridge[c] = l2 / (x.scales[c] * x.scales[c]);
        }
    }

    @Override
    public int dimensions() {
        return scores * width;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        double[] p = new double[classes];
        for (int r = 0; r < x.rows; r++) {
            if (weights[r] == 0) {
                continue;
            }
            loss += weights[r] * probabilities(point, r, p);
            for (int s = 0; s < scores; s++) {
                int k = classes - scores + s;
                double pull = weights[r] * (p[k] - (labels[r] == k ? 1 : 0));
                int at = s * width;
                int row = r * x.columns;
                for (int c = 0; c < x.columns; c++) {
                    gradient[at + c] += pull * x.values[row + c];
                }
                gradient[at + x.columns] += pull;
            }
        }
        for (int s = 0; s < scores; s++) {
            for (int c = 0; c < x.columns; c++) {
                double value = point[s * width + c];
                loss += ridge[c] / 2 * value * value;
                gradient[s * width + c] += ridge[c] * value;
            }
        }
        return loss;
    }

    /** Overwrites p with the probabilities of a row's classes and returns -log p of its own. */
    private double probabilities(double[] point, int r, double[] p) {
        p[0] = 0; // the score of the first of two classes; overwritten where each class has one
        double largest = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < scores; s++) {
            p[classes - scores + s] = score(point, s, r);
        }
        for (double score : p) {
            largest = Math.max(largest, score);
        }
        double own = p[labels[r]] - largest;
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            p[k] = Math.exp(p[k] - largest);
            sum += p[k];
        }
        for (int k = 0; k < classes; k++) {
            p[k] /= sum;
        }
        return Math.log(sum) - own;
    }

    private double score(double[] point, int s, int r) {
        int at = s * width;
        int row = r * x.columns;
        double score = point[at + x.columns];
        for (int c = 0; c < x.columns; c++) {
            score += point[at + c] * x.values[row + c];
        }
        return score;
    }

    double total() {
        return ScaledColumns.sum(weights);
    }

    /** Returns the most that a step moves any score of any row that counts. */
    double largestMove(double[] step) {
        double largest = 0;
        for (int r = 0; r < x.rows; r++) {
            for (int s = 0; s < scores && weights[r] > 0; s++) {
                largest = Math.max(largest, Math.abs(score(step, s, r)));
            }
        }
        return largest;
    }

    /**
     * Returns the curvature at a point, lower triangle. Shape: [dimensions, dimensions].
     *
     * <p>Where each class has a score, adding one vector to all of them changes no probability. Curvature is put onto
     * exactly those idle directions, so that the matrix can be solved with; a start at zero then stays centred.
     */
    @Override
    public double[] curvature(double[] point) {
        int d = dimensions();
        double[] h = new double[d * d];
        double[] p = new double[classes];
        double[] row = new double[width];
        row[x.columns] = 1;
        for (int r = 0; r < x.rows; r++) {
            if (weights[r] == 0) {
                continue;
            }
            probabilities(point, r, p);
            System.arraycopy(x.values, r * x.columns, row, 0, x.columns);
            for (int s = 0; s < scores; s++) {
                for (int t = 0; t <= s; t++) {
                    double ps = p[classes - scores + s];
                    double pt = p[classes - scores + t];
                    addOuter(h, d, s * width, t * width, row, weights[r] * (s == t ? ps * (1 - ps) : -ps * pt));
                }
            }
        }
        mirrorBlocks(h, d);
        double idle = scores == 1 ? 0 : total() / (scores * scores);
        for (int s = 0; s < scores; s++) {
            for (int c = 0; c < width; c++) {
                double own = c < x.columns ? ridge[c] : 0;
                h[(s * width + c) * d + s * width + c] += own;
                for (int t = 0; t <= s && own == 0; t++) {
                    h[(s * width + c) * d + t * width + c] += idle;
                }
            }
        }
        return h;
    }

    /** Adds factor times row row' to the lower triangle of the block that starts at (down, right). */
    private static void addOuter(double[] h, int d, int down, int right, double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            double f = factor * row[i];
            int at = (down + i) * d + right;
            for (int j = 0; j <= i; j++) {
                h[at + j] += f * row[j];
            }
        }
    }

    /** Each block is symmetric in itself: copies its lower triangle onto its upper one. */
    private void mirrorBlocks(double[] h, int d) {
        for (int s = 0; s < scores; s++) {
            for (int t = 0; t < s; t++) {
                for (int i = 0; i < width; i++) {
                    for (int j = 0; j < i; j++) {
                        h[(s * width + j) * d + t * width + i] = h[(s * width + i) * d + t * width + j];
                    }
                }
            }
        }
    }
}

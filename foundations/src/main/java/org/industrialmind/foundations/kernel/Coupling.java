package org.industrialmind.foundations.kernel;

import java.util.Arrays;

/**
 * Probabilities of classes from those of all pairs: p that agrees best with p_i / (p_i + p_j) = r_ij, in the sense of
 * minimising the sum of (r_ji p_i - r_ij p_j)^2. Each coordinate in turn is set to its optimum and p is scaled to sum to 1.
 *
 * @see "Wu, Lin and Weng 2004, Probability estimates for multi-class classification by pairwise coupling, JMLR 5, alg. 2"
 */
final class Coupling {
    private static final int ROUNDS = 1000;
    private static final double TOLERANCE = 1e-12;

    private Coupling() {}

    /** @param beats how probable class i is against j alone. Shape: [i, j]; the diagonal is not read */
    static double[] of(double[][] beats) {
        int k = beats.length;
        double[][] q = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                if (i != j) {
                    q[i][i] += beats[j][i] * beats[j][i];
                    q[i][j] = -beats[j][i] * beats[i][j];
                }
            }
        }
        double[] p = new double[k];
        Arrays.fill(p, 1.0 / k);
        for (int round = 0; round < ROUNDS; round++) {
            double largest = 0;
            for (int i = 0; i < k; i++) {
                double mean = 0;
                double own = 0;
                for (int a = 0; a < k; a++) {
                    double sum = 0;
                    for (int b = 0; b < k; b++) {
                        sum += q[a][b] * p[b];
                    }
                    mean += p[a] * sum;
                    own = a == i ? sum : own;
                }
                double move = (mean - own) / q[i][i];
                largest = Math.max(largest, Math.abs(move));
                p[i] += move;
                for (int a = 0; a < k; a++) {
                    p[a] /= 1 + move;
                }
            }
            if (largest < TOLERANCE) {
                break;
            }
        }
        return p;
    }
}

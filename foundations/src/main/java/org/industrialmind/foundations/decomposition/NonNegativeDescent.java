package org.industrialmind.foundations.decomposition;

import org.industrialmind.foundations.algebra.Gemm;
import org.industrialmind.foundations.algebra.Matrix;

/** Steps that lower the loss of two non-negative factors. */
final class NonNegativeDescent {
    private static final double TINY = Math.ulp(1.0); // no division by zero

    private final int m;
    private final int n;
    private final int k;
    private final double[] v; // [m, n]
    private final double[] vt; // [n, m]
    private final double[] w; // [m, k]
    private final double[] ht; // [n, k]: the second factor turned, so that both are brought forward alike
    private final NonNegativeFactors.Method method;

    NonNegativeDescent(Matrix table, Matrix w, Matrix h, NonNegativeFactors.Method method) {
        m = table.rows();
        n = table.columns();
        k = w.columns();
        v = table.toArray();
        vt = table.transposed().toArray();
        this.w = w.toArray();
        ht = h.transposed().toArray();
        this.method = method;
    }

    void step() {
        improve(w, ht, v, m, n);
        improve(ht, w, vt, n, m);
    }

    /** Improves one factor given the other. Shape: own [rows, k], other [columns, k], table [rows, columns]. */
    private void improve(double[] own, double[] other, double[] table, int rows, int columns) {
        switch (method) {
            case COORDINATES -> {
                double[] products = new double[rows * k];
                Gemm.add(rows, k, columns, table, other, products);
                descend(own, gram(other, columns), products, rows);
            }
            case MULTIPLICATIVE -> {
                double[] products = new double[rows * k];
                Gemm.add(rows, k, columns, table, other, products);
                double[] expected = new double[rows * k];
                Gemm.add(rows, k, k, own, gram(other, columns), expected);
                for (int i = 0; i < own.length; i++) {
                    own[i] *= products[i] / Math.max(expected[i], TINY);
                }
            }
            case DIVERGENCE -> ratios(own, other, table, rows, columns);
        }
    }

    private double[] gram(double[] factor, int rows) {
        double[] gram = new double[k * k];
        Gemm.addTransposedLeft(k, k, rows, factor, factor, gram);
        return gram;
    }

    /** Sets each entry in turn to where the loss is least along it, or to 0. */
    private void descend(double[] own, double[] gram, double[] products, int rows) {
        for (int part = 0; part < k; part++) {
            double curvature = gram[part * k + part];
            if (curvature == 0) { // an empty part: no entry of it matters
                continue;
            }
            for (int r = 0; r < rows; r++) {
                double slope = -products[r * k + part];
                for (int j = 0; j < k; j++) {
                    slope += gram[part * k + j] * own[r * k + j];
                }
                own[r * k + part] = Math.max(0, own[r * k + part] - slope / curvature);
            }
        }
    }

    private void ratios(double[] own, double[] other, double[] table, int rows, int columns) {
        double[] ratios = new double[rows * columns];
        Gemm.addTransposedRight(rows, columns, k, own, other, ratios);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = table[i] / Math.max(ratios[i], TINY);
        }
        double[] products = new double[rows * k];
        Gemm.add(rows, k, columns, ratios, other, products);
        double[] sums = new double[k];
        for (int i = 0; i < columns * k; i++) {
            sums[i % k] += other[i];
        }
        for (int i = 0; i < own.length; i++) {
            own[i] *= products[i] / Math.max(sums[i % k], TINY);
        }
    }

    double loss() {
        double[] made = new double[m * n];
        Gemm.addTransposedRight(m, n, k, w, ht, made);
        double loss = 0;
        for (int i = 0; i < made.length; i++) {
            if (method == NonNegativeFactors.Method.DIVERGENCE) {
                double log = v[i] > 0 ? v[i] * Math.log(v[i] / Math.max(made[i], TINY)) : 0;
                loss += log - v[i] + made[i];
            } else {
                loss += 0.5 * (v[i] - made[i]) * (v[i] - made[i]);
            }
        }
        return loss;
    }

    NonNegativeModel model(int steps) {
        return new NonNegativeModel(Matrix.of(m, k, w), Matrix.of(n, k, ht).transposed(), loss(), steps);
    }
}

package org.industrialmind.foundations.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.optimize.CurvedObjective;

/**
 * The negative logarithm of Cox's partial likelihood with Efron's ties, its slope and its curvature.
 *
 * <p>Times are walked from the last to the first: units at risk then only ever join, and three running sums (of the relative
 * rates, of the rows weighted by them, of the outer products) hold all that a time needs.
 */
final class PartialLikelihood implements CurvedObjective {
    private final int n;
    private final int p;
    private final double[] x; // [unit, column], centred, so that an offset of a column overflows no exponential
    private final double[] centre;
    private final double[] times;
    private final boolean[] failed;
    private final int[] order; // by rising time
    private final double ridge;

    PartialLikelihood(Matrix rows, double[] times, boolean[] failed, int[] order, double ridge) {
        this.n = rows.rows();
        this.p = rows.columns();
        this.times = times;
        this.failed = failed;
        this.order = order;
        this.ridge = ridge;
        this.centre = new double[p];
        this.x = rows.toArray();
        for (int i = 0; i < x.length; i++) {
            centre[i % p] += x[i] / n;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] -= centre[i % p];
        }
    }

    /** The running sums over some units: of exp(x b), of x exp(x b), of x x' exp(x b). */
    private final class Sums {
        private double rate;
        private final double[] first = new double[p];
        private final double[] second = new double[p * p];

        void add(int unit, double unitRate) {
            rate += unitRate;
            for (int a = 0; a < p; a++) {
                double weighted = unitRate * x[unit * p + a];
                first[a] += weighted;
                for (int b = 0; b <= a; b++) {
                    second[a * p + b] += weighted * x[unit * p + b];
                }
            }
        }
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        return derivatives(point, gradient, new double[p * p]);
    }

    @Override
    public void curvature(double[] point, double[] hessian) {
        derivatives(point, new double[p], hessian);
    }

    private double derivatives(double[] point, double[] gradient, double[] hessian) {
        Arrays.fill(hessian, 0);
        double value = 0;
        for (int a = 0; a < p; a++) {
            gradient[a] = ridge * point[a];
            hessian[a * p + a] = ridge;
            value += ridge / 2 * point[a] * point[a];
        }
        Sums atRisk = new Sums();
        for (int end = n, start; end > 0; end = start) {
            start = startOfTie(end);
            Sums failing = new Sums();
            int failures = 0;
            for (int i = start; i < end; i++) {
                int unit = order[i];
                double rate = rate(unit, point);
                atRisk.add(unit, rate);
                if (failed[unit]) {
                    failures++;
                    failing.add(unit, rate);
                    value -= Math.log(rate);
                    for (int a = 0; a < p; a++) {
                        gradient[a] -= x[unit * p + a];
                    }
                }
            }
            for (int gone = 0; gone < failures; gone++) { // Efron: on average so many of the tied have gone before
                value += add(atRisk, failing, (double) gone / failures, gradient, hessian);
            }
        }
        return value;
    }

    /** Adds one failure among those at risk, of whom the failing count less by a share; returns its part of the value. */
    private double add(Sums atRisk, Sums failing, double share, double[] gradient, double[] hessian) {
        double rate = atRisk.rate - share * failing.rate;
        double[] mean = new double[p];
        for (int a = 0; a < p; a++) {
            mean[a] = (atRisk.first[a] - share * failing.first[a]) / rate;
            gradient[a] += mean[a];
            for (int b = 0; b <= a; b++) {
                double square = (atRisk.second[a * p + b] - share * failing.second[a * p + b]) / rate;
                hessian[a * p + b] += square - mean[a] * mean[b];
            }
        }
        return Math.log(rate);
    }

    private int startOfTie(int end) {
        int start = end - 1;
        while (start > 0 && times[order[start - 1]] == times[order[end - 1]]) {
            start--;
        }
        return start;
    }

    private double rate(int unit, double[] point) {
        double sum = 0;
        for (int a = 0; a < p; a++) {
            sum += x[unit * p + a] * point[a];
        }
        return Math.exp(sum);
    }

    /** Returns the model of these coefficients, with Breslow's estimate of the baseline: failures over summed rates. */
    CoxModel model(double[] point) {
        List<CoxModel.Step> steps = new ArrayList<>();
        double atRisk = 0;
        for (int end = n, start; end > 0; end = start) {
            start = startOfTie(end);
            int failures = 0;
            for (int i = start; i < end; i++) {
                atRisk += rate(order[i], point);
                failures += failed[order[i]] ? 1 : 0;
            }
            if (failures > 0) {
                steps.add(new CoxModel.Step(times[order[start]], failures / atRisk));
            }
        }
        return new CoxModel(point, centre, steps.reversed());
    }
}

package org.industrialmind.foundations.optimize;

import java.util.Arrays;

/** Functions whose minima are known. */
final class Landscapes {
    private Landscapes() {}

    /** The banana valley in any number of dimensions; least, 0, at (1, 1, ...). */
    static double rosenbrock(double[] x, double[] g) {
        double sum = 0;
        Arrays.fill(g, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            double off = x[i + 1] - x[i] * x[i];
            sum += 100 * off * off + (1 - x[i]) * (1 - x[i]);
            g[i] += -400 * off * x[i] - 2 * (1 - x[i]);
            g[i + 1] += 200 * off;
        }
        return sum;
    }

    /** sum of scale_i (x_i - i)^2 / 2; least, 0, at (0, 1, 2, ...). */
    static Objective bowl(double... scales) {
        return (x, g) -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                g[i] = scales[i] * (x[i] - i);
                sum += g[i] * (x[i] - i) / 2;
            }
            return sum;
        };
    }

    static double styblinski(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += (Math.pow(value, 4) - 16 * value * value + 5 * value) / 2;
        }
        return sum;
    }

    static double beale(double[] x) {
        return Math.pow(1.5 - x[0] + x[0] * x[1], 2)
                + Math.pow(2.25 - x[0] + x[0] * x[1] * x[1], 2)
                + Math.pow(2.625 - x[0] + x[0] * x[1] * x[1] * x[1], 2);
    }
}

package org.industrialmind.foundations.outlier;

/**
 * By what the least-determinant covariance of few normal rows is too small, in the mean of the p-th root of its
 * determinant, fitted to simulations by Pison, Van
 * Aelst and Willems 2002 (Small sample corrections for LTS and MCD, Metrika 55): 1 - e^a / n^b at trusted shares of 0.5
 * and 0.875, straight between them and to 1. For more than two columns, a and b follow from two curves over the columns.
 */
final class Correction {
    private static final Curve RAW_HALF = new Curve(
            new double[] {0.262024211897096, 0.673292623522027},
            new double[] {0.604756680630497, 0.691365864961895},
            new double[] {1.42764571687802, 1.06141115981725},
            new double[] {1.26263336932151, 1.28907991440387});
    private static final Curve RAW_MOST = new Curve(
            new double[] {-0.351584646688712, 0.446537815635445},
            new double[] {1.01646567502486, 1.06690782995919},
            new double[] {0.455179464070565, 0.294241208320834},
            new double[] {1.11192541278794, 1.09649329149811});
    private static final Curve REWEIGHTED_HALF = new Curve(
            new double[] {1.11098143415027, 3.11101712909049},
            new double[] {1.5182890270453, 1.91401056721863},
            new double[] {1.02842572724793, 0.26800273450853},
            new double[] {1.67659883081926, 1.35968562893582});
    private static final Curve REWEIGHTED_MOST = new Curve(
            new double[] {-0.66046776772861, 0.79473550581058},
            new double[] {0.88939595831888, 1.10081930350091},
            new double[] {0.544482443573914, 0.343791072183285},
            new double[] {1.25994483222292, 1.25159004257133});

    private Correction() {}

    /** Returns the factor for the covariance of the trusted rows. */
    static double raw(int p, int n, double share) {
        return factor(RAW_HALF.at(p, n), RAW_MOST.at(p, n), share);
    }

    /** Returns the factor for the covariance of the usual rows. */
    static double reweighted(int p, int n, double share) {
        return factor(REWEIGHTED_HALF.at(p, n), REWEIGHTED_MOST.at(p, n), share);
    }

    private static double factor(double half, double most, double share) {
        double bias = share <= 0.875
                ? half + (most - half) / 0.375 * (share - 0.5)
                : most + (1 - most) / 0.125 * (share - 0.875);
        return bias > 0 ? 1 / bias : 1; // so few rows that the curves have left their range
    }

    private static final class Curve {
        private final double[] a; // of one and of two columns
        private final double[] b;
        private final double[] heights; // of the curves at 2 p^2 and 3 p^2 rows: height / p^power
        private final double[] powers;

        Curve(double[] a, double[] b, double[] heights, double[] powers) {
            this.a = a;
            this.b = b;
            this.heights = heights;
            this.powers = powers;
        }

        /** Returns the mean of estimate over truth. */
        double at(int p, int n) {
            if (p <= 2) {
                return 1 - Math.exp(a[p - 1]) / Math.pow(n, b[p - 1]);
            }
            double atTwo = Math.log(heights[0] / Math.pow(p, powers[0]));
            double atThree = Math.log(heights[1] / Math.pow(p, powers[1]));
            double falling = (atTwo - atThree) / Math.log(1.5);
            double level = atTwo + falling * Math.log(2.0 * p * p);
            return 1 - Math.exp(level) / Math.pow(n, falling);
        }
    }
}

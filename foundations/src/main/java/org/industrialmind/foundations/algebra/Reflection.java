package org.industrialmind.foundations.algebra;

/**
 * A Householder reflection: the mirror I - beta v v' that turns a given vector onto the first axis.
 *
 * <p>The sign of the image is chosen opposite to the vector's first value, so that making v never subtracts two nearly
 * equal numbers. A vector that is zero already keeps beta 0, the identity.
 *
 * @see "Golub and Van Loan 2013, Matrix Computations, 4th ed., section 5.1"
 */
final class Reflection {
    private final double beta;
    private final double image;

    private Reflection(double beta, double image) {
        this.beta = beta;
        this.image = image;
    }

    /** Returns the mirror for the vector, which is overwritten with v. */
    static Reflection onto(double[] vector) {
        return onto(vector, 0, vector.length);
    }

    /** Returns the mirror for a stretch of n values, which is overwritten with v. */
    static Reflection onto(double[] values, int at, int n) {
        double largest = 0;
        for (int i = at; i < at + n; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (largest == 0) {
            return new Reflection(0, 0);
        }
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            sum += (values[i] / largest) * (values[i] / largest);
        }
        double length = largest * Math.sqrt(sum);
        double image = values[at] > 0 ? -length : length;
        double head = values[at] - image;
        for (int i = at + 1; i < at + n; i++) {
            values[i] /= head;
        }
        values[at] = 1;
        return new Reflection(-head / image, image); // with v[0] = 1: beta = 2 / v'v = -head / image
    }

    /** Returns 2 / v'v, or 0 where there was nothing to turn. */
    double beta() {
        return beta;
    }

    /** Returns where the first axis is met: the vector becomes (image, 0, ..., 0). */
    double image() {
        return image;
    }
}

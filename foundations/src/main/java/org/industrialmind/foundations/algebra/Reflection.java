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
        double largest = 0;
        for (double value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return new Reflection(0, 0);
        }
        double sum = 0;
        for (double value : vector) {
            sum += (value / largest) * (value / largest);
        }
        double length = largest * Math.sqrt(sum);
        double image = vector[0] > 0 ? -length : length;
        double head = vector[0] - image;
        for (int i = 1; i < vector.length; i++) {
            vector[i] /= head;
        }
        vector[0] = 1;
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

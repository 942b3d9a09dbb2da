package org.industrialmind.foundations.kernel;

/**
 * How alike two rows are: an inner product in a space that need not be visited.
 *
 * <p>A gamma of 0 stands for 1 / (columns x variance of all values), taken from the rows when a model is fitted; it suits
 * columns of like scale.
 */
public sealed interface Kernel {
    /** x'y: straight boundaries. */
    record Linear() implements Kernel {}

    /** (gamma x'y + offset)^degree: boundaries of that degree. */
    record Polynomial(int degree, double gamma, double offset) implements Kernel {
        /** @throws IllegalArgumentException if the degree is less than 1, or gamma or the offset negative */
        public Polynomial {
            requireGamma(gamma);
            if (degree < 1 || !(offset >= 0) || Double.isInfinite(offset)) {
                throw new IllegalArgumentException("a polynomial kernel of degree " + degree + " and offset " + offset
                        + ": expected a degree of 1 or more and an offset of 0 or more");
            }
        }
    }

    /** exp(-gamma |x - y|^2): each row resembles its neighbourhood; gamma is one over twice the squared reach. */
    record Rbf(double gamma) implements Kernel {
        /** @throws IllegalArgumentException if gamma is negative or not finite */
        public Rbf {
            requireGamma(gamma);
        }
    }

    /** tanh(gamma x'y + offset): no inner product of any space, but much used; searches end all the same. */
    record Sigmoid(double gamma, double offset) implements Kernel {
        /** @throws IllegalArgumentException if gamma is negative or a number is not finite */
        public Sigmoid {
            requireGamma(gamma);
            if (!Double.isFinite(offset)) {
                throw new IllegalArgumentException(
                        "a sigmoid kernel of offset " + offset + ": expected a finite number");
            }
        }
    }

    /** The radial kernel with the reach that the rows suggest. */
    Kernel AUTOMATIC = new Rbf(0);

    private static void requireGamma(double gamma) {
        if (!(gamma >= 0) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException("a kernel of gamma " + gamma + ": expected a finite number above 0, or 0"
                    + " to take it from the rows");
        }
    }
}

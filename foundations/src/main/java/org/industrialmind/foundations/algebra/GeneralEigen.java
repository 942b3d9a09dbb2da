package org.industrialmind.foundations.algebra;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a square matrix that need not be symmetric: A v = lambda v.
 *
 * <p>The matrix of a dynamic system tells by its eigenvalues how each motion grows or dies and how fast it swings: a pair
 * of complex ones is an oscillation. The real Schur form gives the values; each vector is solved from it backwards and
 * turned back. Vectors need not be perpendicular, and there may be fewer than n: a defective matrix gets some of its vectors
 * twice, to rounding.
 *
 * <p>Shape: A [n, n]; values in descending modulus, of a complex pair the one with positive imaginary part first; vectors
 * as columns of unit length. Complexity: about 30 n^3. For a symmetric matrix {@link SymmetricEigen} is faster and its
 * vectors are perpendicular.
 *
 * @see "Golub and Van Loan 2013, Matrix Computations, 4th ed., sections 7.5 and 7.6"
 */
public final class GeneralEigen {
    private static final double TOO_LARGE = 1e100; // far from overflow, and far above any vector that is well defined

    private final double[] real;
    private final double[] imaginary;
    private final Matrix realVectors;
    private final Matrix imaginaryVectors;

    private GeneralEigen(double[] real, double[] imaginary, Matrix realVectors, Matrix imaginaryVectors) {
        this.real = real;
        this.imaginary = imaginary;
        this.realVectors = realVectors;
        this.imaginaryVectors = imaginaryVectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @throws IllegalArgumentException if it is not square, or a value is NaN or infinite
     */
    public static GeneralEigen of(Matrix square) {
        square.requireFinite();
        if (square.rows() != square.columns()) {
            throw new IllegalArgumentException(square + " is not square: expected as many columns as rows");
        }
        double largest = square.largest();
        double scale = largest == 0 ? 1 : largest; // so that squares neither overflow nor vanish
        return new Work(square.scaled(1 / scale)).solve(scale);
    }

    /** Returns the real parts of the eigenvalues; a copy. */
    public double[] real() {
        return real.clone();
    }

    /** Returns the imaginary parts of the eigenvalues; a copy. */
    public double[] imaginary() {
        return imaginary.clone();
    }

    /** Returns the real parts of the eigenvectors as columns. */
    public Matrix realVectors() {
        return realVectors;
    }

    /** Returns the imaginary parts of the eigenvectors as columns. */
    public Matrix imaginaryVectors() {
        return imaginaryVectors;
    }

    /** Returns the largest modulus of an eigenvalue: a linear system x[t + 1] = A x[t] dies out if it is below 1. */
    public double spectralRadius() {
        return Math.hypot(real[0], imaginary[0]);
    }

    private static final class Work {
        private final int n;
        private final double[][] t;
        private final double[][] z;
        private final double[] real;
        private final double[] imaginary;
        private final double tiny;

        Work(Matrix square) {
            n = square.rows();
            RealSchur schur = new RealSchur(square);
            t = schur.t();
            z = schur.z();
            real = new double[n];
            imaginary = new double[n];
            tiny = Math.max(square.norm() * Math.ulp(1.0), Double.MIN_NORMAL);
        }

        ComplexVector[] vectors() {
            ComplexVector[] vectors = new ComplexVector[n];
            for (int k = n - 1; k >= 0; k--) {
                if (k > 0 && t[k][k - 1] != 0) {
                    readPair(k - 1);
                    vectors[k - 1] = vector(k);
                    vectors[k] = vectors[k - 1].conjugate();
                    k--;
                } else {
                    real[k] = t[k][k];
                    vectors[k] = vector(k);
                }
            }
            return vectors;
        }

        private void readPair(int k) {
            double half = (t[k][k] - t[k + 1][k + 1]) / 2;
            double swing = Math.sqrt(-(half * half + t[k + 1][k] * t[k][k + 1]));
            real[k] = real[k + 1] = (t[k][k] + t[k + 1][k + 1]) / 2;
            imaginary[k] = swing;
            imaginary[k + 1] = -swing;
        }

        /** Solves (T - lambda I) x = 0 backwards from the block that ends at k, and turns x back by Z. */
        private ComplexVector vector(int k) {
            boolean pair = k > 0 && t[k][k - 1] != 0;
            int head = pair ? k - 1 : k;
            double re = real[head];
            double im = imaginary[head];
            double[] x = new double[n];
            double[] y = new double[n]; // imaginary part of x
            x[k] = 1;
            if (pair) { // its last row: t[k][k-1] x[k-1] + (t[k][k] - lambda) x[k] = 0
                x[k - 1] = -(t[k][k] - re) / t[k][k - 1];
                y[k - 1] = im / t[k][k - 1];
            }
            for (int i = head - 1; i >= 0; i--) {
                if (i > 0 && t[i][i - 1] != 0) {
                    solveTwo(i - 1, k, re, im, x, y);
                    i--;
                } else {
                    double sumRe = -dot(i, i + 1, k, x);
                    double sumIm = -dot(i, i + 1, k, y);
                    divide(sumRe, sumIm, t[i][i] - re, -im, i, x, y);
                }
                keepInRange(i, k, x, y);
            }
            return turnedBack(k, x, y);
        }

        private double dot(int row, int from, int to, double[] values) {
            return Vectors.dot(to - from + 1, t[row], from, values, from);
        }

        /** Solves rows i and i + 1, a block of their own, by Cramer's rule. */
        private void solveTwo(int i, int k, double re, double im, double[] x, double[] y) {
            double aRe = t[i][i] - re;
            double dRe = t[i + 1][i + 1] - re;
            double b = t[i][i + 1];
            double c = t[i + 1][i];
            double fRe = -dot(i, i + 2, k, x);
            double fIm = -dot(i, i + 2, k, y);
            double gRe = -dot(i + 1, i + 2, k, x);
            double gIm = -dot(i + 1, i + 2, k, y);
            double detRe = aRe * dRe - im * im - b * c;
            double detIm = -im * (aRe + dRe);
            divide(fRe * dRe + fIm * im - b * gRe, fIm * dRe - fRe * im - b * gIm, detRe, detIm, i, x, y);
            divide(aRe * gRe + im * gIm - c * fRe, aRe * gIm - im * gRe - c * fIm, detRe, detIm, i + 1, x, y);
        }

        /** Puts a quotient at place i; a divisor of zero is one of rounding's size, as for an eigenvalue met twice. */
        private void divide(double re, double im, double byRe, double byIm, int i, double[] x, double[] y) {
            double larger = Math.max(Math.max(Math.abs(byRe), Math.abs(byIm)), tiny);
            double p = byRe == 0 && byIm == 0 ? 1 : byRe / larger;
            double q = byIm / larger;
            double length = (p * p + q * q) * larger;
            x[i] = (re * p + im * q) / length;
            y[i] = (im * p - re * q) / length;
        }

        private static void keepInRange(int from, int to, double[] x, double[] y) {
            double size = Math.max(Math.abs(x[from]), Math.abs(y[from]));
            if (size > TOO_LARGE) {
                for (int i = from; i <= to; i++) {
                    x[i] /= size;
                    y[i] /= size;
                }
            }
        }

        private ComplexVector turnedBack(int k, double[] x, double[] y) {
            double[] re = new double[n];
            double[] im = new double[n];
            for (int r = 0; r < n; r++) {
                re[r] = Vectors.dot(k + 1, z[r], 0, x, 0);
                im[r] = Vectors.dot(k + 1, z[r], 0, y, 0);
            }
            double length =
                    Math.hypot(Matrix.of(n, 1, re).norm(), Matrix.of(n, 1, im).norm());
            for (int r = 0; r < n; r++) {
                re[r] /= length;
                im[r] /= length;
            }
            return new ComplexVector(re, im);
        }

        GeneralEigen solve(double scale) {
            ComplexVector[] vectors = vectors();
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -Math.hypot(real[i], imaginary[i])))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] re = new double[n];
            double[] im = new double[n];
            double[] reVectors = new double[n * n];
            double[] imVectors = new double[n * n];
            for (int j = 0; j < n; j++) {
                re[j] = real[order[j]] * scale;
                im[j] = imaginary[order[j]] * scale;
                for (int r = 0; r < n; r++) {
                    reVectors[r * n + j] = vectors[order[j]].re[r];
                    imVectors[r * n + j] = vectors[order[j]].im[r];
                }
            }
            return new GeneralEigen(re, im, new Matrix(reVectors, n, n), new Matrix(imVectors, n, n));
        }
    }

    /** A complex vector by its parts. */
    private static final class ComplexVector {
        private final double[] re;
        private final double[] im;

        ComplexVector(double[] re, double[] im) {
            this.re = re;
            this.im = im;
        }

        ComplexVector conjugate() {
            double[] minus = new double[im.length];
            for (int i = 0; i < minus.length; i++) {
                minus[i] = -im[i];
            }
            return new ComplexVector(re, minus);
        }
    }
}

package org.industrialmind.foundations.spectrum;

/** A row of complex numbers that does not change once made: what a transform answers. */
public final class ComplexVector {
    private final double[] re;
    private final double[] im;

    /** Takes the arrays as they are; the caller gives them away. */
    ComplexVector(double[] re, double[] im) {
        this.re = re;
        this.im = im;
    }

    /**
     * Makes a vector of its real and imaginary parts; copied.
     *
     * @throws IllegalArgumentException if they differ in length
     */
    public static ComplexVector of(double[] re, double[] im) {
        if (re.length != im.length) {
            throw new IllegalArgumentException(
                    re.length + " real and " + im.length + " imaginary parts: expected as many of each");
        }
        return new ComplexVector(re.clone(), im.clone());
    }

    public int size() {
        return re.length;
    }

    public double re(int index) {
        return re[index];
    }

    public double im(int index) {
        return im[index];
    }

    /** Returns the absolute value; neither overflows nor vanishes where the value itself does not. */
    public double magnitude(int index) {
        return Math.hypot(re[index], im[index]);
    }

    /** Returns the square of the magnitude. */
    public double power(int index) {
        return re[index] * re[index] + im[index] * im[index];
    }

    /** Returns the angle, in radians from -pi to pi. */
    public double phase(int index) {
        return Math.atan2(im[index], re[index]);
    }

    /** Returns all magnitudes. */
    public double[] magnitudes() {
        double[] all = new double[re.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = magnitude(i);
        }
        return all;
    }

    /** Returns all real parts; a copy. */
    public double[] reals() {
        return re.clone();
    }

    /** Returns all imaginary parts; a copy. */
    public double[] imaginaries() {
        return im.clone();
    }
}

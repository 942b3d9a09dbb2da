package org.industrialmind.foundations.spectrum;

/** A complex number, for the handful of poles of a filter. */
record Complex(double re, double im) {
    static Complex turn(double angle) {
        return new Complex(Math.cos(angle), Math.sin(angle));
    }

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    Complex over(Complex other) {
        double square = other.re * other.re + other.im * other.im;
        return new Complex((re * other.re + im * other.im) / square, (im * other.re - re * other.im) / square);
    }

    /** Returns the root on the right half of the plane. */
    Complex root() {
        double size = Math.hypot(re, im);
        double upper = Math.sqrt((size + Math.abs(re)) / 2); // the part that no cancellation can hurt
        if (upper == 0) {
            return this;
        }
        double lower = Math.abs(im) / (2 * upper);
        return re >= 0 ? new Complex(upper, Math.copySign(lower, im)) : new Complex(lower, Math.copySign(upper, im));
    }

    double magnitude() {
        return Math.hypot(re, im);
    }
}

package org.industrialmind.learning.plot;

/** Points in the order of drawing; a point that is not finite breaks the line. */
public final class Series {
    private final double[] x;
    private final double[] y;

    private Series(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** @throws IllegalArgumentException if there is not one y for each x, or no point at all */
    public static Series of(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("a series of " + x.length + " x and " + y.length
                    + " y values cannot be drawn: expected as many of each, and at least one");
        }
        return new Series(x.clone(), y.clone());
    }

    /** Takes values at x = 0, 1, 2 ... */
    public static Series of(double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return of(x, y);
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    boolean drawable(int i) {
        return Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }
}

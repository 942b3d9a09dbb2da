package org.industrialmind.learning.vibration;

/**
 * How far a shaft had turned at each moment of a block, from the marks of a tacho or from a measured speed.
 *
 * <p>Between known moments the time is a smooth function of the angle: a cubic through both, with the slopes of the parabola
 * through three neighbours (Hermite). A shaft that speeds up evenly is met to the third order, where straight lines
 * would bend every order above the tenth.
 */
public final class ShaftAngle {
    private final double[] revolutions; // rising
    private final double[] seconds; // rising
    private final double[] slopes; // seconds per revolution, at each known moment

    private ShaftAngle(double[] revolutions, double[] seconds) {
        this.revolutions = revolutions;
        this.seconds = seconds;
        this.slopes = slopes(revolutions, seconds);
    }

    /**
     * Takes the marks of a tacho.
     *
     * @param seconds when each mark passed, from the first reading of the block
     * @param marks how many there are on the shaft
     * @throws IllegalArgumentException if there are fewer than three passings, they do not rise, or there is no mark
     */
    public static ShaftAngle ofTacho(double[] seconds, int marks) {
        if (seconds.length < 3 || marks < 1) {
            throw new IllegalArgumentException(seconds.length + " passings of " + marks
                    + " marks: expected at least three passings, and at least one mark on the shaft");
        }
        for (int i = 1; i < seconds.length; i++) {
            if (!(seconds[i] > seconds[i - 1])) {
                throw new IllegalArgumentException("mark " + i + " passed at " + seconds[i] + " s, the one before at "
                        + seconds[i - 1] + " s: expected rising times; remove double pulses");
            }
        }
        double[] revolutions = new double[seconds.length];
        for (int i = 0; i < revolutions.length; i++) {
            revolutions[i] = (double) i / marks;
        }
        return new ShaftAngle(revolutions, seconds.clone());
    }

    /**
     * Integrates a speed that was read at even steps from the first reading of the block on.
     *
     * @param hertz revolutions per second
     * @param rate readings of the speed per second
     * @throws IllegalArgumentException if there are fewer than three readings, or one is not positive
     */
    public static ShaftAngle ofSpeed(double[] hertz, double rate) {
        if (hertz.length < 3 || !(rate > 0)) {
            throw new IllegalArgumentException(hertz.length + " readings of the speed at a rate of " + rate
                    + ": expected at least three, and a positive rate");
        }
        double[] revolutions = new double[hertz.length];
        double[] seconds = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            if (!(hertz[i] > 0)) {
                throw new IllegalArgumentException("the speed at position " + i + " is " + hertz[i]
                        + " revolutions per second: expected a shaft that turns");
            }
            seconds[i] = i / rate;
            revolutions[i] = i == 0 ? 0 : revolutions[i - 1] + (hertz[i] + hertz[i - 1]) / (2 * rate);
        }
        return new ShaftAngle(revolutions, seconds);
    }

    /** Returns the whole way turned between the first known moment and the last, in revolutions. */
    public double turned() {
        return revolutions[revolutions.length - 1];
    }

    /** Returns the highest speed between two known moments, in revolutions per second. */
    public double fastest() {
        double fastest = 0;
        for (int i = 1; i < seconds.length; i++) {
            fastest = Math.max(fastest, (revolutions[i] - revolutions[i - 1]) / (seconds[i] - seconds[i - 1]));
        }
        return fastest;
    }

    /** Returns the lowest speed between two known moments, in revolutions per second. */
    public double slowest() {
        double slowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < seconds.length; i++) {
            slowest = Math.min(slowest, (revolutions[i] - revolutions[i - 1]) / (seconds[i] - seconds[i - 1]));
        }
        return slowest;
    }

    /** Returns when the shaft had turned so far, in seconds. Shape: [angle] -> [angle]; the angles rise. */
    double[] times(double[] rising) {
        double[] times = new double[rising.length];
        int at = 0;
        for (int i = 0; i < times.length; i++) {
            while (at < revolutions.length - 2 && revolutions[at + 1] <= rising[i]) {
                at++;
            }
            times[i] = between(at, rising[i]);
        }
        return times;
    }

    private double between(int at, double angle) {
        double width = revolutions[at + 1] - revolutions[at];
        double u = (angle - revolutions[at]) / width;
        double v = 1 - u;
        return v * v * (1 + 2 * u) * seconds[at]
                + u * u * (1 + 2 * v) * seconds[at + 1]
                + u * v * width * (v * slopes[at] - u * slopes[at + 1]);
    }

    private static double[] slopes(double[] x, double[] y) {
        int n = x.length;
        double[] slopes = new double[n];
        for (int i = 0; i < n; i++) {
            int middle = Math.clamp(i, 1, n - 2);
            slopes[i] = parabola(x, y, middle, x[i]);
        }
        return slopes;
    }

    /** Returns the slope at x of the parabola through a point and its neighbours. */
    private static double parabola(double[] x, double[] y, int middle, double at) {
        double before = (y[middle] - y[middle - 1]) / (x[middle] - x[middle - 1]);
        double after = (y[middle + 1] - y[middle]) / (x[middle + 1] - x[middle]);
        double bend = (after - before) / (x[middle + 1] - x[middle - 1]);
        return before + bend * (2 * at - x[middle - 1] - x[middle]);
    }
}

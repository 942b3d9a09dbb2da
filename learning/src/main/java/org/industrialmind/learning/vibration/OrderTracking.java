package org.industrialmind.learning.vibration;

/**
 * Reads a block anew at even steps of the shaft's angle, so that what turns with the shaft keeps its order while the speed
 * changes. Needed where the speed moves by more than a percent within a block: in time, the 10th order then smears over as
 * many bins as the block has tenths of a percent.
 *
 * <p>A reading between two others is the cubic through its four neighbours: of a line at a tenth of the rate it loses at
 * most 0.4 %, at a fifth 5 %. What matters should lie below that.
 *
 * @param readingsPerRevolution of the result
 * @see "Fyfe and Munck 1997, Analysis of computed order tracking, MSSP 11(2)"
 */
public record OrderTracking(int readingsPerRevolution) {
    public OrderTracking {
        if (readingsPerRevolution < 4) {
            throw new IllegalArgumentException(readingsPerRevolution
                    + " readings per revolution: expected at least 4, more than twice the highest order in the block");
        }
    }

    /** Returns the fewest readings per revolution with which nothing of a block folds back: its rate at the lowest speed. */
    public static OrderTracking lossless(Waveform block, ShaftAngle angle) {
        return new OrderTracking(Math.max(4, (int) Math.ceil(block.rate() / angle.slowest())));
    }

    /**
     * Returns the readings at even angles, as an order spectrum takes them. Shape: [reading] -> [whole revolutions x
     * readings per revolution], m/s2.
     *
     * @throws IllegalArgumentException if so few readings per revolution fold high frequencies back, the shaft made no
     *     whole turn, or its angle is known for times that the block does not have
     */
    public AngularWaveform resample(Waveform block, ShaftAngle angle) {
        if (readingsPerRevolution < lossless(block, angle).readingsPerRevolution()) {
            throw new IllegalArgumentException(readingsPerRevolution + " readings per revolution fold back what "
                    + block.rate() + " readings per second show at " + angle.slowest() + " Hz: take at least "
                    + lossless(block, angle).readingsPerRevolution());
        }
        int revolutions = (int) Math.floor(angle.turned() + 1e-9);
        if (revolutions < 1) {
            throw new IllegalArgumentException(
                    "the shaft turned by " + angle.turned() + " revolutions: expected at least one whole");
        }
        double[] angles = new double[revolutions * readingsPerRevolution];
        for (int i = 0; i < angles.length; i++) {
            angles[i] = (double) i / readingsPerRevolution;
        }
        double[] times = angle.times(angles);
        double last = (block.size() - 1) / block.rate();
        double margin = 1 / block.rate();
        if (times[0] < -margin || times[times.length - 1] > last + margin) {
            throw new IllegalArgumentException("the shaft's angle is known from " + times[0] + " to "
                    + times[times.length - 1] + " s: expected times within the block, 0 to " + last + " s");
        }
        double[] readings = new double[times.length];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = between(block, times[i] * block.rate());
        }
        return new AngularWaveform(readings, readingsPerRevolution);
    }

    /** Returns the cubic through the four readings about a position. */
    private static double between(Waveform block, double position) {
        int n = block.size();
        int at = Math.clamp((int) Math.floor(position), 0, n - 2);
        double u = position - at;
        double before = block.acceleration(Math.max(at - 1, 0));
        double left = block.acceleration(at);
        double right = block.acceleration(at + 1);
        double after = block.acceleration(Math.min(at + 2, n - 1));
        return -u * (u - 1) * (u - 2) / 6 * before
                + (u + 1) * (u - 1) * (u - 2) / 2 * left
                - (u + 1) * u * (u - 2) / 2 * right
                + (u + 1) * u * (u - 1) / 6 * after;
    }
}

package org.industrialmind.learning.vibration;

/** Acceleration at even steps of the shaft's angle, m/s2: from {@link OrderTracking}. Holds whole revolutions. */
public final class AngularWaveform {
    private final double[] accelerations;
    private final int readingsPerRevolution;

    /** Takes the array as it is. */
    AngularWaveform(double[] accelerations, int readingsPerRevolution) {
        this.accelerations = accelerations;
        this.readingsPerRevolution = readingsPerRevolution;
    }

    public int size() {
        return accelerations.length;
    }

    public int revolutions() {
        return accelerations.length / readingsPerRevolution;
    }

    public int readingsPerRevolution() {
        return readingsPerRevolution;
    }

    /** Returns all accelerations; a copy. */
    public double[] accelerations() {
        return accelerations.clone();
    }
}

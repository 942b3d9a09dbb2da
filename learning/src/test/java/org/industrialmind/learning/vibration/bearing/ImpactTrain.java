package org.industrialmind.learning.vibration.bearing;

import java.util.SplittableRandom;
import org.industrialmind.learning.vibration.Waveform;

/**
 * A bearing with a spot of damage, as the field models it: a resonance is struck at the fault's frequency, each time a
 * little early or late since elements slip, and everything lies in noise and the hum of a shaft.
 *
 * @param part that is damaged
 * @param strength of an impact, in deviations of the noise
 * @param slip share by which all impacts come late
 * @param jitter deviation of each impact's time, as a share of the distance to the next
 */
public record ImpactTrain(BearingOrders orders, BearingPart part, double strength, double slip, double jitter) {
    public static final double RATE = 12_000;
    public static final double SPEED = 30; // Hz
    private static final double RESONANCE = 3200; // Hz
    private static final double DECAY = 800; // per second: rings for some ten periods

    public Waveform block(double seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] readings = new double[(int) Math.round(seconds * RATE)];
        for (int t = 0; t < readings.length; t++) {
            readings[t] = random.nextGaussian() + 2 * Math.sin(2 * Math.PI * SPEED * t / RATE);
        }
        int perTurn = part == BearingPart.ROLLING_ELEMENT ? 2 : 1; // it strikes both races
        double distance = 1 / (perTurn * orders.of(part) * SPEED * (1 - slip));
        for (double at = random.nextDouble() * distance;
                at < seconds;
                at += distance * (1 + jitter * random.nextGaussian())) {
            double load = loadOf(at);
            for (int t = (int) Math.ceil(at * RATE); t < readings.length && t / RATE - at < 0.01; t++) {
                double since = t / RATE - at;
                readings[t] += strength * load * Math.exp(-DECAY * since) * Math.sin(2 * Math.PI * RESONANCE * since);
            }
        }
        return Waveform.of(readings, RATE).atShaftSpeed(SPEED);
    }

    /** What turns with the shaft or the cage passes the load once a turn. */
    private double loadOf(double at) {
        return switch (part) {
            case OUTER_RACE -> 1;
            case INNER_RACE -> 1 + 0.8 * Math.cos(2 * Math.PI * SPEED * at);
            case ROLLING_ELEMENT -> 1 + 0.8 * Math.cos(2 * Math.PI * orders.cage() * SPEED * at);
            case CAGE -> 1;
        };
    }
}

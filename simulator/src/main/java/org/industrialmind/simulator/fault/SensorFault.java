package org.industrialmind.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.AssetId;

/**
 * A sensor that lies for a while about a machine that is well.
 *
 * @param amount as the kind has it
 * @param until exclusive; the sensor is well again
 * @param flagged whether the quality of the reading admits it, where the transmitter can know
 */
public record SensorFault(
        AssetId asset, String channel, Kind kind, double amount, Instant from, Instant until, boolean flagged) {
    private static final double NOTICEABLE = 3; // standard deviations of noise

    /** @throws IllegalArgumentException if it is over before it begins */
    public SensorFault {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("sensor fault " + kind.id() + " of " + asset + " lasts from " + from
                    + " until " + until + ": expected a later end");
        }
    }

    /** How it lies. */
    public enum Kind {
        /** Off by the amount, in standard deviations of its noise. */
        BIAS("sensor.bias", false),
        /** Off by more and more, by the amount of standard deviations at the end. */
        DRIFT("sensor.drift", false),
        /** Stays at its last value. */
        STUCK("sensor.stuck", false),
        /** Shows the upper end of its range. */
        RAIL("sensor.rail", true),
        /** Jumps about once in ten minutes, by Pareto-distributed heights of at least the amount of deviations. */
        SPIKES("sensor.spikes", false),
        /** Comes and goes in bursts (Gilbert 1960, Elliott 1963); what is missing is NaN. */
        DROPOUT("sensor.dropout", true),
        /** Shows the value times the amount. */
        GAIN("sensor.gain", false),
        /** As noisy as the amount times the usual. */
        NOISE("sensor.noise", false),
        /** Wired to the clamps of its neighbour in the schema, and the other way round. */
        SWAPPED("sensor.swapped", false),
        /** Reports in another unit: Fahrenheit, psi, or a factor of 3.6. */
        UNIT_FLIP("sensor.unit-flip", false),
        /** The time of all readings of the machine stands still while the values go on. */
        FROZEN_TIME("sensor.frozen-time", false);

        private final String id;
        private final boolean selfEvident;

        Kind(String id, boolean selfEvident) {
            this.id = id;
            this.selfEvident = selfEvident;
        }

        /** Returns the name in labels, such as {@code sensor.stuck}. */
        public String id() {
            return id;
        }

        /** Returns whether a transmitter can notice this about itself. */
        public boolean selfEvident() {
            return selfEvident;
        }
    }

    /** Returns when it is off by three standard deviations of noise. */
    public Instant detectable() {
        if (kind != Kind.DRIFT || Math.abs(amount) <= NOTICEABLE) {
            return from;
        }
        double share = NOTICEABLE / Math.abs(amount);
        return from.plus(
                Duration.ofSeconds((long) (Duration.between(from, until).toSeconds() * share)));
    }

    /** Returns the direction of a reading that is off to one side; empty if there is none. */
    public List<Symptom> symptoms() {
        return switch (kind) {
            case BIAS, DRIFT -> List.of(new Symptom(channel, amount < 0 ? -1 : 1));
            case GAIN -> List.of(new Symptom(channel, amount < 1 ? -1 : 1));
            case RAIL -> List.of(new Symptom(channel, 1));
            case STUCK, SPIKES, DROPOUT, NOISE, SWAPPED, UNIT_FLIP, FROZEN_TIME -> List.of();
        };
    }
}

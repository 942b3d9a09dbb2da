package org.industrialmind.simulator.plant;

import java.time.Instant;
import java.util.Optional;
import org.industrialmind.signal.AssetId;

/**
 * Something ordinary that looks unusual: a watcher that raises an alarm for it has not understood the plant.
 *
 * @param asset the machine concerned, or empty for the whole plant
 * @param until exclusive
 * @param amount as the kind has it
 */
public record Nuisance(Kind kind, Optional<AssetId> asset, Instant from, Instant until, double amount) {

    /** @throws IllegalArgumentException if it is over before it begins */
    public Nuisance {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "nuisance " + kind + " lasts from " + from + " until " + until + ": expected a later end");
        }
    }

    public static Nuisance of(Kind kind, AssetId asset, Instant from, Instant until, double amount) {
        return new Nuisance(kind, Optional.of(asset), from, until, amount);
    }

    public static Nuisance plantWide(Kind kind, Instant from, Instant until, double amount) {
        return new Nuisance(kind, Optional.empty(), from, until, amount);
    }

    /** What happens. */
    public enum Kind {
        /** The operator asks for another load; the amount is the load relative to nominal. */
        SET_POINT_CHANGE("nuisance.set-point-change"),
        /** The operator keeps the machine at a load; no surprise to anybody, so it has no label. */
        HELD_LOAD("nuisance.held-load"),
        /** The machine hands over to its standby: it is off, and started again afterwards. */
        DUTY_SWAP("nuisance.duty-swap"),
        /** The machine runs at cleaning load. */
        PLANNED_CLEAN("nuisance.planned-clean"),
        /** The air gets warmer and cooler again in half-hour ramps; the amount is in kelvin. */
        HEAT_WAVE("nuisance.heat-wave"),
        /** The grid sags; the amount is the share of voltage that is missing. */
        POWER_DIP("nuisance.power-dip"),
        /** A technician has a transmitter on the bench, and its quality says so; the amount is the channel's position. */
        CALIBRATION("nuisance.calibration"),
        /** The operator nudges the set point to and fro; the amount is relative to nominal. */
        SET_POINT_DITHER("nuisance.set-point-dither");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Returns the name in labels, such as {@code nuisance.heat-wave}. */
        public String id() {
            return id;
        }
    }
}

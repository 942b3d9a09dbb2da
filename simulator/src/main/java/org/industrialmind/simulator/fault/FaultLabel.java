package org.industrialmind.simulator.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.AssetId;

/**
 * The truth about one event of the plant, for judging whoever watched it.
 *
 * <p>Recall counts from {@link #detectable()}, not from the onset: before that nobody could have known.
 *
 * @param id unique within the run
 * @param item the maintainable item, measuring point or loop concerned
 * @param mode such as {@code pump.bearing-wear}, {@code sensor.stuck} or {@code nuisance.set-point-change}
 * @param isoCode failure mode of ISO 14224, or empty for what is no failure of a machine
 * @param parent id of the label whose fault brought this one about
 * @param onset when it physically began
 * @param detectable when the noise-free values had first left those of a healthy twin by three standard deviations of
 *     noise and stayed away; empty if they have not yet
 * @param failure when the machine no longer did its work; empty if it still does
 * @param end when it was repaired or over; empty while it lasts
 * @param symptoms channels that move and where to, the first to speak up in front
 */
public record FaultLabel(
        String id,
        AssetId asset,
        Kind kind,
        Severity severity,
        String item,
        String mode,
        Optional<String> isoCode,
        Optional<String> parent,
        Instant onset,
        Optional<Instant> detectable,
        Optional<Instant> failure,
        Optional<Instant> end,
        List<Symptom> symptoms) {
    public FaultLabel {
        symptoms = List.copyOf(symptoms);
    }

    /** What is really going on. */
    public enum Kind {
        /** The machine is getting worse. */
        PROCESS,
        /** The machine is well, its sensor is not. */
        SENSOR,
        /** Something ordinary that looks unusual and must not raise an alarm. */
        NUISANCE
    }

    /** How far it goes. */
    public enum Severity {
        /** Grows until the machine fails. */
        FULL,
        /** Stays at an early stage. */
        INCIPIENT,
        /** Has no degree. */
        NONE
    }
}

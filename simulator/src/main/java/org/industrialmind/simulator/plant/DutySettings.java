package org.industrialmind.simulator.plant;

import java.time.Duration;
import java.util.Map;

/**
 * How the load of a machine comes and goes: a semi-Markov chain with log-normal dwell times.
 *
 * @param medianDwell how long a duty usually lasts
 * @param spread standard deviation of the logarithm of the dwell time
 * @param weights how often each duty is chosen next, relative to the others; what is missing never is
 * @param shifts whether nights and weekends are quieter
 */
public record DutySettings(Duration medianDwell, double spread, Map<Duty, Double> weights, boolean shifts) {
    /** @throws IllegalArgumentException if nothing can be chosen, or the start is among the choices */
    public DutySettings {
        weights = Map.copyOf(weights);
        if (weights.values().stream().mapToDouble(Double::doubleValue).sum() <= 0 || weights.containsKey(Duty.START)) {
            throw new IllegalArgumentException(
                    "duty weights " + weights
                            + " are not valid: expected at least one positive weight, and none for START, which follows OFF by itself");
        }
    }

    /** The long rhythm of a real plant: four hours, shifts and weekends. */
    public static DutySettings realistic() {
        return new DutySettings(Duration.ofHours(4), 0.8, allDuties(), true);
    }

    /** The same life in fewer hours, so that a history of one shift shows each way of running. */
    public static DutySettings brisk() {
        return new DutySettings(Duration.ofMinutes(20), 0.5, allDuties(), false);
    }

    /** In service throughout: part, normal and full load only. */
    public static DutySettings inService() {
        return new DutySettings(Duration.ofMinutes(20), 0.5, loads(), false);
    }

    private static Map<Duty, Double> loads() {
        return Map.of(Duty.PART, 0.3, Duty.NORMAL, 0.4, Duty.FULL, 0.3);
    }

    private static Map<Duty, Double> allDuties() {
        return Map.of(
                Duty.PART,
                0.28,
                Duty.NORMAL,
                0.38,
                Duty.FULL,
                0.26,
                Duty.OFF,
                0.03,
                Duty.TURNDOWN,
                0.03,
                Duty.CLEAN,
                0.02);
    }
}

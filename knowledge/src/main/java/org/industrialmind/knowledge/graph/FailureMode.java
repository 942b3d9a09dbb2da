package org.industrialmind.knowledge.graph;

import java.util.List;

/**
 * A way of failing, with the signs by which it shows.
 *
 * @param id unique within the library, such as {@code pump.bearing-wear}
 * @param name in plain words, such as "Bearing wear"
 * @param iso14224 the failure mode code of ISO 14224, such as {@code VIB}
 * @param item the maintainable item that fails, such as "Bearing"
 * @param action what usually helps, in plain words
 * @param source where this is written down
 */
public record FailureMode(
        String id, String name, String iso14224, String item, String action, String source, List<Symptom> symptoms) {
    public FailureMode {
        symptoms = List.copyOf(symptoms);
    }

    /**
     * One cell of the fault-sensor sign matrix.
     *
     * @param sign 1: the channel reads higher than expected; -1: lower; 0: it is known to stay put, as a controlled
     *     variable does
     */
    public record Symptom(String channel, int sign) {
        public Symptom {
            if (sign < -1 || sign > 1) {
                throw new IllegalArgumentException(
                        "sign " + sign + " of " + channel + " is not valid: expected -1, 0 or 1");
            }
        }
    }
}

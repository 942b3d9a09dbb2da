package org.industrialmind.simulator.fault;

/**
 * The direction in which a channel moves when a machine has a fault.
 *
 * @param sign 1 if the value rises, -1 if it falls
 */
public record Symptom(String channel, int sign) {
    /** @throws IllegalArgumentException if the sign is neither 1 nor -1 */
    public Symptom {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("sign " + sign + " of " + channel + " is not valid: expected 1 or -1");
        }
    }

    static Symptom rises(String channel) {
        return new Symptom(channel, 1);
    }

    static Symptom falls(String channel) {
        return new Symptom(channel, -1);
    }
}

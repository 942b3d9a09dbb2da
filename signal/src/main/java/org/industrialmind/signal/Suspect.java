package org.industrialmind.signal;

/** Whom an abnormal window speaks against: the machine, or one of the sensors that watch it. */
public enum Suspect {
    /** Several channels that depend on each other have moved together. */
    MACHINE,
    /** One channel alone contradicts all others, or behaves as no machine can; it is the first of the contributions. */
    SENSOR,
    /** One channel has moved and nothing else tells whether the machine or the sensor did it. Told as the machine's. */
    UNDETERMINED;

    /**
     * Joins what two windows of one episode say. The machine goes before the sensor and the sensor before silence: whoever
     * trusts a wrong "it is only the sensor" loses a machine, whoever trusts a wrong "it is the machine" a walk to it.
     */
    public Suspect and(Suspect other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

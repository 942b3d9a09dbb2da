package org.industrialmind.learning.vibration.severity;

/** How a machine stands, in the direction of the measurement. */
public enum Support {
    /** Its lowest natural frequency lies at least a quarter above the main excitation, mostly that of the shaft. */
    RIGID,
    /** Everything else. */
    FLEXIBLE
}

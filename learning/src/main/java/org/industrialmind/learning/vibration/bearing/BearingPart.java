package org.industrialmind.learning.vibration.bearing;

/** The parts of a rolling bearing that fail, each with a frequency of its own. */
public enum BearingPart {
    /** Holds the rolling elements apart; turns at FTF. */
    CAGE("FTF"),
    /** Spins at BSF, and strikes one race or the other twice a turn: its lines stand at twice that. */
    ROLLING_ELEMENT("BSF"),
    /** Stands still; a spot on it is rolled over at BPFO. */
    OUTER_RACE("BPFO"),
    /** Turns with the shaft; a spot on it is rolled over at BPFI, more strongly whenever it passes the load. */
    INNER_RACE("BPFI");

    private final String frequency;

    BearingPart(String frequency) {
        this.frequency = frequency;
    }

    /** Returns what the field calls the frequency of its fault. */
    public String frequency() {
        return frequency;
    }
}

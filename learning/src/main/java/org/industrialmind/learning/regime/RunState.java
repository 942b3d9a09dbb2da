package org.industrialmind.learning.regime;

/**
 * What a machine is doing, as far as its drives tell.
 *
 * @see "ISA-TR88.00.02-2022, Machine and unit states (PackML): stopped, starting, execute, stopping"
 */
public enum RunState {
    /** Nothing has been read yet, or not for long enough to tell. */
    UNKNOWN,
    /** It is asked for nothing. */
    STOPPED,
    /** It was stopped and is on its way to a set point. */
    STARTING,
    /** It is held at a set point. */
    RUNNING,
    /** It is on its way from one set point to another. */
    CHANGING,
    /** It is on its way to standstill. */
    STOPPING;

    /** Returns whether the drives are held where they are. */
    public boolean steady() {
        return this == STOPPED || this == RUNNING;
    }
}

package org.industrialmind.learning.vibration.severity;

/** The evaluation zones of ISO 20816-1, in the words of the standard's purpose. */
public enum Zone {
    /** As newly commissioned machines vibrate. */
    A,
    /** Fit for long operation without restriction. */
    B,
    /** Not fit for long continuous operation; it may go on until there is an opportunity for remedy. */
    C,
    /** Severe enough to cause damage. */
    D
}

package org.industrialmind.simulator.fault;

/** The law by which damage grows from 0 to 1. */
public enum Growth {
    /** Slow for long, then fast: spalls and cracks. */
    EXPONENTIAL,
    /** In small steps that never turn back: wear and erosion. */
    GAMMA,
    /** A trend with noise that may turn back for a while: deposits and plugging. */
    WIENER,
    /** Fast at first, then towards a limit: fouling after Kern and Seaton 1959. */
    ASYMPTOTIC,
    /** By sudden jumps: settings that slip, phases that fail. */
    SHOCK
}

package org.industrialmind.foundations.neural;

/** A layer that walks along time and remembers. Shape: [batch, time, input] -> [batch, time, hidden]. */
public sealed interface Recurrence extends Layer permits SimpleRecurrence, Lstm, Gru {
    /** Returns how many numbers are remembered from step to step. */
    int hidden();
}

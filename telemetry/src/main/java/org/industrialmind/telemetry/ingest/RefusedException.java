package org.industrialmind.telemetry.ingest;

/** Readings that can never be taken in as they are, and why; nothing of what was sent with them was taken in either. */
public final class RefusedException extends RuntimeException {
    private final Refusal refusal;
    private final int line;

    RefusedException(Refusal refusal, int line, String seenAndExpected) {
        super("line " + line + ": " + seenAndExpected);
        this.refusal = refusal;
        this.line = line;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Returns the number of the line (of a frame: the row) that was refused, counted from 1. */
    public int line() {
        return line;
    }
}

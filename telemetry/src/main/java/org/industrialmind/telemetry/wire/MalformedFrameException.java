package org.industrialmind.telemetry.wire;

/** The bytes are not a frame; nothing that is tried again will make them one. */
public final class MalformedFrameException extends Exception {
    private final Rejection rejection;

    public MalformedFrameException(Rejection rejection, String message) {
        super(message);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}

package org.industrialmind.knowledge.graph;

/** The graph cannot be reached for now; the same question may be answered later. */
public final class GraphUnavailableException extends RuntimeException {
    public GraphUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public GraphUnavailableException(String message) {
        super(message);
    }
}

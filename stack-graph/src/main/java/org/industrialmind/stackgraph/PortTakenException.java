package org.industrialmind.stackgraph;

/** Tells that the Bolt port belongs to another program. */
final class PortTakenException extends RuntimeException {

    private final int port;

    PortTakenException(int port, Throwable cause) {
        super("port %d on 127.0.0.1, wanted for neo4j, is taken (%s)".formatted(port, cause.getMessage()), cause);
        this.port = port;
    }

    String next() {
        return "Stop the program that listens on port %d, or choose another with --bolt-port.".formatted(port);
    }
}

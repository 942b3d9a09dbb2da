package org.industrialmind.stack;

/**
 * One server of the stack behind a door that knows how it is embedded. Replacing a server, or its version, touches one implementation.
 *
 * <p>A server may be started again after it was stopped: it then has the same port and the same data. Starting a running server and
 * stopping a stopped one do nothing. An implementation is used by one thread at a time.
 */
interface LocalServer {

    ServerName name();

    /**
     * Returns once the server answers its clients.
     *
     * @throws StackException if the server cannot start, saying why and what to do
     */
    Endpoint start();

    /** Stops gracefully and returns when the port is free. */
    void stop();
}

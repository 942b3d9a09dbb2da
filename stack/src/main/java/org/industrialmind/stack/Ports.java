package org.industrialmind.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of one stack, chosen together before any server starts. All are held open while choosing, so no two servers are given the
 * same one; they are let go just before the servers bind them, which leaves a short moment in which another program could be faster.
 */
record Ports(Map<ServerPort, Integer> numbers, int controller) {

    Ports {
        numbers = Map.copyOf(numbers);
    }

    int of(ServerPort port) {
        return numbers.getOrDefault(port, 0);
    }

    /** Returns the configured ports where given and free ones elsewhere, or throws if a configured one is taken. */
    static Ports choose(StackConfig config) {
        List<ServerSocket> held = new ArrayList<>();
        Map<ServerPort, Integer> numbers = new EnumMap<>(ServerPort.class);
        try {
            // configured ports first: a free-chosen one must not land on them
            for (ServerPort port : ServerPort.values()) {
                int wanted = config.ports().getOrDefault(port, 0);
                if (wanted != 0 && config.servers().contains(port.server())) {
                    numbers.put(port, hold(port, wanted, held));
                }
            }
            for (ServerPort port : ServerPort.values()) {
                if (!numbers.containsKey(port) && config.servers().contains(port.server())) {
                    numbers.put(port, hold(port, 0, held));
                }
            }
            return new Ports(numbers, hold(ServerPort.KAFKA, 0, held));
        } finally {
            held.forEach(Ports::release);
        }
    }

    private static int hold(ServerPort port, int number, List<ServerSocket> held) {
        try {
            ServerSocket socket = new ServerSocket();
            held.add(socket);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StackException(
                    port.server(),
                    "port %d on 127.0.0.1, wanted for %s, is taken (%s)"
                            .formatted(number, port.server().id(), e.getMessage()),
                    "Stop the program that listens on port %d, or choose another with %s."
                            .formatted(number, port.option()),
                    e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackException("a port could not be let go: " + e.getMessage(), "Start again.", e);
        }
    }
}

package org.industrialmind.app.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between a client and a server that can be made slow, cut and mended. */
final class TcpProxy implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    TcpProxy(String host, int port) throws IOException {
        target = new InetSocketAddress(host, port);
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy-door").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Holds up every chunk on its way to the server for that long. */
    void delay(Duration each) {
        delay = each;
    }

    /** Breaks every connection, in the middle of whatever is under way, and lets none come about. */
    void cut() {
        cut = true;
        open.forEach(TcpProxy::close);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (cut) {
                    close(client);
                } else {
                    join(client);
                }
            } catch (IOException closed) {
                // closed, or a client that left at once: go on while the door is open
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket();
        open.add(client);
        open.add(server);
        try {
            server.connect(target);
        } catch (IOException away) {
            part(client, server);
            throw away;
        }
        Thread.ofVirtual().start(() -> pump(client, server, true));
        Thread.ofVirtual().start(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean slow) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (slow) {
                    Thread.sleep(delay);
                }
                out.write(chunk, 0, read);
            }
        } catch (IOException | InterruptedException broken) {
            // a line that breaks is what this is for
        } finally {
            part(from, to);
        }
    }

    private void part(Socket one, Socket other) {
        close(one);
        close(other);
        open.remove(one);
        open.remove(other);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing to do
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}

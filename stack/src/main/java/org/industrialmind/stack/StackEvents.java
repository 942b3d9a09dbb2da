package org.industrialmind.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the parent process reads: one JSON object per line, and {@code stack.json} for those who come later. */
final class StackEvents implements StackListener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final Path file;
    private final Map<String, Map<String, String>> servers = new TreeMap<>();
    private boolean up;

    StackEvents(PrintStream out, Path file) {
        this.out = out;
        this.file = file;
    }

    @Override
    public synchronized void ready(Endpoint endpoint, Duration took) {
        servers.put(endpoint.server().id(), endpoint.properties());
        Map<String, Object> event = event("ready");
        event.put("server", endpoint.server().id());
        event.putAll(endpoint.properties());
        event.put("seconds", took.toMillis() / 1e3);
        write(event);
        if (up) { // the graph comes late; its address belongs into the file too
            keep();
        }
    }

    /** Writes one event for the failure, and one for each that came with it. */
    synchronized void failed(StackException failure) {
        Map<String, Object> event = event("failed");
        failure.server().ifPresent(server -> event.put("server", server.id()));
        event.put("reason", String.valueOf(failure.getMessage()));
        event.put("next", failure.next());
        write(event);
        for (Throwable other : failure.getSuppressed()) {
            if (other instanceof StackException another) {
                failed(another);
            }
        }
    }

    synchronized void up(Duration took) {
        up = true;
        keep();
        Map<String, Object> event = event("up");
        event.put("seconds", took.toMillis() / 1e3);
        write(event);
    }

    synchronized void stopped() {
        if (up) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new StackException("cannot remove " + file + ": " + e, "Remove it by hand.", e);
            }
        }
        write(event("stopped"));
    }

    private void keep() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("pid", ProcessHandle.current().pid());
        content.put("servers", servers);
        try {
            OwnerOnly.write(file, json(content) + "\n");
        } catch (IOException e) {
            throw new StackException("cannot write " + file + ": " + e, "Make the data folder writable.", e);
        }
    }

    private static Map<String, Object> event(String name) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", name);
        return event;
    }

    private void write(Map<String, Object> event) {
        out.println(json(event));
        out.flush();
    }

    private static String json(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings and numbers was not written: " + content.keySet(), e);
        }
    }
}

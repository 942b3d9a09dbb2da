package org.industrialmind.serving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One request, put together step by step. */
final class Call {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String method;
    private final HttpRequest.Builder request;
    private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

    Call(URI server, String method, String path) {
        this.method = method;
        this.request = HttpRequest.newBuilder(server.resolve(path));
    }

    Call key(String secret) {
        return header("Authorization", "Bearer " + secret);
    }

    Call cookie(String value) {
        return header("Cookie", "im_session=" + value);
    }

    /** Adds what a page of ours sends with every write. */
    Call fromOurPage() {
        return header("X-Requested-With", "industrialmind");
    }

    Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    Call json(String json) {
        body = HttpRequest.BodyPublishers.ofString(json);
        return header("Content-Type", "application/json");
    }

    Call text(String text) {
        body = HttpRequest.BodyPublishers.ofString(text);
        return header("Content-Type", "text/plain");
    }

    /** Sends a text without saying beforehand how long it is. */
    Call chunked(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return header("Content-Type", type);
    }

    Answer send() {
        return new Answer(send(HttpResponse.BodyHandlers.ofString()));
    }

    <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.method(method, body).build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

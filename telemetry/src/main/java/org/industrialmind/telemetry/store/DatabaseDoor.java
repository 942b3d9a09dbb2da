package org.industrialmind.telemetry.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A database behind HTTP: connections are kept and shared, nothing waits for ever, and what goes wrong is sorted into what
 * is worth trying again ({@link StoreUnavailableException}) and what is not ({@link Refused}). A wrong login, a database
 * that nobody has made and a proxy that knows nothing of it are worth trying again: they say nothing about the readings,
 * and a person can put them right.
 */
final class DatabaseDoor implements AutoCloseable {
    private static final int LONGEST_EXPLANATION = 500;

    private final String database;
    private final URI url;
    private final Optional<Login> login;
    private final Duration timeout;
    private final HttpClient http;

    DatabaseDoor(String database, URI url, Optional<Login> login, Duration connectTimeout, Duration timeout) {
        this.database = database;
        this.url = url;
        this.login = login;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** The database understood and said no to what was sent; asking again will not help. */
    static final class Refused extends RuntimeException {
        final String explanation;

        Refused(String explanation) {
            super(explanation);
            this.explanation = explanation;
        }
    }

    /** Sends lines to be written. */
    void write(String path, Map<String, String> parameters, byte[] body, int length) {
        HttpRequest request = request(path, parameters)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(new ArrayBody(body, length))
                .build();
        try (InputStream answer = send(request)) {
            answer.readAllBytes(); // so that the connection can be used again
        } catch (IOException e) {
            throw unavailable("broke off its answer", e);
        }
    }

    /** Asks a question whose answer the caller reads and closes. */
    InputStream ask(String path, Map<String, String> parameters) {
        return send(request(path, parameters).GET().build());
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = url.toString().replaceFirst("/$", "");
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(base + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(timeout);
        login.ifPresent(known -> builder.header("Authorization", known.header()));
        return builder;
    }

    private InputStream send(HttpRequest request) {
        HttpResponse<InputStream> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unavailable("does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for: the thread was interrupted", e);
        }
        if (answer.statusCode() / 100 == 2) {
            return answer.body();
        }
        throw failure(answer.statusCode(), explanation(answer.body()));
    }

    private RuntimeException failure(int status, String explanation) {
        return switch (status) {
            case 400, 413, 422 -> new Refused(explanation);
            case 401, 403 ->
                new StoreUnavailableException(database + " at " + url + " refuses the login (" + status
                        + "): check the user, password or token of the store's configuration");
            case 404 ->
                new StoreUnavailableException(database + " at " + url + " does not find what is asked for (404): "
                        + explanation + "; check the address, and that the database has been made");
            case 408, 429 -> new StoreUnavailableException(database + " at " + url + " is busy: " + explanation);
            default ->
                new StoreUnavailableException(database + " at " + url + " failed (" + status + "): " + explanation);
        };
    }

    private static String explanation(InputStream body) {
        try (body) {
            String text = new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8).strip();
            return text.length() > LONGEST_EXPLANATION ? text.substring(0, LONGEST_EXPLANATION) + "..." : text;
        } catch (IOException e) {
            return "no explanation could be read";
        }
    }

    StoreUnavailableException unavailable(String what, Throwable cause) {
        return new StoreUnavailableException(
                database + " at " + url + " " + what + " (" + cause.getClass().getSimpleName() + ": "
                        + cause.getMessage() + "); is it running, and is the address right?",
                cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

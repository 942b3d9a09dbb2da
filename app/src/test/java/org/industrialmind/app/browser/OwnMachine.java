package org.industrialmind.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.industrialmind.app.process.Home;

/** A blower that comes in as docs/your-own-machines.md says: with the very requests that stand there. */
final class OwnMachine {
    static final String ID = "B-101";

    private static final Pattern PUT = Pattern.compile("api -X PUT \\$URL(\\S+) -d '(.*?)'", Pattern.DOTALL);
    private static final Pattern TRAIN =
            Pattern.compile("api \\$URL(/api/v1/trainings) -d '(.*?)\"from\": \"[^\"]*\"", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile(
            "-H \"Content-Type: (\\S+)\" --data-binary @- \\$URL(\\S+) <<END\n\\s*(.*?) \\$\\(date \\+%s\\)(0+)\n");
    private static final int LINES = 20_000; // in one request

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(5);
    private final Instant begin;
    private final URI server;
    private final String key;
    private final String guide;

    /** @param begin of its first hour: what it does hangs on the time since then, and not on when the test runs */
    OwnMachine(Instant begin, URI server, String key) throws IOException {
        this.begin = begin;
        this.server = server;
        this.key = key;
        this.guide = Files.readString(Home.folder().resolve("docs/your-own-machines.md"));
    }

    /** Describes the class and adds the machine. */
    void add() throws IOException, InterruptedException {
        Matcher put = PUT.matcher(guide);
        int requests = 0;
        for (; put.find(); requests++) {
            assertThat(send("PUT", put.group(1), put.group(2)).statusCode()).isEqualTo(200);
        }
        assertThat(requests).as("requests of the guide").isEqualTo(2);
    }

    /** Delivers the one reading that stands in the guide, as of that time. */
    void delivers(Instant at) throws IOException, InterruptedException {
        Matcher line = LINE.matcher(guide);
        assertThat(line.find()).isTrue();
        HttpResponse<String> answer =
                send("POST", line.group(2), line.group(3) + " " + at.getEpochSecond() + line.group(4), line.group(1));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** Delivers a reading for each second of the span. */
    void runs(Instant from, Instant to, double wear) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(1)) {
            lines.append(line(at, wear));
            if (++count % LINES == 0 || !at.plusSeconds(1).isBefore(to)) {
                HttpResponse<String> answer = send("POST", "/api/v1/ingest/lines", lines.toString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
                lines.setLength(0);
            }
        }
    }

    private String line(Instant at, double wear) {
        long age = Duration.between(begin, at).toSeconds();
        double speed = age / 1200 % 2 == 0 ? 1480 : 1200;
        double ambient = 15 + 3 * Math.sin(age / 3000.0);
        return String.format(
                Locale.ROOT,
                "roots-blower,asset=%s"
                        + " speed=%.1f,ambient_temp=%.2f,discharge_temp=%.2f,motor_current=%.2f,vibration=%.3f"
                        + " %d000000000%n",
                ID,
                speed + random.nextGaussian(0, 2),
                ambient + random.nextGaussian(0, 0.1),
                40 + ambient + speed / 100 + random.nextGaussian(0, 0.2),
                speed / 7 + random.nextGaussian(0, 1.5),
                speed / 700 + wear + random.nextGaussian(0, 0.08),
                at.getEpochSecond());
    }

    /** Asks for the training and waits until it is done. */
    void learn(Instant from, Duration patience) throws IOException, InterruptedException {
        Matcher train = TRAIN.matcher(guide);
        assertThat(train.find()).isTrue();
        HttpResponse<String> asked = send("POST", train.group(1), train.group(2) + "\"from\": \"" + from + "\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        Instant deadline = Instant.now().plus(patience);
        String state = asked.body();
        while (!state.contains("\"state\":\"done\"")) {
            assertThat(state).doesNotContain("\"state\":\"failed\"");
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
            state = send("GET", train.group(1), "").body();
        }
        assertThat(state).as("what the gate refused").contains("\"refused\":[]");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, body.startsWith("{") ? "application/json" : "text/plain");
    }

    private HttpResponse<String> send(String method, String path, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}

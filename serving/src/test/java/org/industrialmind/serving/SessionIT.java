package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.industrialmind.serving.security.ApiKey;
import org.industrialmind.serving.security.ApiKeys;
import org.industrialmind.serving.security.Role;
import org.industrialmind.signal.ModelRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys and the sessions of browsers. */
@Timeout(120) // a stream that does not end would be read for ever
final class SessionIT {
    private static final String WRONG = "im_0123456789ab_" + "A".repeat(43);

    @TempDir
    Path folder;

    private TestEdge edge;

    @BeforeEach
    void open() {
        edge = TestEdge.start(folder, folder.resolve("no-pages"));
    }

    @AfterEach
    void close() {
        edge.close();
    }

    private Answer signIn(String secret) {
        return edge.call("POST", "/api/v1/session")
                .json("{\"secret\":\"" + secret + "\"}")
                .send();
    }

    @Test
    void a_key_becomes_a_cookie_that_scripts_and_other_sites_cannot_use() {
        Answer answer = signIn(edge.secret(Role.OPERATOR));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("role").asString()).isEqualTo("operator");
        assertThat(answer.body()).doesNotContain("im_");
        assertThat(answer.cookies()).hasSize(1);
        assertThat(List.of(answer.cookies().getFirst().split("; ")))
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .first()
                .asString()
                .matches("im_session=[A-Za-z0-9_-]{43}");
    }

    @Test
    void the_session_is_known_until_it_is_closed_or_twelve_hours_old() {
        String first = edge.signIn(edge.secret(Role.VIEWER));
        String second = edge.signIn(edge.secret(Role.VIEWER));
        assertThat(first).isNotEqualTo(second);
        assertThat(edge.call("GET", "/api/v1/session").cookie(first).send().body())
                .contains("viewer of the test");
        edge.call("GET", "/api/v1/session").send().problem(401);

        Answer closed = edge.call("DELETE", "/api/v1/session")
                .cookie(first)
                .fromOurPage()
                .send();
        assertThat(closed.status()).isEqualTo(204);
        assertThat(closed.cookies().getFirst()).contains("Max-Age=0");
        edge.call("GET", "/api/v1/plant").cookie(first).send().problem(401);
        assertThat(edge.call("GET", "/api/v1/plant").cookie(second).send().status())
                .isEqualTo(200);

        HttpResponse<Stream<String>> stream =
                listen(edge.call("GET", "/api/v1/events").cookie(second));
        edge.now = edge.now.plus(Duration.ofHours(12)).plusSeconds(1);
        assertHearsNothingMore(stream);
        edge.call("GET", "/api/v1/plant").cookie(second).send().problem(401);
    }

    private static HttpResponse<Stream<String>> listen(Call call) {
        HttpResponse<Stream<String>> stream = call.send(HttpResponse.BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        return stream;
    }

    private void assertHearsNothingMore(HttpResponse<Stream<String>> stream) {
        edge.live.publish("model", new ModelRef("secret", 1));
        assertThat(stream.body().toList()).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void a_write_by_cookie_needs_the_header_that_only_our_pages_send() {
        String cookie = edge.signIn(edge.secret(Role.OPERATOR));
        String path = "/api/v1/alarms/" + edge.raise().id() + "/acknowledge";
        String body = "{\"comment\":\"seen\"}";
        assertThat(edge.call("POST", path).cookie(cookie).json(body).send().problem(403))
                .contains("X-Requested-With");
        assertThat(edge.call("POST", path)
                        .cookie(cookie)
                        .header("X-Requested-With", "XMLHttpRequest")
                        .json(body)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(edge.call("POST", path)
                        .cookie(cookie)
                        .fromOurPage()
                        .json(body)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_revoked_key_ends_at_once_with_all_its_sessions() {
        ApiKeys.Issued issued = edge.keys.issue("leaver", Role.VIEWER);
        String cookie = edge.signIn(issued.secret());
        String path = "/api/v1/keys/" + issued.key().id();
        HttpResponse<Stream<String>> byCookie =
                listen(edge.call("GET", "/api/v1/events").cookie(cookie));
        HttpResponse<Stream<String>> byKey =
                listen(edge.call("GET", "/api/v1/events").key(issued.secret()));
        assertThat(edge.as(Role.ADMIN, "DELETE", path).send().status()).isEqualTo(204);
        assertHearsNothingMore(byCookie);
        assertHearsNothingMore(byKey);
        edge.call("GET", "/api/v1/plant").cookie(cookie).send().problem(401);
        edge.call("GET", "/api/v1/plant").key(issued.secret()).send().problem(401);
        signIn(issued.secret()).problem(401);
        edge.as(Role.ADMIN, "DELETE", path).send().problem(404);
    }

    @Test
    void a_wrong_key_shown_ten_times_in_a_minute_is_told_to_wait_and_nobody_else_is() {
        String right = edge.secret(Role.GATEWAY);
        ApiKeys.Issued ended = edge.keys.issue("old gateway", Role.GATEWAY);
        edge.keys.revoke(ended.key().id());
        for (int i = 0; i < 10; i++) {
            signIn(WRONG).problem(401);
            ingest(ended.secret()).problem(401);
        }
        assertThat(signIn(WRONG).problem(429)).contains("shown too often");
        ingest(ended.secret()).problem(429);
        assertThat(ingest(right).status()).isEqualTo(204);
        assertThat(signIn(edge.secret(Role.VIEWER)).status()).isEqualTo(200);
        signIn(WRONG.replace("im_0", "im_1")).problem(401);
        edge.now = edge.now.plusSeconds(61);
        signIn(WRONG).problem(401);
    }

    private Answer ingest(String secret) {
        return edge.call("POST", "/api/v1/ingest/lines")
                .key(secret)
                .text("centrifugal-pump,asset=P-101 envelope=1 " + TestEdge.START.toEpochMilli() + "000000")
                .send();
    }

    @Test
    void an_admin_issues_keys_and_sees_their_secret_once() {
        Answer issued = edge.as(Role.ADMIN, "POST", "/api/v1/keys")
                .json("{\"name\":\"north gateway\",\"role\":\"gateway\"}")
                .send();
        assertThat(issued.status()).isEqualTo(201);
        String secret = issued.json().path("key").asString();
        assertThat(edge.keys.authenticate(secret)).isPresent();
        String listed = edge.get(Role.ADMIN, "/api/v1/keys").send().body();
        assertThat(listed).contains("north gateway").doesNotContain(secret.substring(16));
    }

    @Test
    void the_first_admin_is_made_once() {
        assertThat(edge.firstAdmin.secret()).startsWith("im_");
        assertThat(edge.keys.firstAdmin()).isEmpty();
    }

    @Test
    void the_database_keeps_no_secret() throws SQLException {
        String random = edge.secret(Role.ADMIN).substring(16);
        try (var connection = edge.database.getConnection();
                var query = connection.prepareStatement("select k::text, sha256 from serving.api_key k");
                var row = query.executeQuery()) {
            int rows = 0;
            while (row.next()) {
                assertThat(row.getString(1)).doesNotContain(random);
                assertThat(row.getBytes(2)).hasSize(32);
                rows++;
            }
            assertThat(rows).isGreaterThan(1);
        }
    }

    @Test
    void the_last_admin_key_stays() {
        String path = "/api/v1/keys/" + edge.firstAdmin.key().id();
        assertThat(edge.call("DELETE", path)
                        .key(edge.firstAdmin.secret())
                        .send()
                        .problem(409))
                .contains("last key of an admin");
        assertThat(edge.keys.authenticate(edge.firstAdmin.secret())).isPresent();
    }

    @Test
    void two_admins_who_end_each_others_key_at_once_leave_one() throws Exception {
        ApiKey survivor = edge.firstAdmin.key();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 25; round++) {
                ApiKey other = edge.keys.issue("other", Role.ADMIN).key();
                CyclicBarrier together = new CyclicBarrier(2);
                List<CompletableFuture<Void>> both = List.of(survivor, other).stream()
                        .map(key -> CompletableFuture.runAsync(() -> revoke(key, together), threads))
                        .toList();
                both.forEach(CompletableFuture::join);
                List<ApiKey> left = edge.keys.all();
                assertThat(left).as("round " + round).hasSize(1);
                survivor = left.getFirst();
            }
        }
    }

    private void revoke(ApiKey key, CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception stopped) {
            throw new IllegalStateException(stopped);
        }
        edge.keys.revoke(key.id());
    }

    @Test
    void a_database_that_is_away_is_not_taken_for_a_wrong_key() {
        String secret = edge.secret(Role.VIEWER);
        edge.keyDatabase.goAway();
        for (int i = 0; i < 11; i++) {
            edge.call("GET", "/api/v1/plant").key(secret).send().problem(503);
            signIn(secret).problem(503);
        }
        edge.keyDatabase.comeBack();
        assertThat(signIn(secret).status()).isEqualTo(200);
    }
}

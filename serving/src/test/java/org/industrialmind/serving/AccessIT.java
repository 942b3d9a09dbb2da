package org.industrialmind.serving;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.serving.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call what. The table is written by hand, so that a slip in the rules cannot hide in a copy of them. */
final class AccessIT {
    private static final String UNKNOWN_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NONE = "none";
    private static final Set<String> EVERYONE = Set.of(NONE, "viewer", "operator", "engineer", "admin", "gateway");
    private static final Set<String> ANY_KEY = Set.of("viewer", "operator", "engineer", "admin", "gateway");
    private static final Set<String> READERS = Set.of("viewer", "operator", "engineer", "admin");
    private static final Set<String> OPERATORS = Set.of("operator", "engineer", "admin");
    private static final Set<String> ENGINEERS = Set.of("engineer", "admin");
    private static final Set<String> ADMINS = Set.of("admin");
    private static final Set<String> DELIVERERS = Set.of("gateway", "engineer", "admin");

    /** Endpoint -> who gets past the door. */
    private static final Map<String, Set<String>> EXPECTED = Map.ofEntries(
            entry("POST /api/v1/session", EVERYONE),
            entry("DELETE /api/v1/session", EVERYONE),
            entry("GET /api/v1/session", ANY_KEY),
            entry("GET /api/v1/plant", READERS),
            entry("GET /api/v1/classes", READERS),
            entry("PUT /api/v1/classes/{name}", ENGINEERS),
            entry("GET /api/v1/assets/{id}", READERS),
            entry("PUT /api/v1/assets/{id}", ENGINEERS),
            entry("GET /api/v1/assets/{id}/latest", READERS),
            entry("GET /api/v1/assets/{id}/series", READERS),
            entry("GET /api/v1/assets/{id}/assessments", READERS),
            entry("GET /api/v1/assets/{id}/episodes", READERS),
            entry("GET /api/v1/assets/{id}/explanation", READERS),
            entry("GET /api/v1/episodes/{id}", READERS),
            entry("GET /api/v1/alarms", READERS),
            entry("GET /api/v1/alarms/{id}", READERS),
            entry("GET /api/v1/alarms/{id}/history", READERS),
            entry("POST /api/v1/alarms/{id}/acknowledge", OPERATORS),
            entry("POST /api/v1/alarms/{id}/shelve", OPERATORS),
            entry("POST /api/v1/alarms/{id}/unshelve", OPERATORS),
            entry("POST /api/v1/alarms/{id}/suppress", ENGINEERS),
            entry("POST /api/v1/alarms/{id}/unsuppress", ENGINEERS),
            entry("POST /api/v1/alarms/{id}/out-of-service", ENGINEERS),
            entry("POST /api/v1/alarms/{id}/return-to-service", ENGINEERS),
            entry("GET /api/v1/assets/{id}/advice", READERS),
            entry("GET /api/v1/assets/{id}/remaining-life", READERS),
            entry("GET /api/v1/assets/{id}/maintenance-terms", READERS),
            entry("PUT /api/v1/assets/{id}/maintenance-terms", ENGINEERS),
            entry("GET /api/v1/proposals", READERS),
            entry("GET /api/v1/proposals/{id}/history", READERS),
            entry("POST /api/v1/proposals/{id}/accept", OPERATORS),
            entry("POST /api/v1/proposals/{id}/decline", OPERATORS),
            entry("GET /api/v1/models", READERS),
            entry("POST /api/v1/models/promote", ENGINEERS),
            entry("POST /api/v1/trainings", ENGINEERS),
            entry("GET /api/v1/trainings", READERS),
            entry("GET /api/v1/trainings/{id}", READERS),
            entry("POST /api/v1/backtests", ENGINEERS),
            entry("GET /api/v1/backtests", READERS),
            entry("GET /api/v1/backtests/{id}", READERS),
            entry("GET /api/v1/decisions", READERS),
            entry("GET /api/v1/decisions/{name}", READERS),
            entry("PUT /api/v1/decisions/{name}", ENGINEERS),
            entry("DELETE /api/v1/decisions/{name}", ENGINEERS),
            entry("GET /api/v1/life-models", READERS),
            entry("GET /api/v1/life-models/{name}", READERS),
            entry("POST /api/v1/life-models/{name}/forecasts", READERS),
            entry("GET /api/v1/audit", ADMINS),
            entry("GET /api/v1/keys", ADMINS),
            entry("POST /api/v1/keys", ADMINS),
            entry("DELETE /api/v1/keys/{id}", ADMINS),
            entry("POST /api/v1/ingest/lines", DELIVERERS),
            entry("GET /api/v1/events", READERS),
            entry("GET /metrics", READERS),
            entry("GET /health/live", EVERYONE),
            entry("GET /health/ready", EVERYONE),
            entry("GET /openapi.json", EVERYONE),
            entry("GET /openapi.json.yaml", EVERYONE),
            entry("GET /openapi.json/swagger-config", EVERYONE),
            entry("GET /docs", EVERYONE),
            entry("GET /", EVERYONE),
            entry("GET /error", EVERYONE),
            entry("POST /error", Set.of()));

    @TempDir
    static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void open() {
        edge = TestEdge.start(folder, folder.resolve("no-pages"));
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    @Test
    void every_endpoint_is_in_the_table_and_nothing_else_is() {
        assertThat(endpoints()).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @Test
    void every_endpoint_admits_exactly_those_that_the_table_names() {
        List<String> wrong = new ArrayList<>();
        EXPECTED.forEach((endpoint, allowed) -> {
            Set<String> admitted = new TreeSet<>();
            EVERYONE.stream().filter(who -> admits(endpoint, who)).forEach(admitted::add);
            if (!admitted.equals(allowed)) {
                wrong.add(endpoint + " admits " + admitted + ", expected " + allowed);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_nobody_has_mapped_is_refused_to_everyone() {
        for (String endpoint : List.of(
                "GET /api/v1/nothing",
                "GET /api",
                "GET /api/",
                "PUT /api/v1/plant",
                "DELETE /api/v1/models",
                "POST /api/v1/alarms/" + UNKNOWN_ID + "/explode",
                "PATCH /api/v1/keys",
                "DELETE /index.html",
                "OPTIONS /api/v1/plant")) {
            EVERYONE.forEach(who -> assertThat(status(endpoint, who))
                    .as(endpoint + " by " + who)
                    .isIn(401, 403));
        }
    }

    @Test
    void detours_in_the_path_lead_to_no_endpoint() {
        for (String path : List.of(
                "/api/v1/plant/",
                "/api//v1/plant",
                "/x/../api/v1/plant",
                "/api/v1/%70lant",
                "/api/v1;x=1/plant",
                "/api/v1%2Fplant",
                "/api/v1/assets/..%2F..%2Fplant")) {
            assertThat(status("GET " + path, NONE)).as(path).isIn(400, 401, 403);
        }
        for (String path :
                List.of("/api/v1/assets/..%2Fkeys", "/api/v1/assets/../keys", "/api/v1/assets/%2e%2e/keys")) {
            assertThat(status("GET " + path, "viewer")).as(path).isIn(400, 403, 404);
        }
    }

    private static Set<String> endpoints() {
        return edge.server.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessIT::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("GET", "POST")
                : mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet());
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
    }

    private static boolean admits(String endpoint, String who) {
        int status = status(endpoint, who);
        return status != 401 && status != 403;
    }

    private static int status(String endpoint, String who) {
        String[] parts = endpoint.split(" ", 2);
        String path = parts[1].contains("/assets/")
                ? parts[1].replace("{id}", "P-101")
                : parts[1].replace("{id}", UNKNOWN_ID).replace("{name}", "loan-approval");
        Call call = edge.call(parts[0], path);
        if (!who.equals(NONE)) {
            call.key(edge.secret(Role.parse(who)));
        }
        HttpResponse<InputStream> response = call.send(HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return response.statusCode();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}

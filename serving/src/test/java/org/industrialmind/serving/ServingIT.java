package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.learning.Provenance;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.serving.explanation.Explanation;
import org.industrialmind.serving.platform.AddedAssets;
import org.industrialmind.serving.platform.AddedClasses;
import org.industrialmind.serving.platform.Health;
import org.industrialmind.serving.security.Role;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What the edge shows: the plant, its machines and alarms, the dashboard's files, its own description, and metrics. */
final class ServingIT {
    private static final long NOW = TestEdge.START.getEpochSecond() * 1_000_000_000L;
    private static final String SCRIPT_HASH = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String SAMPLE = "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\.)*\""
            + "(,[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\.)*\")*,?\\})? (NaN|[+-]Inf|[+-]?[0-9.]+([eE][+-]?[0-9]+)?)"
            + "( [0-9]+)?";

    @TempDir
    static Path folder;

    private static TestEdge edge;
    private static Alarm alarm;

    @BeforeAll
    static void open() throws IOException {
        Path pages = folder.resolve("pages");
        write(pages.resolve("index.html"), "<!doctype html><title>The plant</title>");
        write(pages.resolve("asset/index.html"), "<!doctype html><title>A machine</title>");
        write(pages.resolve("404.html"), "<!doctype html><title>No such page</title>");
        write(pages.resolve("_next/static/chunks/1f2e3d.js"), "// never changes");
        write(pages.resolve("csp.json"), "{\"scriptHashes\":[\"" + SCRIPT_HASH + "\"]}");
        write(folder.resolve("secret.txt"), "not a page");
        edge = TestEdge.start(folder.resolve("models"), pages);
        edge.as(Role.GATEWAY, "POST", "/api/v1/ingest/lines")
                .text("centrifugal-pump,asset=P-101 envelope=1,bearing_temp_de=60 " + (NOW - 2_000_000_000L)
                        + "\ncentrifugal-pump,asset=P-101 envelope=5 " + (NOW - 1_000_000_000L))
                .send();
        alarm = edge.raise();
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static JsonNode get(String path) {
        Answer answer = edge.get(Role.VIEWER, path).send();
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void the_machine_in_trouble_stands_first_in_plain_words() {
        JsonNode plant = get("/api/v1/plant");
        assertThat(plant.path("time").asString()).isEqualTo("2026-11-20T12:00:00Z");
        JsonNode first = plant.path("assets").path(0);
        assertThat(first.path("id").asString()).isEqualTo("P-101");
        assertThat(first.path("condition").asString()).isEqualTo("abnormal");
        assertThat(first.path("headline").asString()).isEqualTo(alarm.message());
        assertThat(first.path("path").path("site").asString()).isEqualTo("North");
        assertThat(first.path("openAlarm").path("id").asString())
                .isEqualTo(alarm.id().toString());
        JsonNode second = plant.path("assets").path(1);
        assertThat(second.path("condition").asString()).isEqualTo("unknown");
        assertThat(second.path("score").isNull()).isTrue();
        assertThat(second.path("openAlarm").isNull()).isTrue();
    }

    @Test
    void a_machine_shows_its_channels_and_newest_values_with_gaps_as_null() {
        JsonNode asset = get("/api/v1/assets/P-101");
        assertThat(asset.path("period").asString()).isEqualTo("PT1S");
        assertThat(asset.path("channels").size()).isEqualTo(2);
        assertThat(asset.path("model").path("name").asString()).isEqualTo(TestEdge.MODEL.name());
        JsonNode latest = get("/api/v1/assets/P-101/latest");
        assertThat(latest.path("time").asString()).isEqualTo("2026-11-20T11:59:59Z");
        assertThat(latest.path("values").path("envelope").path("value").asDouble())
                .isEqualTo(5);
        assertThat(latest.path("values").path("bearing_temp_de").path("value").isNull())
                .isTrue();
    }

    @Test
    void a_machine_of_a_known_class_is_added_and_takes_readings() {
        String line = "centrifugal-pump,asset=P-201 envelope=2 " + (NOW - 1_000_000_000L);
        assertThat(edge.as(Role.GATEWAY, "POST", "/api/v1/ingest/lines")
                        .text(line)
                        .send()
                        .problem(400))
                .contains("PUT /api/v1/assets/P-201");
        String pump = "{\"name\":\"Booster pump\",\"equipmentClass\":\"centrifugal-pump\",\"criticality\":2,"
                + "\"path\":{\"site\":\"North\",\"area\":\"Utilities\",\"system\":\"Boiler\"}}";

        assertThat(put("P-201", pump).json().path("name").asString()).isEqualTo("Booster pump");
        assertThat(edge.as(Role.GATEWAY, "POST", "/api/v1/ingest/lines")
                        .text(line)
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(get("/api/v1/assets/P-201/latest")
                        .path("values")
                        .path("envelope")
                        .path("value")
                        .asDouble())
                .isEqualTo(2);

        assertThat(put("P-201", pump.replace("centrifugal-pump", "fan")).problem(409))
                .contains("is a centrifugal-pump");
        assertThat(put("F-1", pump.replace("centrifugal-pump", "fan")).problem(409))
                .contains("has no fan yet");
        assertThat(put("P-202", pump.replace("2,", "6,")).problem(400)).contains("expected 1 to 5");
        assertThat(put("P-202", "{}").problem(400)).contains("'path' is missing");
    }

    @Test
    void a_machine_of_which_power_and_support_are_said_has_a_zone_of_vibration_with_limits_and_standard() {
        String said = "{\"name\":\"Sump pump\",\"equipmentClass\":\"centrifugal-pump\",\"criticality\":1,"
                + "\"path\":{\"site\":\"North\",\"area\":\"Utilities\",\"system\":\"Sump\"}";
        shake("P-203");
        assertThat(put("P-203", said + "}").json().path("vibration").isNull())
                .as("nobody has said how it stands")
                .isTrue();

        JsonNode pump = put("P-203", said + ",\"installation\":{\"ratedKilowatts\":22,\"support\":\"rigid\"}}")
                .json();
        assertThat(pump.path("installation").path("support").asString()).isEqualTo("rigid");
        JsonNode vibration = pump.path("vibration");
        assertThat(vibration.path("zone").asString()).isEqualTo("C");
        assertThat(vibration.path("standard").asString()).isEqualTo("ISO 10816-7 category I");
        assertThat(vibration.path("limits").toString()).isEqualTo("[2.5,4.0,6.5]");
        JsonNode point = vibration.path("points").path(0);
        assertThat(point.path("channel").asString()).isEqualTo("vibration_de");
        assertThat(point.path("velocity").asDouble()).isCloseTo(5, within(1e-6));
        assertThat(pump.path("headline").asString()).endsWith("vibrates in zone C, not for long operation");
        JsonNode inPlant = get("/api/v1/plant")
                .path("assets")
                .valueStream()
                .filter(asset -> asset.path("id").asString().equals("P-203"))
                .findFirst()
                .orElseThrow();
        assertThat(inPlant.path("vibrationZone").asString()).isEqualTo("C");

        assertThat(put("P-203", said + ",\"installation\":{\"support\":\"rigid\"}}")
                        .problem(400))
                .contains("'installation.ratedKilowatts' is missing");
        assertThat(put("P-203", said + ",\"installation\":{\"ratedKilowatts\":22,\"support\":\"stiff\"}}")
                        .problem(400))
                .contains("expected rigid or flexible");
    }

    /** Lets a pump without a model vibrate at 5 mm/s for a minute. */
    private static void shake(String tag) {
        FrameSchema schema = new FrameSchema(
                TestPlant.PUMP.equipmentClass(),
                Duration.ofSeconds(1),
                FrameSchema.Precision.SINGLE,
                List.of(new Channel("vibration_de", "Velocity", new Unit("mm/s"), Channel.Role.CONDITION)));
        float[] minute = new float[60];
        Arrays.fill(minute, 5);
        Window window = new Window(new AssetId(tag), schema, NOW, minute);
        Assessment unjudged =
                new Assessment.NotAssessable(window.asset(), window.endNanos(), Assessment.Reason.NO_MODEL);
        edge.vibration.on(window, unjudged);
        edge.board.on(unjudged);
    }

    @Test
    void a_class_of_ones_own_is_described_and_has_machines() {
        String blower = "{\"period\":\"PT1S\",\"channels\":["
                + "{\"name\":\"speed\",\"unit\":\"/min\",\"role\":\"drive\"},"
                + "{\"name\":\"vibration\",\"description\":\"Bearing\",\"unit\":\"mm/s\",\"role\":\"condition\"}]}";
        JsonNode described = describe("roots-blower", blower).json();
        assertThat(described.path("equipmentClass").asString()).isEqualTo("roots-blower");
        assertThat(described.path("channels").path(1).path("role").asString()).isEqualTo("condition");
        assertThat(described.path("machines").asInt()).isZero();
        describe("roots-blower", blower.replace("mm/s", "m/s2")); // nothing runs on it yet

        String machine = "{\"name\":\"Blower\",\"equipmentClass\":\"roots-blower\",\"criticality\":2,"
                + "\"path\":{\"site\":\"North\",\"area\":\"Water\",\"system\":\"Aeration\"}}";
        assertThat(put("B-1", machine).status()).isEqualTo(200);
        Answer delivered = edge.as(Role.GATEWAY, "POST", "/api/v1/ingest/lines")
                .text("roots-blower,asset=B-1 speed=1480,vibration=2.5 " + (NOW - 1_000_000_000L))
                .send();
        assertThat(delivered.status()).as(delivered.body()).isEqualTo(204);
        Answer changed = describe("roots-blower", blower);
        assertThat(changed.problem(409)).contains("1 machines of the class");
        assertThat(changed.body()).contains("roots-blower-2");
        assertThat(describe("roots-blower", blower.replace("mm/s", "m/s2"))
                        .json()
                        .path("machines")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/api/v1/classes").toString()).contains("roots-blower", "centrifugal-pump");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|none of the 0 'channels' tells how the machine does",
                "{\"channels\":[null]}|the field 'channels[0]' is missing",
                "{\"channels\":[{\"name\":\"speed\",\"role\":\"drive\"}]}|at least one of the role 'process'",
                "{\"channels\":[{\"name\":\"speed\"}]}|the field 'channels[0].role' is missing",
                "{\"channels\":[{\"name\":\"speed\",\"role\":\"boss\"}]}|[drive, process, condition, ambient]",
                "{\"channels\":[{\"name\":\"Speed!\",\"role\":\"process\"}]}|channel name 'Speed!' is not valid",
                "{\"channels\":[{\"name\":\"speed\",\"role\":\"process\"}]}|the field 'period' is missing",
                "{\"period\":\"1s\",\"channels\":[{\"name\":\"speed\",\"role\":\"process\"}]}|such as PT1S",
                "{\"period\":\"PT1S\",\"channels\":[{\"name\":\"a\",\"role\":\"process\"},"
                        + "{\"name\":\"a\",\"role\":\"process\"}]}|names a channel twice"
            })
    void says_what_is_wrong_with_a_class(String body, String said) {
        Answer answer = describe("wrong-class", body);
        answer.problem(400);
        assertThat(answer.body()).contains(said);
    }

    private static Answer describe(String code, String body) {
        return edge.as(Role.ENGINEER, "PUT", "/api/v1/classes/" + code)
                .json(body)
                .send();
    }

    @Test
    void classes_that_were_described_are_kept() {
        FrameSchema fan = new FrameSchema(
                new EquipmentClass("fan"),
                Duration.ofSeconds(1),
                FrameSchema.Precision.SINGLE,
                List.of(new Channel("speed", "Of the wheel", new Unit("/min"), Channel.Role.PROCESS)));
        FrameSchema reworded = new FrameSchema(
                fan.equipmentClass(),
                fan.period(),
                fan.precision(),
                List.of(new Channel("speed", "Of the shaft", new Unit("/min"), Channel.Role.PROCESS)));
        AddedClasses kept = new AddedClasses(edge.database);
        kept.keep(fan);
        kept.keep(reworded);
        kept.keep(TestPlant.SCHEMA);
        assertThat(new AddedClasses(edge.database).all()).containsExactly(TestPlant.SCHEMA, reworded);
    }

    @Test
    void machines_that_were_added_are_kept() {
        Asset installed = TestPlant.SLASHED.installed(new Installation(7.5, Installation.Support.FLEXIBLE));
        AddedAssets kept = new AddedAssets(edge.database);
        kept.keep(new AddedAssets.Added(TestPlant.SPARE, 7));
        kept.keep(new AddedAssets.Added(TestPlant.SPARE, TestPlant.SCHEMA.id()));
        kept.keep(new AddedAssets.Added(installed, TestPlant.SCHEMA.id()));
        assertThat(new AddedAssets(edge.database).all())
                .containsExactly(
                        new AddedAssets.Added(TestPlant.SPARE, TestPlant.SCHEMA.id()),
                        new AddedAssets.Added(installed, TestPlant.SCHEMA.id()));
    }

    private static Answer put(String tag, String body) {
        return edge.as(Role.ENGINEER, "PUT", "/api/v1/assets/" + tag).json(body).send();
    }

    @Test
    void a_tag_may_hold_a_slash() {
        assertThat(get("/api/v1/assets/U2%2FP-103").path("name").asString()).isEqualTo("Feed water pump of unit 2");
        assertThat(get("/api/v1/assets/U2%2FP-103/latest").path("time").isNull())
                .isTrue();
        edge.get(Role.VIEWER, "/api/v1/assets/U2/P-103").send().problem(404);
        edge.as(Role.VIEWER, "PUT", "/api/v1/assets/U2%2FP-103/maintenance-terms")
                .json("{}")
                .send()
                .problem(403);
    }

    @Test
    void trends_keep_time_and_extremes() {
        JsonNode series = get("/api/v1/assets/P-101/series?channel=envelope&from=2026-11-20T11:59:50Z"
                        + "&to=2026-11-20T12:00:00Z&buckets=1")
                .path("series")
                .path(0);
        assertThat(series.path("channel").asString()).isEqualTo("envelope");
        assertThat(series.path("points").size()).isEqualTo(1);
        JsonNode point = series.path("points").path(0);
        assertThat(List.of(
                        point.path(1).asDouble(),
                        point.path(2).asDouble(),
                        point.path(3).asDouble()))
                .containsExactly(1.0, 5.0, 3.0);
        assertThat(point.path(0).asLong()).isEqualTo(NOW / 1_000_000 - 10_000);
    }

    @Test
    void a_window_is_explained_on_demand_or_it_is_said_what_is_missing() {
        String path = "/api/v1/assets/P-101/explanation?at=2026-11-20T12:00:10.5Z";
        Answer refused = edge.get(Role.VIEWER, path).send();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).contains("no model judges P-101");

        AtomicLong asked = new AtomicLong();
        edge.explainer = (asset, schema, end) -> {
            asked.set(end);
            return new Explanation(TestEdge.MODEL, 2.5, List.of(), List.of(new Contribution("envelope", 1, 8)), 30);
        };
        JsonNode explained = get(path);
        assertThat(asked.get()).isEqualTo(NOW + 10_500_000_000L);
        assertThat(explained.path("shares").path(0).path("channel").asString()).isEqualTo("envelope");
        assertThat(explained.path("reference").asInt()).isEqualTo(30);
        assertThat(edge.get(Role.VIEWER, "/api/v1/assets/P-101/explanation?at=%2B1000000-01-01T00:00:00Z")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(edge.get(Role.VIEWER, "/api/v1/assets/X-1/explanation?at=2026-11-20T12:00:00Z")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void assessments_and_episodes_say_which_channels_are_behind_it() {
        JsonNode assessments =
                get("/api/v1/assets/P-101/assessments?from=2026-11-20T12:00:00Z&to=2026-11-20T13:00:00Z");
        assertThat(assessments.size()).isGreaterThanOrEqualTo(3);
        assertThat(assessments.path(0).path("kind").asString()).isEqualTo("abnormal");
        assertThat(assessments
                        .path(0)
                        .path("contributions")
                        .path(0)
                        .path("channel")
                        .asString())
                .isEqualTo("envelope");
        JsonNode episode = get("/api/v1/assets/P-101/episodes").path(0);
        assertThat(episode).isEqualTo(get("/api/v1/episodes/" + alarm.id()));
        assertThat(episode.path("closed").isNull()).isTrue();
    }

    @Test
    void an_alarm_is_shelved_and_given_back_with_a_trace_of_who_did_it() {
        String path = "/api/v1/alarms/" + alarm.id();
        JsonNode shelved = edge.as(Role.OPERATOR, "POST", path + "/shelve")
                .json("{\"minutes\":30,\"reason\":\"known leak\"}")
                .send()
                .json();
        assertThat(shelved.path("state").asString()).isEqualTo("shelved");
        assertThat(shelved.path("shelvedUntil").asString()).isEqualTo("2026-11-20T12:30:00Z");
        assertThat(shelved.path("actions").toString()).isEqualTo("[\"unshelve\",\"suppress\",\"out-of-service\"]");
        assertThat(edge.as(Role.OPERATOR, "POST", path + "/unshelve").send().json())
                .isEqualTo(get(path));
        JsonNode history = get(path + "/history");
        assertThat(history.size()).isGreaterThanOrEqualTo(3);
        assertThat(history.path(1).path("actor").asString()).isEqualTo("operator of the test");
        assertThat(history.path(1).path("reason").asString()).contains("known leak");
        assertThat(get("/api/v1/alarms").path(0).path("diagnosis").path("modes").size())
                .isPositive();
        JsonNode audit = edge.as(Role.ADMIN, "GET", "/api/v1/audit").send().json();
        assertThat(audit.path("whole").asBoolean()).isTrue();
        assertThat(audit.path("entries").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(audit.path("firstBroken").isNull()).isTrue();
        assertThat(audit.path("head").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_promotion_crowns_the_version_and_only_it() throws IOException {
        ModelRegistry registry = edge.server.context().getBean(ModelRegistry.class);
        write(folder.resolve("model/weights"), "1");
        Provenance provenance = Provenance.here("test", "pca", Map.of("rank", "3"), 7, TestEdge.START);
        ModelVersion first = registry.register("anomaly/test", "pca", folder.resolve("model"), provenance, Map.of());
        write(folder.resolve("model/weights"), "2");
        registry.register("anomaly/test", "pca", folder.resolve("model"), provenance, Map.of("limit", 1.5));
        JsonNode promoted = edge.as(Role.ENGINEER, "POST", "/api/v1/models/promote")
                .json("{\"name\":\"anomaly/test\",\"version\":1,\"reason\":\"calmer\"}")
                .send()
                .json();
        assertThat(promoted.path("champion").asBoolean()).isTrue();
        assertThat(promoted.path("sha256").asString()).isEqualTo(first.sha256());
        JsonNode models = get("/api/v1/models");
        assertThat(models.path(0).path("version").asInt()).isEqualTo(2);
        assertThat(models.path(0).path("champion").asBoolean()).isFalse();
        assertThat(models.path(1).path("champion").asBoolean()).isTrue();
        assertThat(models.path(1).path("provenance").path("seed").asInt()).isEqualTo(7);
        assertThat(registry.promotions("anomaly/test").getFirst().model()).isEqualTo(new ModelRef("anomaly/test", 1));

        edge.modelCheck = version -> {
            throw new IOException("/data/models/" + version.ref() + " is cut short");
        };
        Answer refused = edge.as(Role.ENGINEER, "POST", "/api/v1/models/promote")
                .json("{\"name\":\"anomaly/test\",\"version\":2,\"reason\":\"newer\"}")
                .send();
        edge.modelCheck = version -> {};
        assertThat(refused.problem(409))
                .isEqualTo("anomaly/test v2 could not go to work: its files cannot be read here");
        assertThat(registry.champion("anomaly/test").orElseThrow().ref().version())
                .isEqualTo(1);
    }

    @Test
    void readiness_tells_degraded_from_down() {
        assertThat(edge.call("GET", "/health/ready")
                        .send()
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("up");
        edge.health.put("graph", Health.State.DEGRADED);
        Answer degraded = edge.call("GET", "/health/ready").send();
        edge.health.put("alarms", Health.State.DOWN);
        Answer down = edge.call("GET", "/health/ready").send();
        edge.health.keySet().removeAll(List.of("graph", "alarms"));
        assertThat(degraded.status()).isEqualTo(200);
        assertThat(degraded.json().path("parts").path("graph").asString()).isEqualTo("degraded");
        assertThat(down.status()).isEqualTo(503);
        assertThat(edge.call("GET", "/health/live").send().status()).isEqualTo(200);
    }

    @Test
    void every_endpoint_is_described() {
        JsonNode paths = edge.call("GET", "/openapi.json").send().json().path("paths");
        List<String> undescribed = new ArrayList<>();
        List<String> endpoints =
                edge.server.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                        .filter(handler ->
                                handler.getValue().getBeanType().getName().startsWith("org.industrialmind"))
                        .flatMap(handler -> names(handler.getKey()))
                        .toList();
        assertThat(endpoints).hasSizeGreaterThan(25);
        for (String endpoint : endpoints) {
            String[] parts = endpoint.split(" ");
            JsonNode operation = paths.path(parts[1]).path(parts[0]);
            if (operation.path("summary").asString("").isBlank()
                    || operation.path("tags").isEmpty()) {
                undescribed.add(endpoint);
            }
        }
        assertThat(undescribed).isEmpty();
    }

    /** What is mapped for all methods is the answer to errors, which nobody asks for. */
    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method ->
                                method.asHttpMethod().name().toLowerCase(java.util.Locale.ROOT) + " " + pattern));
    }

    @Test
    void the_description_has_a_page_of_its_own() {
        Answer docs = edge.call("GET", "/docs").send();
        assertThat(docs.status()).isEqualTo(302);
        String page = docs.header("Location");
        assertThat(page).contains("/swagger-ui/");
        Answer index = edge.call("GET", page).send();
        assertThat(index.status()).isEqualTo(200);
        assertThat(index.body()).contains("swagger-ui-bundle.js").doesNotContain("<script>", "https://");
        assertThat(edge.call("GET", "/swagger-ui/swagger-ui-bundle.js").send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/asset/", "/_next/static/chunks/1f2e3d.js", "/api/v1/plant", "/nothing", "/health/live"})
    void every_answer_carries_the_headers_that_browsers_heed(String path) {
        Answer answer = edge.call("GET", path).send();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(List.of(answer.header("Content-Security-Policy").split("; ")))
                .contains(
                        "default-src 'none'",
                        "script-src 'self' '" + SCRIPT_HASH + "'",
                        "style-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'");
    }

    @Test
    void pages_are_found_with_and_without_the_slash_at_their_end() {
        assertThat(edge.call("GET", "/").send().body()).contains("The plant");
        assertThat(edge.call("GET", "/asset/?id=P-101").send().body()).contains("A machine");
        assertThat(edge.call("GET", "/asset").send().body()).contains("A machine");
        assertThat(edge.call("HEAD", "/asset/").send().status()).isEqualTo(200);
    }

    @Test
    void a_person_who_lost_the_way_gets_a_page_and_a_program_a_problem() {
        Answer page = edge.call("GET", "/nowhere/")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .send();
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("No such page");
        edge.call("GET", "/nowhere/").send().problem(404);
    }

    @Test
    void only_what_never_changes_is_kept_by_browsers() {
        assertThat(edge.call("GET", "/_next/static/chunks/1f2e3d.js").send().header("Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
        assertThat(edge.call("GET", "/").send().header("Cache-Control")).isEqualTo("no-cache");
        assertThat(edge.get(Role.VIEWER, "/api/v1/plant").send().header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void nothing_outside_the_pages_folder_is_served() {
        for (String path :
                List.of("/../secret.txt", "/%2e%2e/secret.txt", "/asset/..%2f..%2fsecret.txt", "/..;/secret.txt")) {
            Answer answer = edge.call("GET", path).send();
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("not a page");
        }
    }

    @Test
    void metrics_are_ours_and_of_the_form_that_prometheus_reads() {
        edge.get(Role.VIEWER, "/api/v1/plant").send();
        Answer metrics = edge.get(Role.VIEWER, "/metrics").send();
        assertThat(metrics.header("Content-Type")).startsWith("text/plain;version=0.0.4");
        List<String> lines = metrics.body().lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("industrialmind_http_requests_seconds_count{")
                        && line.contains("path=\"/api/v1/plant\""));
        for (String line : lines) {
            if (line.startsWith("#")) {
                assertThat(line).matches("# (HELP|TYPE) industrialmind_[a-z0-9_]+ .+");
            } else {
                assertThat(line).startsWith("industrialmind_").matches(SAMPLE);
            }
        }
    }

    @Test
    void without_a_built_dashboard_the_root_says_how_to_get_it() {
        try (TestEdge bare = TestEdge.start(folder.resolve("bare"), folder.resolve("no-pages"))) {
            assertThat(bare.call("GET", "/").send().body()).contains("The dashboard was not built");
        }
    }
}

package org.industrialmind.knowledge.graph;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The plant's graph in Neo4j, over Bolt.
 *
 * <pre>
 * (:Equipment {id})-[:PART_OF]->(:System)-[:PART_OF]->(:Area)-[:PART_OF]->(:Site)
 * (:Equipment)-[:IS_A]->(:EquipmentClass {code})-[:CAN_FAIL_BY {rank}]->(:FailureMode {id})
 * (:FailureMode)-[:SHOWS {sign, rank}]->(:Channel {key})          what the signs are read on, per class
 * (:Sensor {id})-[:MEASURES]->(:Equipment), (:Sensor)-[:READS]->(:Channel)
 * </pre>
 *
 * <p>Loading merges by key and replaces the signs and places it brings, so loading twice changes nothing and loading a
 * moved machine moves it. Every query takes parameters; none is put together from text. Answers are due within three
 * seconds: whoever asks has something better to do than to wait for an explanation.
 */
public final class Neo4jPlantGraph implements PlantGraph, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOAD_PATIENCE =
            Duration.ofMinutes(2); // a plant of ten thousand nodes on a cold server

    private static final List<String> CONSTRAINTS = List.of(
            "CREATE CONSTRAINT equipment_id IF NOT EXISTS FOR (n:Equipment) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT equipment_class_code IF NOT EXISTS FOR (n:EquipmentClass) REQUIRE n.code IS UNIQUE",
            "CREATE CONSTRAINT failure_mode_id IF NOT EXISTS FOR (n:FailureMode) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT channel_key IF NOT EXISTS FOR (n:Channel) REQUIRE n.key IS UNIQUE",
            "CREATE CONSTRAINT sensor_id IF NOT EXISTS FOR (n:Sensor) REQUIRE n.id IS UNIQUE",
            "CREATE CONSTRAINT site_key IF NOT EXISTS FOR (n:Site) REQUIRE n.key IS UNIQUE",
            "CREATE CONSTRAINT area_key IF NOT EXISTS FOR (n:Area) REQUIRE n.key IS UNIQUE",
            "CREATE CONSTRAINT system_key IF NOT EXISTS FOR (n:System) REQUIRE n.key IS UNIQUE");

    private static final String LOAD_LIBRARY = """
            UNWIND $classes AS c
            MERGE (class:EquipmentClass {code: c.code}) SET class.name = c.name, class.known = true
            WITH class, c
            OPTIONAL MATCH (class)-[stale:CAN_FAIL_BY]->(:FailureMode)
            DELETE stale
            WITH DISTINCT class, c
            UNWIND c.modes AS m
            MERGE (mode:FailureMode {id: m.id})
            SET mode.name = m.name, mode.iso14224 = m.iso14224, mode.item = m.item, mode.action = m.action,
                mode.source = m.source
            MERGE (class)-[fails:CAN_FAIL_BY]->(mode) SET fails.rank = m.rank
            WITH class, m, mode
            OPTIONAL MATCH (mode)-[stale:SHOWS]->(:Channel)
            DELETE stale
            WITH DISTINCT class, m, mode
            UNWIND m.symptoms AS s
            MERGE (channel:Channel {key: class.code + '/' + s.channel}) SET channel.name = s.channel
            MERGE (mode)-[shows:SHOWS]->(channel) SET shows.sign = s.sign, shows.rank = s.rank
            """;

    private static final String LOAD_ASSETS = """
            UNWIND $assets AS a
            MERGE (site:Site {key: a.site}) SET site.name = a.site
            MERGE (area:Area {key: a.areaKey}) SET area.name = a.area
            MERGE (system:System {key: a.systemKey}) SET system.name = a.system
            MERGE (area)-[:PART_OF]->(site)
            MERGE (system)-[:PART_OF]->(area)
            MERGE (class:EquipmentClass {code: a.class})
            MERGE (equipment:Equipment {id: a.id})
            SET equipment.name = a.name, equipment.criticality = a.criticality
            WITH a, system, class, equipment
            OPTIONAL MATCH (equipment)-[moved:PART_OF]->(other:System) WHERE other <> system
            DELETE moved
            WITH DISTINCT a, system, class, equipment
            OPTIONAL MATCH (equipment)-[changed:IS_A]->(other:EquipmentClass) WHERE other <> class
            DELETE changed
            WITH DISTINCT a, system, class, equipment
            MERGE (equipment)-[:PART_OF]->(system)
            MERGE (equipment)-[:IS_A]->(class)
            WITH class, equipment
            MATCH (channel:Channel) WHERE channel.key STARTS WITH class.code + '/'
            MERGE (sensor:Sensor {id: equipment.id + '/' + channel.name})
            MERGE (sensor)-[:MEASURES]->(equipment)
            MERGE (sensor)-[:READS]->(channel)
            """;

    private static final String ASSETS = """
            MATCH (class:EquipmentClass)<-[:IS_A]-(e:Equipment)-[:PART_OF]->(system:System)
                  -[:PART_OF]->(area:Area)-[:PART_OF]->(site:Site)
            WHERE $id IS NULL OR e.id = $id
            RETURN e.id AS id, e.name AS name, e.criticality AS criticality, class.code AS class,
                   site.name AS site, area.name AS area, system.name AS system
            """;

    private static final String KNOWLEDGE = """
            MATCH (class:EquipmentClass {code: $code}) WHERE class.known
            OPTIONAL MATCH (class)-[fails:CAN_FAIL_BY]->(mode:FailureMode)
            OPTIONAL MATCH (mode)-[shows:SHOWS]->(channel:Channel)
            WITH class, fails, mode, shows, channel ORDER BY fails.rank, shows.rank
            WITH class, fails, mode, [s IN collect({channel: channel.name, sign: shows.sign})
                                      WHERE s.channel IS NOT NULL] AS symptoms
            RETURN class.name AS className, mode.id AS id, mode.name AS name, mode.iso14224 AS iso14224,
                   mode.item AS item, mode.action AS action, mode.source AS source, symptoms
            ORDER BY fails.rank
            """;

    private final Driver driver;
    private final String database;

    /** Connects when first asked; the server need not be up yet. */
    public Neo4jPlantGraph(String uri, AuthToken credentials, String database) {
        Config config = Config.builder()
                .withConnectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .withMaxConnectionPoolSize(8)
                .build();
        this.driver = GraphDatabase.driver(uri, credentials, config);
        this.database = database;
    }

    /** Returns the graph of the database {@code neo4j} at that address. */
    public static Neo4jPlantGraph connect(String uri, String user, String password) {
        return new Neo4jPlantGraph(uri, AuthTokens.basic(user, password), "neo4j");
    }

    @Override
    public void load(List<Asset> assets, List<EquipmentKnowledge> library) {
        ask(session -> {
            CONSTRAINTS.forEach(constraint -> session.run(constraint).consume());
            return session.executeWrite(
                    transaction -> {
                        run(transaction, LOAD_LIBRARY, Map.of("classes", classes(library)));
                        run(transaction, LOAD_ASSETS, Map.of("assets", places(assets)));
                        return assets.size();
                    },
                    TransactionConfig.builder().withTimeout(LOAD_PATIENCE).build());
        });
    }

    @Override
    public Optional<Asset> asset(AssetId id) {
        return rows(ASSETS, Map.of("id", id.value())).stream()
                .map(Neo4jPlantGraph::asset)
                .findFirst();
    }

    @Override
    public List<Asset> assets() {
        return rows(ASSETS, Collections.singletonMap("id", null)).stream()
                .map(Neo4jPlantGraph::asset)
                .sorted(Comparator.comparing(Asset::id))
                .toList();
    }

    @Override
    public Optional<EquipmentKnowledge> knowledge(EquipmentClass equipmentClass) {
        List<Record> rows = rows(KNOWLEDGE, Map.of("code", equipmentClass.code()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<FailureMode> modes = rows.stream()
                .filter(row -> !row.get("id").isNull())
                .map(Neo4jPlantGraph::mode)
                .toList();
        return Optional.of(new EquipmentKnowledge(
                equipmentClass, rows.getFirst().get("className").asString(), modes));
    }

    @Override
    public void close() {
        driver.close();
    }

    private List<Record> rows(String query, Map<String, ?> parameters) {
        TransactionConfig limits =
                TransactionConfig.builder().withTimeout(PATIENCE).build();
        return ask(session -> session.executeRead(
                transaction -> transaction.run(query, typed(parameters)).list(), limits));
    }

    private <T> T ask(Function<Session, T> question) {
        try (var session = driver.session(SessionConfig.forDatabase(database))) {
            return question.apply(session);
        } catch (Neo4jException failure) {
            throw new GraphUnavailableException(
                    "the plant graph did not answer: " + failure.getMessage()
                            + "; carry on without it, it may be back later",
                    failure);
        }
    }

    private static void run(TransactionContext transaction, String query, Map<String, ?> parameters) {
        transaction.run(query, typed(parameters)).consume();
    }

    @SuppressWarnings("unchecked") // the driver takes any value type and says so as Map<String, Object>
    private static Map<String, Object> typed(Map<String, ?> parameters) {
        return (Map<String, Object>) parameters;
    }

    private static List<Map<String, Object>> classes(List<EquipmentKnowledge> library) {
        return library.stream()
                .map(known -> Map.<String, Object>of(
                        "code", known.equipmentClass().code(), "name", known.name(), "modes", modes(known.modes())))
                .toList();
    }

    private static List<Map<String, Object>> modes(List<FailureMode> modes) {
        return IntStream.range(0, modes.size())
                .mapToObj(rank -> {
                    FailureMode mode = modes.get(rank);
                    return Map.<String, Object>of(
                            "rank", rank,
                            "id", mode.id(),
                            "name", mode.name(),
                            "iso14224", mode.iso14224(),
                            "item", mode.item(),
                            "action", mode.action(),
                            "source", mode.source(),
                            "symptoms", symptoms(mode.symptoms()));
                })
                .toList();
    }

    private static List<Map<String, Object>> symptoms(List<FailureMode.Symptom> symptoms) {
        return IntStream.range(0, symptoms.size())
                .mapToObj(rank -> Map.<String, Object>of(
                        "rank", rank,
                        "channel", symptoms.get(rank).channel(),
                        "sign", symptoms.get(rank).sign()))
                .toList();
    }

    private static List<Map<String, Object>> places(List<Asset> assets) {
        return assets.stream()
                .map(asset -> {
                    PlantPath path = asset.path();
                    return Map.<String, Object>of(
                            "id", asset.id().value(),
                            "name", asset.name(),
                            "criticality", asset.criticality(),
                            "class", asset.equipmentClass().code(),
                            "site", path.site(),
                            "area", path.area(),
                            "areaKey", path.site() + "/" + path.area(),
                            "system", path.system(),
                            "systemKey", path.toString());
                })
                .toList();
    }

    private static Asset asset(Record row) {
        return new Asset(
                new AssetId(row.get("id").asString()),
                row.get("name").asString(),
                new EquipmentClass(row.get("class").asString()),
                new PlantPath(
                        row.get("site").asString(),
                        row.get("area").asString(),
                        row.get("system").asString()),
                row.get("criticality").asInt());
    }

    private static FailureMode mode(Record row) {
        return new FailureMode(
                row.get("id").asString(),
                row.get("name").asString(),
                row.get("iso14224").asString(),
                row.get("item").asString(),
                row.get("action").asString(),
                row.get("source").asString(),
                row.get("symptoms").asList(Neo4jPlantGraph::symptom));
    }

    private static FailureMode.Symptom symptom(Value value) {
        return new FailureMode.Symptom(
                value.get("channel").asString(), value.get("sign").asInt());
    }
}

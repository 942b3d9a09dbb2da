package org.industrialmind.knowledge.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** The contract against a Neo4j server of its own, on loopback. */
final class Neo4jPlantGraphIT extends PlantGraphContract {
    // without these the server takes ten seconds to stop, waiting for clients that are gone
    private static final String QUICK_STOP = """
            internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
            internal.dbms.bolt.netty_server_shutdown_timeout=2s
            internal.server.bolt.thread_pool_shutdown_wait_time=1s
            internal.server.bolt.connection_shutdown_wait_time=1s
            """;

    @TempDir
    private static Path folder;

    private static DatabaseManagementService server;
    private static Neo4jPlantGraph graph;
    private static String uri;

    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("neo4j.conf"), QUICK_STOP);
        server = new DatabaseManagementServiceBuilder(folder.resolve("data"))
                .loadPropertiesFromFile(settings)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
                .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", port))
                .build();
        uri = "bolt://127.0.0.1:" + port;
        graph = new Neo4jPlantGraph(uri, AuthTokens.none(), "neo4j");
    }

    @AfterAll
    static void stop() {
        graph.close();
        server.shutdown();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static long count(String query) {
        try (var driver = GraphDatabase.driver(uri, AuthTokens.none());
                var session = driver.session()) {
            return session.run(query).single().get(0).asLong();
        }
    }

    @Override
    protected PlantGraph emptyGraph() {
        try (var driver = GraphDatabase.driver(uri, AuthTokens.none());
                var session = driver.session()) {
            session.run("MATCH (n) DETACH DELETE n").consume();
        }
        return graph;
    }

    @Test
    void lays_the_plant_out_as_a_graph_and_loading_twice_adds_no_node_and_no_edge() {
        PlantGraph plant = emptyGraph();
        List<Asset> pump = List.of(new Asset(
                new AssetId("P-101"),
                "Feed water pump A",
                new EquipmentClass("centrifugal-pump"),
                new PlantPath("North", "Utilities", "Feed water"),
                5));
        plant.load(pump, EquipmentLibrary.standard());
        long nodes = count("MATCH (n) RETURN count(n)");
        long edges = count("MATCH ()-[r]->() RETURN count(r)");

        plant.load(pump, EquipmentLibrary.standard());

        assertThat(count("MATCH (n) RETURN count(n)")).isEqualTo(nodes);
        assertThat(count("MATCH ()-[r]->() RETURN count(r)")).isEqualTo(edges);
        assertThat(count("MATCH (:Sensor {id: 'P-101/envelope'})-[:MEASURES]->(:Equipment)-[:PART_OF]->(:System)"
                        + "-[:PART_OF]->(:Area)-[:PART_OF]->(s:Site) RETURN count(s)"))
                .isEqualTo(1);
    }

    @Test
    void says_that_it_is_unavailable_when_nobody_answers() throws IOException {
        try (Neo4jPlantGraph nobody =
                new Neo4jPlantGraph("bolt://127.0.0.1:" + freePort(), AuthTokens.none(), "neo4j")) {
            assertThatThrownBy(nobody::assets)
                    .isInstanceOf(GraphUnavailableException.class)
                    .hasMessageContaining("carry on without it");
        }
    }
}

package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, each asked by its ordinary client. */
class LocalStackIT {

    @TempDir
    private static Path data;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(StackConfig.defaults(data));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void kafka_serves_a_consumer_group_of_the_new_protocol() throws Exception {
        create("served");
        send("served", "hello");

        ConsumerRecord<String, String> record = receive("served", "new-protocol");

        assertThat(record.value()).isEqualTo("hello");
        assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
    }

    @Test
    void kafka_stops_and_comes_back_on_the_same_port_with_its_records() throws Exception {
        create("survivor");
        send("survivor", "before");
        String address = stack.kafka().bootstrapServers();

        stack.stop(ServerName.KAFKA);
        stack.start(ServerName.KAFKA);

        assertThat(stack.kafka().bootstrapServers()).isEqualTo(address);
        assertThat(receive("survivor", "after-the-break").value()).isEqualTo("before");
    }

    @Test
    void questdb_stops_and_comes_back_on_the_same_port_with_its_rows() throws Exception {
        questDb("CREATE TABLE kept (ts TIMESTAMP, v DOUBLE) TIMESTAMP(ts) PARTITION BY DAY BYPASS WAL");
        questDb("INSERT INTO kept VALUES ('2026-01-01T00:00:00Z', 42.5)");

        stack.stop(ServerName.QUESTDB);
        stack.start(ServerName.QUESTDB);

        assertThat(questDb("SELECT v FROM kept")).contains("42.5");
    }

    @Test
    void questdb_speaks_the_wire_protocol_of_postgresql_to_those_with_the_password() throws SQLException {
        String url = stack.questDb().jdbcUrl();

        assertThat(number(url, "SELECT 40 + 2")).isEqualTo(42);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> number(url.replaceFirst("password=[0-9a-f]+", "password=quest"), "SELECT 1"));
    }

    @Test
    void questdb_takes_no_sql_over_http_from_those_without_the_password() throws Exception {
        for (String authorization : List.of("", "Basic YWRtaW46cXVlc3Q=")) { // nobody, and admin:quest as shipped
            assertThat(questDb("SELECT 1", authorization).statusCode())
                    .as(authorization)
                    .isEqualTo(401);
        }
    }

    @Test
    void postgresql_is_durable() throws SQLException {
        String url = stack.postgres().jdbcUrl();

        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(text(url, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void postgresql_is_closed_to_those_without_the_password() {
        String url = stack.postgres().jdbcUrl();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> text(url.replaceFirst("password=[0-9a-f]+", "password=guess"), "SELECT 1"))
                .withMessageContaining("password");
    }

    @Test
    void postgresql_does_not_make_the_platform_a_superuser() throws SQLException {
        assertThat(text(stack.postgres().jdbcUrl(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void a_second_stack_on_the_same_data_is_refused() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> LocalStack.start(StackConfig.defaults(data)))
                .withMessageContaining("already runs on " + data);
    }

    @Test
    void a_restart_on_other_ports_keeps_the_data_of_all() throws Exception {
        create("moved");
        send("moved", "kept");
        questDb("CREATE TABLE moved (ts TIMESTAMP, v INT) TIMESTAMP(ts) PARTITION BY DAY WAL");
        questDb("INSERT INTO moved VALUES ('2026-01-01T00:00:00Z', 7)");
        execute(stack.postgres().jdbcUrl(), "CREATE TABLE moved AS SELECT 7 AS v");
        String before = stack.kafka().bootstrapServers();

        stack.close();
        stack = LocalStack.start(StackConfig.defaults(data));

        assertThat(stack.kafka().bootstrapServers()).isNotEqualTo(before);
        assertThat(receive("moved", "after-the-move").value()).isEqualTo("kept");
        assertThat(number(stack.postgres().jdbcUrl(), "SELECT v FROM moved")).isEqualTo(7);
        assertThat(eventually("SELECT v FROM moved", "[[7]]")).isTrue(); // the WAL is applied in the background
    }

    private static void create(String topic) throws Exception {
        try (Admin admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(String topic, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "acks", "all", "compression.type", "lz4");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static ConsumerRecord<String, String> receive(String topic, String group) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.kafka().bootstrapServers(),
                "group.id",
                group,
                "group.protocol",
                "consumer",
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int attempt = 0; attempt < 60; attempt++) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    return records.iterator().next();
                }
            }
            throw new AssertionError("no record of " + topic + " arrived within a minute");
        }
    }

    private static String questDb(String sql) throws IOException, InterruptedException {
        String login = stack.questDb().user() + ":" + stack.questDb().password();
        HttpResponse<String> answer =
                questDb(sql, "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> questDb(String sql, String authorization)
            throws IOException, InterruptedException {
        URI uri =
                URI.create(stack.questDb().httpUrl() + "/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Authorization", authorization)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static boolean eventually(String sql, String expected) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            if (questDb(sql).contains(expected)) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private static int number(String url, String query) throws SQLException {
        return Integer.parseInt(text(url, query));
    }

    private static String text(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

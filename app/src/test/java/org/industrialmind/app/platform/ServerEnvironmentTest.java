package org.industrialmind.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.telemetry.store.Login;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEnvironmentTest {
    @TempDir
    private Path folder;

    @Test
    void another_process_is_told_how_to_log_in() {
        for (Servers.StoreAddress store : new Servers.StoreAddress[] {
            new Servers.StoreAddress.QuestDb("http://q:9000", Optional.of(new Login.Password("admin", "pass=word"))),
            new Servers.StoreAddress.QuestDb("http://q:9000", Optional.of(new Login.Token("Bearer", "qt1"))),
            new Servers.StoreAddress.QuestDb("http://q:9000", Optional.empty()),
            new Servers.StoreAddress.Influx("http://i:8086", "plant", Optional.of(new Login.Token("Token", "t")))
        }) {
            Map<String, String> security = Map.of(
                    "security.protocol",
                    "SASL_SSL",
                    "sasl.jaas.config",
                    "Plain required username=\"a\" password=\"b\\c\";");
            Servers told = new Servers(
                    new KafkaSettings("k:9092", security), store, "jdbc:postgresql://p/db", new CompletableFuture<>());

            Servers heard = heard(told, new HashMap<>());

            assertThat(heard.kafka()).isEqualTo(told.kafka());
            assertThat(heard.store()).isEqualTo(store);
            assertThat(heard.postgres()).isEqualTo(told.postgres());
        }
    }

    private static Servers heard(Servers told, Map<String, String> inherited) {
        ServerEnvironment.handOn(told, inherited);
        return new ServerEnvironment(new Variables(inherited)).servers();
    }

    @Test
    void another_process_hears_nothing_of_the_servers_that_its_parent_was_told_of() {
        Map<String, String> inherited = new HashMap<>(Map.of("PATH", "/usr/bin"));
        for (String name : new String[] {"KAFKA_CONFIG", "POSTGRES", "NEO4J_PASSWORD", "QUESTDB_TOKEN"}) {
            inherited.put("INDUSTRIALMIND_" + name + "_FILE", "/run/secrets/no-such-file");
        }
        for (String name : new String[] {"INFLUXDB", "INFLUXDB_DATABASE", "INFLUXDB_TOKEN", "QUESTDB_USER"}) {
            inherited.put("INDUSTRIALMIND_" + name, "of the parent");
        }
        Servers told = new Servers(
                new KafkaSettings("k:9092", Map.of()),
                new Servers.StoreAddress.QuestDb("http://q:9000", Optional.empty()),
                "jdbc:postgresql://p/db",
                new CompletableFuture<>());

        Servers heard = heard(told, inherited);

        assertThat(heard.kafka()).isEqualTo(told.kafka());
        assertThat(heard.store()).isEqualTo(told.store());
        assertThat(heard.postgres()).isEqualTo(told.postgres());
        assertThat(inherited)
                .containsOnlyKeys("PATH", "INDUSTRIALMIND_KAFKA", "INDUSTRIALMIND_QUESTDB", "INDUSTRIALMIND_POSTGRES");
    }

    @Test
    void a_secret_may_lie_in_a_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("token"), "s3cret\n");
        Variables variables = new Variables(Map.of("INDUSTRIALMIND_INFLUXDB_TOKEN_FILE", secret.toString()));

        Servers.StoreAddress.Influx influx = new ServerEnvironment(variables).influx("http://i:8086", "plant");

        assertThat(influx.login()).contains(new Login.Token("Token", "s3cret"));
        assertThat(influx.toString()).doesNotContain("s3cret");
    }

    @Test
    void what_is_said_twice_or_half_is_refused_with_what_to_do() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Variables(Map.of("A", "1", "A_FILE", "a")).find("A"))
                .withMessageContaining("A and A_FILE are both set; next: unset one");
        assertThatIllegalStateException()
                .isThrownBy(() -> new ServerEnvironment(new Variables(Map.of("INDUSTRIALMIND_QUESTDB_USER", "admin")))
                        .questDb("http://q:9000"))
                .withMessageContaining("INDUSTRIALMIND_QUESTDB_PASSWORD is not set; next: set it, or");
    }
}

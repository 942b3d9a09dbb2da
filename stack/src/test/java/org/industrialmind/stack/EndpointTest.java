package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointTest {

    @Test
    void does_not_print_passwords() {
        assertThat(new Endpoint.Postgres("jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret").toString())
                .contains("127.0.0.1:1/x")
                .doesNotContain("secret");
        assertThat(new Endpoint.QuestDb(
                                "http://127.0.0.1:2", "admin", "secret", "jdbc:postgresql://h/q?password=secret")
                        .toString())
                .doesNotContain("secret");
        assertThat(new Endpoint.Neo4j("bolt://127.0.0.1:3", "neo4j", "secret").toString())
                .doesNotContain("secret");
    }
}

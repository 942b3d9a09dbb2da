package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackArgumentsTest {

    @Test
    void start_everything_but_a_graph_nobody_can_run() {
        StackArguments arguments = StackArguments.parse("--data", "d");

        assertThat(arguments.config().servers())
                .containsExactlyInAnyOrder(ServerName.KAFKA, ServerName.QUESTDB, ServerName.POSTGRES);
        assertThat(arguments.config().retention()).isEqualTo(Duration.ofDays(7));
        assertThat(arguments.graph()).isEmpty();
    }

    @Test
    void leave_servers_out() {
        StackArguments arguments =
                StackArguments.parse("--data", "d", "--without", "neo4j,kafka", "--graph-classpath", "a.jar");

        assertThat(arguments.config().servers()).containsExactlyInAnyOrder(ServerName.QUESTDB, ServerName.POSTGRES);
        assertThat(arguments.graph()).isEmpty();
    }

    @Test
    void set_ports_and_retention() {
        StackArguments arguments = StackArguments.parse(
                "--kafka-port", "9092", "--bolt-port", "7687", "--data", "d", "--retention-days", "2");

        assertThat(arguments.config().ports())
                .containsEntry(ServerPort.KAFKA, 9092)
                .containsEntry(ServerPort.BOLT, 7687);
        assertThat(arguments.config().retention()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void list_the_jars_of_the_graph_in_name_order(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("graph.jar"));
        Files.createFile(home.resolve("lib/b.jar"));
        Files.createFile(home.resolve("lib/a.jar"));
        Files.createFile(home.resolve("lib/readme.txt"));

        assertThat(GraphProgram.classPathOf(home))
                .isEqualTo("%s/graph.jar:%s/lib/a.jar:%s/lib/b.jar".formatted(home, home, home));
    }

    @Test
    void name_what_was_not_understood() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackArguments.parse("--data", "d", "--kafka-prot", "1"))
                .withMessageContaining("--kafka-prot");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackArguments.parse("--data", "d", "--kafka-port", "70000"))
                .withMessageContaining("70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackArguments.parse("--data", "d", "--without", "redis"))
                .withMessageContaining("redis");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackArguments.parse("--kafka-port", "1"))
                .withMessageContaining("--data is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackArguments.parse("--data"))
                .withMessageContaining("needs a value");
    }
}

package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final StackConfig config = StackConfig.defaults(Path.of("unused"));

    @Test
    void gives_each_server_a_port_of_its_own() {
        Ports ports = Ports.choose(config);

        assertThat(ports.numbers())
                .containsOnlyKeys(
                        ServerPort.KAFKA, ServerPort.QUESTDB_HTTP, ServerPort.QUESTDB_PG, ServerPort.POSTGRES);
        assertThat(ports.numbers().values()).doesNotHaveDuplicates().allMatch(number -> number > 0);
        assertThat(ports.numbers().values()).doesNotContain(ports.controller());
    }

    @Test
    void keeps_a_configured_port() {
        int free = Ports.choose(config).of(ServerPort.KAFKA);

        assertThat(Ports.choose(config.withPort(ServerPort.KAFKA, free)).of(ServerPort.KAFKA))
                .isEqualTo(free);
    }

    @Test
    void names_port_server_and_option_when_a_port_is_taken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> Ports.choose(config.withPort(ServerPort.QUESTDB_HTTP, taken)))
                    .withMessageContaining("port " + taken)
                    .withMessageContaining("questdb")
                    .satisfies(failure -> {
                        assertThat(failure.server()).contains(ServerName.QUESTDB);
                        assertThat(failure.next()).contains("--questdb-http-port");
                    });
        }
    }

    @Test
    void does_not_look_at_the_port_of_a_server_left_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackConfig without =
                    config.withServers(ServerName.KAFKA).withPort(ServerPort.POSTGRES, other.getLocalPort());

            assertThat(Ports.choose(without).numbers()).containsOnlyKeys(ServerPort.KAFKA);
        }
    }
}

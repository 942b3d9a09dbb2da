package org.industrialmind.stackgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GraphConfigTest {

    @Test
    void keeps_logs_with_the_data_unless_told_otherwise() {
        assertThat(GraphConfig.parse("--data", "/d").logs()).isEqualTo(Path.of("/d/logs"));
        assertThat(GraphConfig.parse("--data", "/d", "--logs", "/l").logs()).isEqualTo(Path.of("/l"));
    }

    @Test
    void takes_any_free_port_unless_told_otherwise() {
        assertThat(GraphConfig.parse("--data", "/d").boltPort()).isZero();
        assertThat(GraphConfig.parse("--bolt-port", "7687", "--data", "/d").boltPort())
                .isEqualTo(7687);
    }

    @Test
    void names_what_was_not_understood() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphConfig.parse("--dta", "/d"))
                .withMessageContaining("--dta");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphConfig.parse("--bolt-port", "7687"))
                .withMessageContaining("--data is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphConfig.parse("--data", "/d", "--bolt-port", "many"))
                .withMessageContaining("many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphConfig.parse("--data"))
                .withMessageContaining("needs a value");
    }
}

package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class NetworkFormatTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<NetworkSpec> networks() {
        return SomeNetworks.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void what_was_written_is_read_back(NetworkSpec spec) {
        assertThat(NetworkFormat.read(JSON.readTree(NetworkFormat.write(spec).toString())))
                .isEqualTo(spec);
    }

    @Test
    void a_layer_stands_under_its_name() {
        NetworkSpec spec = new NetworkSpec(List.of(3), List.of(new LayerSpec.Dense(3, 2)));
        assertThat(NetworkFormat.write(spec))
                .hasToString("{\"inputShape\":[3],\"layers\":[{\"layer\":\"Dense\",\"inputs\":3,\"outputs\":2}]}");
    }

    @Test
    void refuses_what_is_no_network() {
        for (String wrong : List.of(
                "{\"inputShape\":[3],\"layers\":[{\"layer\":\"Dens\",\"inputs\":3,\"outputs\":2}]}",
                "{\"inputShape\":[3],\"layers\":[{\"layer\":\"Dense\",\"inputs\":3}]}",
                "{\"inputShape\":[3],\"layers\":[{\"layer\":\"Dense\",\"inputs\":3,\"outputs\":2,\"bias\":1}]}",
                "{\"inputShape\":[4],\"layers\":[{\"layer\":\"Dense\",\"inputs\":3,\"outputs\":2}]}",
                "[]")) {
            assertThatThrownBy(() -> NetworkFormat.read(JSON.readTree(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no network");
        }
    }
}

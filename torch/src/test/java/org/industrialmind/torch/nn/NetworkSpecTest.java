package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Conv1d;
import org.industrialmind.torch.nn.LayerSpec.ConvTranspose1d;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.LayerSpec.Unflatten;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
    static NetworkSpec dense(int size, int hidden) {
        return new NetworkSpec(
                List.of(size),
                List.of(new Dense(size, hidden), new Activation(Function.RELU), new Dense(hidden, size)));
    }

    @Test
    void knows_the_shape_that_comes_out() {
        NetworkSpec spec = new NetworkSpec(
                List.of(3, 20),
                List.of(
                        new Conv1d(3, 8, 5, 2, 2),
                        new Flatten(),
                        new Dense(80, 40),
                        new Unflatten(4, 10),
                        new ConvTranspose1d(4, 2, 5, 2, 2, 1)));
        assertThat(spec.outputShape()).containsExactly(2, 20);
        assertThat(spec.inputSize()).isEqualTo(60);
        assertThat(spec.outputSize()).isEqualTo(40);
    }

    @Test
    void refuses_layers_that_do_not_fit() {
        assertThatThrownBy(() -> new NetworkSpec(List.of(3), List.of(new Dense(3, 2), new Dense(3, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot take the shape [2]")
                .hasMessageContaining("expected [..., 3]");
        assertThatThrownBy(() -> new NetworkSpec(List.of(3, 4), List.of(new Conv1d(3, 2, 7, 1, 0))))
                .hasMessageContaining("kernel");
    }

    @Test
    void refuses_sizes_that_are_not_positive() {
        assertThatThrownBy(() -> new Dense(0, 3)).hasMessageContaining("size of 0");
        assertThatThrownBy(() -> new Conv1d(1, 1, 3, 1, 3)).hasMessageContaining("expected 0 to 2");
        assertThatThrownBy(() -> new NetworkSpec(List.of(3), List.of())).hasMessageContaining("no layers");
    }
}

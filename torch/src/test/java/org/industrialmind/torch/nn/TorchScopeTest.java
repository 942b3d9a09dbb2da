package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class TorchScopeTest {
    @Test
    void gives_back_what_was_made_inside() {
        Tensor inside;
        try (TorchScope scope = TorchScope.open()) {
            inside = Tensor.create(new float[] {1, 2, 3}, 3);
            assertThat(inside.isNull()).isFalse();
        }
        assertThat(inside.isNull()).isTrue();
    }

    @Test
    void lets_out_only_what_is_kept() {
        Tensor kept;
        try (TorchScope scope = TorchScope.open()) {
            kept = scope.keep(Tensor.create(new float[] {1, 2, 3}, 3));
        }
        assertThat(kept.isNull()).isFalse();
        assertThat(kept.numel()).isEqualTo(3);
        kept.close();
        assertThat(kept.isNull()).isTrue();
    }

    @Test
    void records_gradients_again_after_an_inference_scope() {
        try (TorchScope outer = TorchScope.open()) {
            try (TorchScope inner = TorchScope.inference()) {
                assertThat(GradMode.is_enabled()).isFalse();
            }
            assertThat(GradMode.is_enabled()).isTrue();
        }
    }

    @Test
    void refuses_inference_on_a_virtual_thread() throws InterruptedException {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread.ofVirtual()
                .start(() -> {
                    try (TorchScope scope = TorchScope.inference()) {
                        seen.set(new AssertionError("no refusal"));
                    } catch (IllegalStateException refusal) {
                        seen.set(refusal);
                    }
                })
                .join();
        assertThat(seen.get()).hasMessageContaining("virtual thread").hasMessageContaining("Engine.call");
    }

    @Test
    void an_error_of_libtorch_is_an_exception_and_the_engine_works_on() {
        Network network = Network.create(NetworkSpecTest.dense(4, 2), 1);
        assertThatThrownBy(() -> Engine.shared().call(0, () -> {
                    try (TorchScope scope = TorchScope.open()) {
                        return network.forward(Tensor.create(new float[] {1, 2, 3}, 1, 3), false)
                                .numel();
                    }
                }))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("mat1 and mat2");
        assertThat(network.forward(new float[4])).hasSize(4);
        network.close();
    }
}

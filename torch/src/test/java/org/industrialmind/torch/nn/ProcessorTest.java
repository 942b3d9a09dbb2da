package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void takes_what_was_asked_for_or_the_best_there_is() {
        assertThat(Processor.choose("auto", () -> true)).isEqualTo(Processor.CUDA);
        assertThat(Processor.choose("auto", () -> false)).isEqualTo(Processor.CPU);
        assertThat(Processor.choose("CUDA", () -> true)).isEqualTo(Processor.CUDA);
        assertThat(Processor.choose("cpu", () -> true)).isEqualTo(Processor.CPU);
    }

    @Test
    void says_what_to_do_where_there_is_none() {
        assertThatThrownBy(() -> Processor.choose("cuda", () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-Pgpu");
        assertThatThrownBy(() -> Processor.choose("gpu", () -> true)).hasMessageContaining("auto, cpu or cuda");
    }

    @Test
    void the_engine_works_on_one_of_them() {
        assertThat(Engine.shared().processor()).isIn((Object[]) Processor.values());
    }
}

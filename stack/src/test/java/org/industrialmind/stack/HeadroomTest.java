package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadroomTest {

    private static final long MEGABYTE = 1 << 20;
    private static final Path DATA = Path.of("data");

    @Test
    void is_enough_on_an_ordinary_laptop() {
        assertThatCode(() -> new Headroom(10_000 * MEGABYTE, 4_000 * MEGABYTE, 512 * MEGABYTE).check(DATA))
                .doesNotThrowAnyException();
    }

    @Test
    void names_a_disk_that_is_nearly_full() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new Headroom(900 * MEGABYTE, 4_000 * MEGABYTE, 512 * MEGABYTE).check(DATA))
                .withMessageContaining("900 MB are free on the disk");
    }

    @Test
    void names_memory_that_is_short() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new Headroom(10_000 * MEGABYTE, 300 * MEGABYTE, 512 * MEGABYTE).check(DATA))
                .withMessageContaining("300 MB of memory");
    }

    @Test
    void names_a_heap_that_is_too_small() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new Headroom(10_000 * MEGABYTE, 4_000 * MEGABYTE, 128 * MEGABYTE).check(DATA))
                .withMessageContaining("limited to 128 MB")
                .satisfies(failure -> assertThat(failure.next()).contains("-Xmx512m"));
    }

    @Test
    void is_read_from_this_machine(@TempDir Path folder) throws IOException {
        Headroom here = Headroom.of(folder);

        assertThat(here.disk()).isPositive();
        assertThat(here.memory()).isPositive();
        assertThat(here.heap()).isEqualTo(Runtime.getRuntime().maxMemory());
    }
}

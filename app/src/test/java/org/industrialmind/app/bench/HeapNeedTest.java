package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapNeedTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void weighs_a_few_beside_what_all_of_them_share() throws IOException {
        assertThat(weighed(1_000_000, 20_000)).isEqualTo(new HeapNeed("models", 1000, 20_000));
        assertThat(weighed(1_000_000, 0).bytesEach()).isZero();
        assertThat(weighed(1_000_000, -20_000).bytesEach()).isZero(); // other garbage went meanwhile
    }

    /** Weighs models of that many bytes, of which the first brings what all of them share. */
    private static HeapNeed weighed(long shared, long each) throws IOException {
        AtomicLong inUse = new AtomicLong(GIGABYTE / 10);
        AtomicLong first = new AtomicLong(shared);
        return HeapNeed.weigh(
                "models",
                1000,
                () -> {
                    inUse.addAndGet(first.getAndSet(0) + each);
                    return "a model";
                },
                inUse::get);
    }

    @Test
    void says_how_much_heap_would_do() {
        HeapNeed small = new HeapNeed("models of kind pca", 10_000, 20_000);
        HeapNeed large = new HeapNeed("models of kind gaussian", 10_000, 300_000);
        assertThatCode(() -> HeapNeed.require(List.of(small), GIGABYTE / 10, GIGABYTE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> HeapNeed.require(List.of(small, large), GIGABYTE / 10, GIGABYTE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("10,000 models of kind gaussian of 300 kB each take about 3.6 GB of heap")
                .hasMessageContaining("Java may use 1.0 GB here")
                .hasMessageContaining("INDUSTRIALMIND_HEAP=4g");
    }
}

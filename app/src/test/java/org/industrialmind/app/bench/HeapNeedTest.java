package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapNeedTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void weighs_a_few() throws IOException {
        HeapNeed need = HeapNeed.weigh("blocks", 1000, () -> new byte[1_000_000]);
        for (int again = 0; again < 5 && Math.abs(need.bytesEach() - 1e6) > 1e5; again++) { // other tests' garbage went
            need = HeapNeed.weigh("blocks", 1000, () -> new byte[1_000_000]);
        }
        assertThat(need.bytesEach()).isCloseTo(1_000_000, withinPercentage(10));
        assertThat(need.count()).isEqualTo(1000);
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

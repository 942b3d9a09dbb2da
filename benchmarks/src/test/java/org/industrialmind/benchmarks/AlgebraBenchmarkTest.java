package org.industrialmind.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A benchmark compares times only where both did the same: every body once, at small size. */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "the peer's native library is for Linux on x86-64")
class AlgebraBenchmarkTest {
    private final AlgebraBenchmark benchmark = new AlgebraBenchmark();

    @Test
    void products_of_doubles_agree() {
        AlgebraBenchmark.Doubles state = new AlgebraBenchmark.Doubles();
        state.size = 17;
        state.fill();
        double[] peers = new double[17 * 17];
        benchmark.doublesOpenblas(state).get(peers);
        assertThat(benchmark.doublesOurs(state)).containsExactly(peers, within(1e-13));
    }

    @Test
    void products_of_floats_agree() {
        AlgebraBenchmark.Floats state = new AlgebraBenchmark.Floats();
        state.size = 17;
        state.fill();
        float[] peers = new float[17 * 17];
        benchmark.floatsOpenblas(state).get(peers);
        assertThat(benchmark.floatsOurs(state)).containsExactly(peers, within(1e-5f));
    }

    @Test
    void singular_values_agree() {
        AlgebraBenchmark.Tall state = new AlgebraBenchmark.Tall();
        state.rows = 20;
        state.columns = 9;
        state.fill();
        double[] peers = new double[9];
        benchmark.singularOpenblas(state).get(peers);
        assertThat(benchmark.singularOurs(state).s()).containsExactly(peers, within(1e-13));
    }

    @Test
    void a_report_gives_our_time_over_the_peers() {
        Report report = new Report("algebra", "openblas");
        report.add(new Report.Row("svd", 3, 2, 6e6));
        assertThat(report.json()).contains("\"task\": \"svd\"", "\"ratio_to_openblas\": 1.500");
        assertThat(report.table()).contains("1.50").contains("2.0");
    }
}

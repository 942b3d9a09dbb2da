package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabelledSeriesTest {
    private static final double GAP = Double.NaN;

    @Test
    void a_missing_value_is_the_last_one_that_was_there() {
        LabelledSeries series = series(new double[][] {{GAP}, {1}, {GAP}, {2}}, new double[][] {{GAP}, {5}, {GAP}});
        assertThat(series.train().toArray()).containsExactly(1, 1, 1, 2);
        assertThat(series.test().toArray()).containsExactly(2, 5, 5);
    }

    @Test
    void a_test_that_goes_on_has_the_last_normal_rows_in_front() {
        LabelledSeries series = series(new double[][] {{1}, {2}, {3}}, new double[][] {{4}, {5}});
        assertThat(series.testAfter(2).toArray()).containsExactly(2, 3, 4, 5);
        assertThat(series.testAfter(5).toArray()).containsExactly(1, 1, 1, 2, 3, 4, 5);
    }

    @Test
    void a_run_of_its_own_is_taken_to_have_stood_still_before() {
        LabelledSeries series = new LabelledSeries(
                "a",
                "",
                new double[][] {{1}, {2}},
                new double[][] {{4}, {5}},
                new boolean[2],
                false,
                Duration.ofSeconds(1));
        assertThat(series.testAfter(2).toArray()).containsExactly(4, 4, 4, 5);
    }

    @Test
    void practice_takes_the_latest_normal_rows_and_no_test_row() {
        LabelledSeries practice = series(new double[][] {{1}, {2}, {3}, {4}}, new double[][] {{9}})
                .practice(0.25);
        assertThat(practice.train().toArray()).containsExactly(1, 2, 3);
        assertThat(practice.test().toArray()).containsExactly(4);
        assertThat(practice.hasEvents()).isFalse();
    }

    @Test
    void what_cannot_be_judged_is_refused_with_its_name() {
        assertThatThrownBy(() -> series(new double[0][], new double[][] {{1}}))
                .hasMessageContainingAll("pump", "no normal rows");
        assertThatThrownBy(() -> series(new double[][] {{1}}, new double[0][]))
                .hasMessageContainingAll("pump", "expected some to be judged");
        assertThatThrownBy(() -> series(new double[][] {{1, GAP}}, new double[][] {{1, 2}}))
                .hasMessageContainingAll("pump", "no value of channel 1", "leave it out");
        assertThatThrownBy(() -> series(new double[][] {{1, 2}}, new double[][] {{1}}))
                .hasMessageContainingAll("pump", "1 values in row 0 of 2");
    }

    private static LabelledSeries series(double[][] train, double[][] test) {
        return new LabelledSeries("pump", "", train, test, new boolean[test.length], true, Duration.ofSeconds(1));
    }
}

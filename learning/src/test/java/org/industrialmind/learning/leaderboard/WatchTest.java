package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static final Watch WATCH = new Watch(
            List.of(new LaggedRowMethod(LaggedDistance.of(0)), new LaggedRowMethod(LaggedDistance.of(4))), 0.2, 4);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void finds_what_a_range_check_does_not_and_forgets_it_when_it_is_over(long seed) {
        LabelledSeries series = MadeUpSeries.withHiddenFault(seed);
        SeriesResult result = SeriesResult.of(series, WATCH.judge(series, seed));
        assertThat(result.points().recall()).isGreaterThan(0.85);
        assertThat(result.points().falseAlarmRate()).isLessThan(0.15); // the average forgets over some rows
        assertThat(result.events().recall()).isEqualTo(1);

        SeriesResult range = SeriesResult.of(series, NaiveJudge.RANGE_CHECK.judge(series, seed));
        assertThat(range.points().recall()).isLessThan(0.2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void is_quiet_where_nothing_is_wrong(long seed) {
        LabelledSeries series = MadeUpSeries.sound(seed);
        assertThat(SeriesResult.of(series, WATCH.judge(series, seed)).points().falseAlarmRate())
                .isLessThan(0.02);
    }

    /**
     * Scores that are 0 and then u for good: with q = 1 - 1/50, a slow mean over 50 rows is u (1 - q^n) after n of them, and
     * the slow variance, which was q^100, is q^n (q^100 + u^2 (1 - q^n)).
     */
    @Test
    void grows_used_to_what_stays_and_is_fresh_for_what_comes_later() {
        double[] heldOut = new double[200];
        for (int row = 0; row < heldOut.length; row++) {
            heldOut[row] = row % 2 == 0 ? 1 : -1; // of mean 0 and deviation 1
        }
        double[] scores = new double[300];
        Arrays.fill(scores, 100, 300, 10);
        Watch watch = new Watch(List.of(new LaggedRowMethod(LaggedDistance.of(0))), 1, 50, 3);
        double[] seen = watch.usual(List.of(heldOut)).scores(List.of(scores));
        double unit = watch.usual(List.of(heldOut)).scores(List.of(new double[] {10}))[0];
        double left = Math.pow(1 - 1 / 50.0, 50);
        assertThat(seen[100]).isEqualTo(unit);
        assertThat(seen[150])
                .isCloseTo(unit * left / Math.sqrt(left * (left * left + unit * unit * (1 - left))), within(1e-9));
        assertThat(seen[299]).isLessThan(unit / 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void neither_rows_to_come_nor_labels_have_a_say(long seed) {
        Watch used = new Watch(WATCH.methods(), 0.2, 30, 4);
        LabelledSeries series = MadeUpSeries.withHiddenFault(seed);
        int first = 200;
        LabelledSeries cut = series.withTest(
                LabelledSeries.arrays(LabelledSeries.rows(series.test(), 0, first)), new boolean[first]);
        assertThat(used.judge(cut, seed).scores())
                .containsExactly(Arrays.copyOf(used.judge(series, seed).scores(), first));
    }
}

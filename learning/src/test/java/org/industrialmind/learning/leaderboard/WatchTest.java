package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static final Watch WATCH = new Watch(List.of(LaggedDistance.of(0), LaggedDistance.of(4)), 0.2, 4);

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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void neither_rows_to_come_nor_labels_have_a_say(long seed) {
        LabelledSeries series = MadeUpSeries.withHiddenFault(seed);
        int first = 200;
        LabelledSeries cut = series.withTest(
                LabelledSeries.arrays(LabelledSeries.rows(series.test(), 0, first)), new boolean[first]);
        assertThat(WATCH.judge(cut, seed).scores())
                .containsExactly(
                        java.util.Arrays.copyOf(WATCH.judge(series, seed).scores(), first));
    }
}

package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NaiveJudgeTest {
    private final LabelledSeries series = MadeUpSeries.withHiddenFault(5);

    @ParameterizedTest(name = "{0}")
    @EnumSource(NaiveJudge.class)
    void has_a_score_for_every_row_and_the_same_again(NaiveJudge judge) {
        double[] scores = judge.judge(series, 1).scores();
        assertThat(scores).hasSize(MadeUpSeries.TEST_ROWS).doesNotContain(Double.NaN);
        assertThat(judge.judge(series, 1).scores()).containsExactly(scores);
    }

    @Test
    void silence_misses_everything_and_the_alarm_that_never_stops_is_false_all_the_time() {
        SeriesResult silent = SeriesResult.of(series, NaiveJudge.SILENT.judge(series, 1));
        SeriesResult always = SeriesResult.of(series, NaiveJudge.ALWAYS.judge(series, 1));
        assertThat(silent.points().missedAlarmRate()).isEqualTo(1);
        assertThat(silent.episodes()).isZero();
        assertThat(always.points().falseAlarmRate()).isEqualTo(1);
        assertThat(always.points().missedAlarmRate()).isZero();
        double share = 70.0 / 300;
        assertThat(always.points().f1()).isCloseTo(2 * share / (1 + share), within(1e-12));
        assertThat(always.measures().get("auc_pr")).isCloseTo(share, within(1e-12));
    }

    @Test
    void a_range_check_knows_by_how_much() {
        double[][] normal = {{0}, {2}, {1}};
        double[][] test = {{1}, {2}, {4}, {-1}};
        LabelledSeries narrow = new LabelledSeries(
                "a", "", normal, test, new boolean[4], true, java.time.Duration.ofSeconds(1)); // deviation 1
        assertThat(NaiveJudge.RANGE_CHECK.judge(narrow, 1).scores()).containsExactly(0, 0, 2, 1);
    }
}

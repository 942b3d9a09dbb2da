package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.industrialmind.foundations.statistics.Interval;
import org.junit.jupiter.api.Test;

class BoardResultTest {
    private static final boolean O = false;
    private static final boolean X = true;

    /** Row 2 is missed, row 5 false; ten quiet rows part the false alarm from a second false episode. */
    @Test
    void rows_events_and_episodes_are_counted_as_they_are() {
        boolean[] truth = {O, O, X, X, X, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O};
        boolean[] alarm = {O, O, O, X, X, X, O, O, O, O, O, O, O, O, O, O, O, X, O, O};
        Map<String, Double> metrics = result(truth, alarm).metrics();
        assertThat(metrics.get("f1")).isCloseTo(2 * 2 / (2 * 2.0 + 2 + 1), within(1e-12));
        assertThat(metrics.get("far")).isCloseTo(2 / 17.0, within(1e-12));
        assertThat(metrics.get("mar")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(metrics.get("event_recall")).isEqualTo(1);
        assertThat(metrics.get("event_precision")).isEqualTo(0.5);
        assertThat(metrics.get("event_f1")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(metrics.get("false_episodes")).isEqualTo(1);
        assertThat(metrics.get("false_episodes_per_asset_month")).isCloseTo(30 * 86_400 / 20.0, within(1e-6));
        assertThat(metrics.get("delay_s_median")).isEqualTo(1);
        assertThat(metrics.get("delay_s_p10")).isEqualTo(1);
        assertThat(metrics.get("base_rate")).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void alarms_parted_by_few_quiet_rows_are_one_episode() {
        boolean[] rows = {X, O, O, X, O, O, O, X};
        assertThat(Runs.of(rows, 2, Duration.ofSeconds(1))).hasSize(2);
        assertThat(Runs.of(rows, 3, Duration.ofSeconds(1))).hasSize(1);
        assertThat(Runs.openings(rows, 2)).containsExactly(X, O, O, O, O, O, O, X);
        assertThat(Runs.of(new boolean[3], 2, Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void the_oracle_finds_the_best_threshold_whatever_the_limit_is() {
        LabelledSeries series = MadeUpSeries.labelled(O, O, X, X, O);
        Judge judge = fixed(new double[] {1, 2, 8, 9, 3}, 100);
        Map<String, Double> metrics =
                BoardResult.of(judge, List.of(series), 1, () -> {}).metrics();
        assertThat(metrics.get("f1")).isZero();
        assertThat(metrics.get("f1_oracle")).isEqualTo(1);
        assertThat(metrics.get("auc_pr_pooled")).isEqualTo(1);
    }

    @Test
    void series_without_events_only_tell_how_often_the_alarm_is_false() {
        boolean[] truth = new boolean[4];
        Map<String, Double> metrics = result(truth, new boolean[] {O, X, O, O}).metrics();
        assertThat(metrics).doesNotContainKeys("f1", "vus_pr", "event_recall");
        assertThat(metrics.get("alarm_time_on_normal")).isEqualTo(0.25);
        assertThat(metrics.get("far")).isEqualTo(0.25);
    }

    @Test
    void an_interval_holds_the_figure_and_is_a_point_where_all_series_agree() {
        LabelledSeries series = MadeUpSeries.withHiddenFault(1);
        List<LabelledSeries> twins = List.of(series, series, series);
        Judge judge = NaiveJudge.MOVING_VARIANCE;
        BoardResult result = BoardResult.of(judge, twins, 1, () -> {});
        Map<String, Interval> intervals = result.intervals(7);
        Interval f1 = Objects.requireNonNull(intervals.get("f1"));
        assertThat(f1.contains(result.metrics().getOrDefault("f1", Double.NaN))).isTrue();
        assertThat(f1.width()).isLessThan(1e-12);
        assertThat(BoardResult.of(judge, List.of(series), 1, () -> {}).intervals(7))
                .isEmpty();
    }

    @Test
    void the_period_of_a_wave_is_found_and_noise_and_rest_have_none() {
        assertThat(Period.of(wave(25))).isEqualTo(25);
        assertThat(Period.of(wave(6))).isEqualTo(6);
        assertThat(Period.of(wave(5))).isEqualTo(125); // too near for the published rule
        assertThat(Period.of(new double[600])).isEqualTo(125);
        assertThat(Period.of(new double[] {1, 2})).isEqualTo(125);
    }

    private static double[] wave(int period) {
        double[] wave = new double[600];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = Math.sin(2 * Math.PI * i / period);
        }
        return wave;
    }

    private static BoardResult result(boolean[] truth, boolean[] alarms) {
        double[] scores = new double[alarms.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = alarms[row] ? 1 : 0;
        }
        return BoardResult.of(fixed(scores, 0.5), List.of(MadeUpSeries.labelled(truth)), 1, () -> {});
    }

    static Judge fixed(double[] scores, double limit) {
        return new Judge() {
            @Override
            public String title() {
                return "fixed";
            }

            @Override
            public Judgement judge(LabelledSeries series, long seed) {
                return new Judgement(scores, limit);
            }
        };
    }
}

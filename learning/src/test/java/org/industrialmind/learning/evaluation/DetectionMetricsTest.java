package org.industrialmind.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.evaluation.DetectionMetrics.Events;
import org.industrialmind.learning.evaluation.DetectionMetrics.Points;
import org.industrialmind.learning.evaluation.DetectionMetrics.Span;
import org.junit.jupiter.api.Test;

class DetectionMetricsTest {
    private static final boolean T = true;
    private static final boolean F = false;

    @Test
    void count_points_as_by_hand() {
        Points points =
                DetectionMetrics.points(new boolean[] {T, T, T, F, F, F, F, F}, new boolean[] {T, T, F, T, F, F, F, F});
        assertThat(points).isEqualTo(new Points(2, 1, 1, 4));
        assertThat(points.precision()).isEqualTo(2.0 / 3);
        assertThat(points.recall()).isEqualTo(2.0 / 3);
        assertThat(points.f1()).isEqualTo(2.0 / 3);
        assertThat(points.falseAlarmRate()).isEqualTo(0.2);
        assertThat(points.missedAlarmRate()).isEqualTo(1.0 / 3);
        assertThat(points.plus(points)).isEqualTo(new Points(4, 2, 2, 8));
    }

    @Test
    void call_a_ratio_of_nothing_zero() {
        Points silent = DetectionMetrics.points(new boolean[] {F, F}, new boolean[] {F, F});
        assertThat(List.of(silent.precision(), silent.recall(), silent.f1(), silent.falseAlarmRate()))
                .containsOnly(0.0);
    }

    @Test
    void measure_events_and_how_late_they_were_seen() {
        List<Span> truth = List.of(new Span(100, 200), new Span(500, 600), new Span(800, 900));
        List<Span> alarms = List.of(new Span(130, 140), new Span(160, 170), new Span(480, 510), new Span(300, 310));
        Events events = DetectionMetrics.events(truth, alarms);
        assertThat(events.recall()).isEqualTo(2.0 / 3);
        assertThat(events.precision()).isEqualTo(0.75);
        assertThat(events.delaysNanos()).containsExactly(0L, 30L);
        assertThat(events.medianDelayNanos()).hasValue(15);
        assertThat(events.f1()).isEqualTo(2 * 0.75 * (2.0 / 3) / (0.75 + 2.0 / 3), within(1e-15));
        assertThat(DetectionMetrics.events(truth, List.of()).medianDelayNanos()).isEmpty();
    }

    @Test
    void do_not_let_spans_that_only_touch_meet() {
        assertThat(DetectionMetrics.events(List.of(new Span(0, 10)), List.of(new Span(10, 20)))
                        .recall())
                .isZero();
        assertThatThrownBy(() -> new Span(5, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void take_average_precision_as_by_hand() {
        boolean[] truth = {T, F, T, F};
        assertThat(DetectionMetrics.averagePrecision(truth, new double[] {4, 3, 2, 1}))
                .isEqualTo((1 + 2.0 / 3) / 2, within(1e-15));
        assertThat(DetectionMetrics.averagePrecision(truth, new double[] {4, 1, 3, 2}))
                .isEqualTo(1);
        assertThat(DetectionMetrics.averagePrecision(truth, new double[] {1, 1, 1, 1}))
                .isEqualTo(0.5);
    }

    @Test
    void refuse_what_cannot_be_compared() {
        assertThatThrownBy(() -> DetectionMetrics.points(new boolean[1], new boolean[2]))
                .hasMessageContaining("1 labels and 2 alarms");
        assertThatThrownBy(() -> DetectionMetrics.averagePrecision(new boolean[1], new double[2]))
                .hasMessageContaining("1 labels and 2 scores");
        assertThatThrownBy(() -> DetectionMetrics.averagePrecision(new boolean[1], new double[1]))
                .hasMessageContaining("no point is abnormal");
        assertThatThrownBy(() -> DetectionMetrics.averagePrecision(new boolean[] {T}, new double[] {Double.NaN}))
                .hasMessageContaining("position 0");
    }

    @Test
    void show_random_scores_for_what_they_are() {
        boolean[] truth = new boolean[20_000];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < truth.length; i++) {
            truth[i] = random.nextInt(10) == 0;
        }
        double[] scores = TrivialScore.random(3).score(new double[truth.length][1]);
        // one in ten is abnormal; the standard error of the mean precision is near 0.002
        assertThat(DetectionMetrics.averagePrecision(truth, scores)).isCloseTo(0.1, within(0.01));
        assertThat(TrivialScore.random(3).score(new double[truth.length][1])).isEqualTo(scores);
    }

    @Test
    void measure_trivial_scores_as_by_hand() {
        double[][] normal = {{0, 5}, {2, 5}, {4, 5}}; // deviations 2 and none, taken as 1
        double[][] rows = {{0, 5}, {4, 6}, {4, Double.NaN}, {0, 6}};
        assertThat(TrivialScore.always().score(rows)).containsExactly(1, 1, 1, 1);
        assertThat(TrivialScore.difference(normal).score(rows)).containsExactly(0, 1.5, 0, 2);
        assertThat(TrivialScore.movingVariance(2, normal).score(rows)).containsExactly(0, 1.25, 0, 2);
        assertThatThrownBy(() -> TrivialScore.movingVariance(1, normal)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> TrivialScore.difference(new double[0][])).hasMessageContaining("no normal rows");
    }
}

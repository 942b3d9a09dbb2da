package org.industrialmind.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import org.industrialmind.learning.evaluation.DetectionMetrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
    private static final long SECOND = 1_000_000_000L;
    private static final NormalPart NORMAL = new NormalPart.FirstRows(400);

    @TempDir
    private Path folder;

    private Recording recording;
    private Trial trial;

    @BeforeEach
    void record() throws IOException {
        RigFiles.experiment(folder.resolve("a.csv"), 1);
        recording = DataSet.CSV.read(folder, Set.of()).getFirst();
        trial = Trial.of(recording, NORMAL, JudgingSettings.defaults());
    }

    @Test
    void the_test_part_begins_after_the_normal_rows() {
        assertThat(trial.testRows()).isEqualTo(300);
        assertThat(trial.testFromNanos()).isEqualTo(recording.time(0) + 400 * SECOND);
        assertThat(trial.endNanos()).isEqualTo(recording.time(0) + 700 * SECOND);
    }

    @Test
    void an_event_lasts_from_its_first_row_to_the_end_of_its_last() {
        long start = recording.time(RigFiles.ANOMALY_FROM);
        assertThat(trial.events()).containsExactly(new DetectionMetrics.Span(start, start + 100 * SECOND));
    }

    @Test
    void a_row_is_judged_by_the_window_that_ends_with_it_and_by_none_that_ends_later() {
        NavigableMap<Long, Double> windows = RowScores.collector();
        for (int row = 0; row < trial.testRows(); row++) {
            windows.put(trial.testSlotEnd(row), row == 10 ? 2.0 : 0.5);
        }
        RowScores scores = RowScores.of(trial, windows, 1);

        assertThat(scores.late()).isZero();
        boolean[] alarms = scores.alarms();
        assertThat(alarms[9]).isFalse();
        assertThat(alarms[10]).isTrue();
        assertThat(alarms[11]).isFalse();
    }

    @Test
    void the_last_row_takes_the_judgement_of_the_window_before() {
        NavigableMap<Long, Double> windows = RowScores.collector();
        for (int row = 0; row < trial.testRows() - 1; row++) {
            windows.put(trial.testSlotEnd(row), 2.0);
        }
        RowScores scores = RowScores.of(trial, windows, 1);

        assertThat(scores.late()).isZero();
        assertThat(scores.alarms()[trial.testRows() - 1]).isTrue();
    }

    @Test
    void rows_without_a_fresh_window_are_counted() {
        NavigableMap<Long, Double> windows = RowScores.collector();
        windows.put(trial.testSlotEnd(0), 2.0);
        assertThat(RowScores.of(trial, windows, 1).late()).isEqualTo(trial.testRows() - 2);
        assertThat(RowScores.of(trial, RowScores.collector(), 1).late()).isEqualTo(trial.testRows());
    }

    @Test
    void an_episode_that_is_still_open_lasts_to_the_end_of_the_recording() {
        DetectionMetrics.Span open = TrialResult.span(trial.testFromNanos(), OptionalLong.empty(), trial);
        assertThat(open.endNanos()).isEqualTo(trial.endNanos());
    }

    @Test
    void too_few_normal_rows_are_refused_with_what_is_needed() {
        assertThatThrownBy(() -> Trial.of(recording, new NormalPart.FirstRows(50), JudgingSettings.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("a.csv has 50 normal rows", "at least 80", "--normal-rows");
    }

    @Test
    void a_recording_without_a_test_part_is_refused() {
        assertThatThrownBy(() -> Trial.of(recording, new NormalPart.FirstRows(700), JudgingSettings.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("all of them", "--normal-rows");
    }
}

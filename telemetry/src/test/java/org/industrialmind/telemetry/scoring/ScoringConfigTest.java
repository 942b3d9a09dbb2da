package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.industrialmind.telemetry.scoring.OffsetLedger.CommitPoint;
import org.junit.jupiter.api.Test;

class ScoringConfigTest {
    @Test
    void has_defaults_that_hold_and_can_be_changed() {
        ScoringConfig config = ScoringConfig.defaults().withGroup("other").withWindows(128, 16);
        assertThat(config.groupId()).isEqualTo("other");
        assertThat(config.windowLength()).isEqualTo(128);
        assertThat(config.stride()).isEqualTo(16);
    }

    @Test
    void refuses_a_stride_that_would_skip_readings() {
        assertThatThrownBy(() -> ScoringConfig.defaults().withWindows(10, 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stride 11");
    }

    @Test
    void refuses_windows_that_do_not_fit_into_the_rows_kept() {
        assertThatThrownBy(() -> ScoringConfig.defaults().withWindows(2_048, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retained rows");
    }

    @Test
    void carries_the_rebuild_offset_with_the_commit() {
        CommitPoint point = new CommitPoint(1_000, 700);
        assertThat(CommitMetadata.parse(CommitMetadata.of(point))).isEqualTo(point);
    }

    @Test
    void starts_with_empty_windows_at_an_offset_that_a_person_has_set() {
        assertThat(CommitMetadata.parse(new OffsetAndMetadata(5))).isEqualTo(new CommitPoint(5, 5));
        assertThat(CommitMetadata.parse(new OffsetAndMetadata(5, "rebuild=oops")))
                .isEqualTo(new CommitPoint(5, 5));
        assertThat(CommitMetadata.parse(new OffsetAndMetadata(5, "rebuild=9"))).isEqualTo(new CommitPoint(5, 5));
    }
}

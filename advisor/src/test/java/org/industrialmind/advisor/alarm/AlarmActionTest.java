package org.industrialmind.advisor.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AlarmActionTest {
    @Test
    void shelving_needs_a_reason_and_a_limit_of_at_most_twelve_hours() {
        assertThat(new AlarmAction.Shelve(Duration.ofHours(12), "seal on order").remark())
                .isEqualTo("seal on order");
        assertThatThrownBy(() -> new AlarmAction.Shelve(Duration.ofHours(1), " "))
                .hasMessageContaining("say why");
        assertThatThrownBy(() -> new AlarmAction.Shelve(Duration.ofHours(13), "later"))
                .hasMessageContaining("PT13H")
                .hasMessageContaining("at most PT12H");
        assertThatThrownBy(() -> new AlarmAction.Shelve(Duration.ZERO, "later")).hasMessageContaining("PT0S");
    }

    @Test
    void silencing_needs_a_reason_and_acknowledging_does_not() {
        assertThatThrownBy(() -> new AlarmAction.Suppress("")).hasMessageContaining("say why");
        assertThatThrownBy(() -> new AlarmAction.TakeOutOfService("")).hasMessageContaining("say why");
        assertThat(new AlarmAction.Acknowledge("").remark()).isEmpty();
    }

    @Test
    void refuses_a_text_that_nobody_would_read() {
        assertThatThrownBy(() -> new AlarmAction.Acknowledge("x".repeat(501))).hasMessageContaining("at most 500");
        assertThatThrownBy(() -> new AlarmAction.Acknowledge("seen\0")).hasMessageContaining("control characters");
    }

    @Test
    void priority_follows_criticality_and_score() {
        assertThat(AlarmPriority.of(1, 100)).isEqualTo(AlarmPriority.LOW);
        assertThat(AlarmPriority.of(3, 4)).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(AlarmPriority.of(4, 1.9)).isEqualTo(AlarmPriority.LOW);
        assertThat(AlarmPriority.of(5, 1.1)).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(AlarmPriority.of(5, 2)).isEqualTo(AlarmPriority.HIGH);
        assertThat(AlarmPriority.of(5, 4)).isEqualTo(AlarmPriority.CRITICAL);
    }
}

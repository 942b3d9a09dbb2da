package org.industrialmind.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.industrialmind.serving.platform.Health;
import org.industrialmind.telemetry.wire.BrokerProbe;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.junit.jupiter.api.Test;

class PulseTest {
    @Test
    void a_part_is_down_from_the_question_it_does_not_answer_to_the_one_it_does() {
        AtomicBoolean away = new AtomicBoolean();
        Pulse pulse = new Pulse("store", () -> {
            if (away.get()) {
                throw new IllegalStateException("nobody there");
            }
        });
        assertThat(pulse.state()).as("nothing starts without it").isEqualTo(Health.State.UP);
        away.set(true);
        pulse.take();
        assertThat(pulse.state()).isEqualTo(Health.State.DOWN);
        pulse.take();
        assertThat(pulse.state()).isEqualTo(Health.State.DOWN);
        away.set(false);
        pulse.take();
        assertThat(pulse.state()).isEqualTo(Health.State.UP);
    }

    @Test
    void brokers_that_are_not_there_do_not_answer() {
        try (BrokerProbe nobody = new BrokerProbe(new KafkaSettings("127.0.0.1:1"))) {
            assertThatThrownBy(() -> nobody.ask(Duration.ofMillis(300)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:1");
        }
    }
}

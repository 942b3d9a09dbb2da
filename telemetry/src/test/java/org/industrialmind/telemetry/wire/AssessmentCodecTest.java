package org.industrialmind.telemetry.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentCodecTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final ModelRef MODEL = new ModelRef("anomaly/pump", 3);
    private static final long END = 1_790_000_000_123_456_789L; // needs all 63 bits

    static Stream<Assessment> kinds() {
        return Stream.of(
                new Assessment.Normal(PUMP, END, MODEL, 0.1 + 0.2),
                new Assessment.Abnormal(
                        PUMP,
                        END,
                        MODEL,
                        4.5,
                        List.of(new Contribution("flow", 0.75, -3.25), new Contribution("t", 0.25, 0)),
                        Suspect.SENSOR),
                new Assessment.NotAssessable(PUMP, END, Assessment.Reason.TRANSIENT));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gives_back_what_was_written(Assessment assessment) {
        assertThat(AssessmentCodec.decode(AssessmentCodec.encode(assessment))).isEqualTo(assessment);
    }

    @Test
    void writes_readable_json() {
        assertThat(new String(AssessmentCodec.encode(new Assessment.Normal(PUMP, END, MODEL, 0.5)), UTF_8))
                .isEqualTo(
                        "{\"asset\":\"P-101\",\"windowEndNanos\":1790000000123456789,\"kind\":\"normal\",\"score\":0.5,"
                                + "\"model\":{\"name\":\"anomaly/pump\",\"version\":3}}");
    }

    @Test
    void reads_what_was_written_before_there_was_a_suspect() {
        String old = "{\"asset\":\"P-101\",\"windowEndNanos\":1,\"kind\":\"abnormal\",\"score\":2,"
                + "\"model\":{\"name\":\"m\",\"version\":3},\"contributions\":[]}";
        assertThat(AssessmentCodec.decode(old.getBytes(UTF_8)))
                .isEqualTo(new Assessment.Abnormal(PUMP, 1, new ModelRef("m", 3), 2, List.of(), Suspect.UNDETERMINED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"asset\":\"P-1\",\"windowEndNanos\":1,\"kind\":\"odd\"}",
                "{\"asset\":\"P-1\",\"windowEndNanos\":1,\"kind\":\"normal\",\"score\":1}",
                "{\"asset\":\"P-1\",\"windowEndNanos\":1,\"kind\":\"notAssessable\",\"reason\":\"MOOD\"}",
                "{\"asset\":\"P-1\",\"windowEndNanos\":\"soon\",\"kind\":\"notAssessable\",\"reason\":\"TRANSIENT\"}"
            })
    void refuses_what_is_not_an_assessment(String json) {
        assertThatThrownBy(() -> AssessmentCodec.decode(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

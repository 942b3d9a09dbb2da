package org.industrialmind.telemetry.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.industrialmind.signal.FrameSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaJsonTest {
    @ParameterizedTest
    @EnumSource
    void gives_back_what_was_written(FrameSchema.Precision precision) {
        FrameSchema schema = Readings.schema("pump", 5, precision);
        assertThat(SchemaJson.decode(SchemaJson.encode(schema))).isEqualTo(schema);
    }

    @Test
    void refuses_a_schema_under_the_id_of_another() {
        FrameSchema schema = Readings.schema("pump", 5, FrameSchema.Precision.SINGLE);
        String forged = new String(SchemaJson.encode(schema), UTF_8).replace("\"c1\"", "\"c9\"");
        assertThatThrownBy(() -> SchemaJson.decode(forged.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(schema.idText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "null", "{\"channels\":[{}]}"})
    void refuses_what_is_not_a_schema(String json) {
        assertThatThrownBy(() -> SchemaJson.decode(json.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}

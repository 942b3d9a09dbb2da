package org.industrialmind.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorKindTest {
    @ParameterizedTest
    @EnumSource(DetectorKind.class)
    void is_found_by_its_name_and_keeps_models_under_it(DetectorKind kind) {
        assertThat(DetectorKind.parse(kind.code())).isEqualTo(kind);
        assertThat(kind.format().kind()).isEqualTo(kind.code());
    }

    @Test
    void lists_the_kinds_where_there_is_no_such_one() {
        assertThatThrownBy(() -> DetectorKind.parse("oracle"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no detector 'oracle'")
                .hasMessageContaining("pca, dynamic-pca")
                .hasMessageContaining("convolutional-autoencoder");
    }
}

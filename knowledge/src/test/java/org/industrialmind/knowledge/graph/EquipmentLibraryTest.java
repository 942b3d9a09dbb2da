package org.industrialmind.knowledge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EquipmentLibraryTest {
    private static Stream<FailureMode> modes() {
        return EquipmentLibrary.standard().stream().flatMap(known -> known.modes().stream());
    }

    @Test
    void knows_the_four_classes_of_the_plant() {
        assertThat(EquipmentLibrary.standard())
                .extracting(known -> known.equipmentClass().code())
                .containsExactly("centrifugal-pump", "induction-motor", "heat-exchanger", "fan");
    }

    @Test
    void names_each_mode_once_and_says_where_it_is_written_down() {
        assertThat(modes().map(FailureMode::id)).hasSize(20).doesNotHaveDuplicates();
        assertThat(modes()).allSatisfy(mode -> {
            assertThat(mode.source()).isNotBlank();
            assertThat(mode.action()).endsWith(".");
            assertThat(mode.iso14224()).matches("[A-Z]{3}");
        });
    }

    @Test
    void no_two_modes_of_a_class_show_the_same_signs() {
        for (EquipmentKnowledge known : EquipmentLibrary.standard()) {
            List<List<FailureMode.Symptom>> signs = known.modes().stream()
                    .map(mode -> mode.symptoms().stream()
                            .filter(symptom -> symptom.sign() != 0)
                            .sorted(java.util.Comparator.comparing(FailureMode.Symptom::channel))
                            .toList())
                    .toList();
            assertThat(signs)
                    .doesNotHaveDuplicates()
                    .allSatisfy(list -> assertThat(list).isNotEmpty());
        }
    }
}

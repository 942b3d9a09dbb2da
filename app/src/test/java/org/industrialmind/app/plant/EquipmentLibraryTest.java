package org.industrialmind.app.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.industrialmind.knowledge.graph.EquipmentKnowledge;
import org.industrialmind.knowledge.graph.EquipmentLibrary;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library from which diagnoses are made and the plant in which faults grow were written apart; here they meet. */
class EquipmentLibraryTest {
    private static final List<EquipmentKnowledge> LIBRARY = EquipmentLibrary.standard();

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void knows_every_fault_of_the_plant_with_the_same_signs(FailureMode mode) {
        var known = LIBRARY.stream()
                .flatMap(equipment -> equipment.modes().stream())
                .filter(candidate -> candidate.id().equals(mode.id()))
                .toList();

        assertThat(known).hasSize(1);
        assertThat(known.getFirst().iso14224()).isEqualTo(mode.isoCode());
        Map<String, Integer> signs = known.getFirst().symptoms().stream()
                .filter(symptom -> symptom.sign() != 0)
                .collect(Collectors.toMap(symptom -> symptom.channel(), symptom -> symptom.sign()));
        Map<String, Integer> expected = mode.symptoms().stream()
                .collect(Collectors.toMap(symptom -> symptom.channel(), symptom -> symptom.sign()));
        assertThat(signs).isEqualTo(expected);
    }

    @Test
    void names_only_channels_that_are_measured() {
        Map<EquipmentClass, List<String>> measured = new Plant(Scenario.smoke(1, Instant.parse("2026-09-07T00:00:00Z")))
                .schemas().stream()
                        .collect(Collectors.toMap(
                                FrameSchema::equipmentClass,
                                schema -> schema.channels().stream()
                                        .map(Channel::name)
                                        .toList()));
        for (EquipmentKnowledge equipment : LIBRARY) {
            assertThat(measured).containsKey(equipment.equipmentClass());
            assertThat(equipment.modes().stream()
                            .flatMap(mode -> mode.symptoms().stream())
                            .map(symptom -> symptom.channel()))
                    .as("channels named for " + equipment.equipmentClass())
                    .isSubsetOf(measured.get(equipment.equipmentClass()));
        }
    }
}

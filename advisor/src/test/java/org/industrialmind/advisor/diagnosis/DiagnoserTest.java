package org.industrialmind.advisor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.industrialmind.knowledge.graph.EquipmentKnowledge;
import org.industrialmind.knowledge.graph.EquipmentLibrary;
import org.industrialmind.knowledge.graph.FailureMode;
import org.industrialmind.knowledge.graph.GraphUnavailableException;
import org.industrialmind.knowledge.graph.InMemoryPlantGraph;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DiagnoserTest {
    private static final EquipmentKnowledge PUMP = EquipmentLibrary.standard().getFirst();
    private static final Asset MACHINE = new Asset(
            new AssetId("P-101"), "Feed water pump A", PUMP.equipmentClass(), new PlantPath("N", "U", "F"), 5);

    private static Contribution deviating(String channel, double deviation) {
        return new Contribution(channel, 0.1, deviation);
    }

    private static Episode episode(AssetId asset, Contribution... contributions) {
        return episode(asset, Suspect.MACHINE, contributions);
    }

    private static Episode episode(AssetId asset, Suspect suspect, Contribution... contributions) {
        return new Episode(
                EpisodeId.of(asset, "anomaly/pump", 1),
                asset,
                1,
                2,
                Optional.empty(),
                2,
                List.of(contributions),
                suspect,
                new ModelRef("anomaly/pump", 1));
    }

    static Stream<Arguments> everyModeOfTheLibrary() {
        return EquipmentLibrary.standard().stream()
                .flatMap(known -> known.modes().stream().map(mode -> Arguments.of(known, mode)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyModeOfTheLibrary")
    void a_machine_that_shows_exactly_the_signs_of_a_mode_gets_that_mode_with_full_score(
            EquipmentKnowledge known, FailureMode mode) {
        List<Contribution> seen = mode.symptoms().stream()
                .filter(symptom -> symptom.sign() != 0)
                .map(symptom -> deviating(symptom.channel(), 10 * symptom.sign()))
                .toList();

        Diagnosis diagnosis = Diagnoser.rank(known, seen);

        assertThat(diagnosis.modes().getFirst().id()).isEqualTo(mode.id());
        assertThat(diagnosis.modes().getFirst().score()).isCloseTo(1, Offset.offset(1e-12));
        assertThat(diagnosis.modes().getFirst().evidence()).allMatch(Evidence::supports);
    }

    @Test
    void the_score_is_the_cosine_that_the_essay_says() {
        // strainer: suction -, speed +, power +, flow held; seen: suction -6, speed +3, flow +3
        Diagnosis diagnosis = Diagnoser.rank(
                PUMP, List.of(deviating("suction_pressure", -6), deviating("speed", 3), deviating("flow", 3)));

        double expected = (1 + 0.5 - 0.5) / (Math.sqrt(3) * Math.sqrt(1 + 0.25 + 0.25));
        RankedMode first = diagnosis.modes().getFirst();
        assertThat(first.id()).isEqualTo("pump.strainer-plugging");
        assertThat(first.score()).isCloseTo(expected, Offset.offset(1e-12));
        assertThat(first.evidence())
                .containsExactly(
                        new Evidence("suction_pressure", -1, -6, true),
                        new Evidence("speed", 1, 3, true),
                        new Evidence("flow", 0, 3, false),
                        new Evidence("power", 1, 0, false));
    }

    @Test
    void tells_bearing_wear_by_its_envelope_and_cites_where_that_is_written() {
        Diagnosis diagnosis = Diagnoser.rank(
                PUMP,
                List.of(
                        deviating("envelope", 12),
                        deviating("vibration_de", 7),
                        deviating("acceleration_hf", 6),
                        deviating("bearing_temp_de", 3),
                        deviating("flow", 0.5)));

        assertThat(diagnosis.leading()).map(RankedMode::id).contains("pump.bearing-wear");
        assertThat(diagnosis.sensors())
                .containsExactly("envelope", "vibration_de", "acceleration_hf", "bearing_temp_de");
        assertThat(diagnosis.citations()).hasSameSizeAs(diagnosis.modes());
        assertThat(diagnosis.citations().getFirst().source()).contains("ISO 17359");
        assertThat(diagnosis.citations().getFirst().text()).contains("envelope rises");
        assertThat(diagnosis.missing()).isEmpty();
    }

    @Test
    void a_sign_that_points_the_other_way_speaks_against_the_mode() {
        Diagnosis diagnosis = Diagnoser.rank(PUMP, List.of(deviating("seal_temp", -8), deviating("seal_pot_level", 8)));

        assertThat(diagnosis.modes()).isEmpty();
        assertThat(diagnosis.missing()).first().asString().contains("undetermined");
    }

    @Test
    void says_undetermined_when_two_modes_fit_alike() {
        Diagnosis diagnosis = Diagnoser.rank(PUMP, List.of(deviating("speed", 8), deviating("power", 8)));

        assertThat(diagnosis.modes().size()).isGreaterThan(1);
        assertThat(diagnosis.leading()).isEmpty();
        assertThat(diagnosis.confidence()).isLessThan(0.1);
        assertThat(diagnosis.missing()).first().asString().contains("undetermined: ", "fits 0.82");
    }

    @Test
    void a_single_deviating_channel_may_be_the_sensor_itself() {
        Diagnosis diagnosis = Diagnoser.rank(PUMP, List.of(deviating("fluid_temp", 9)));

        assertThat(diagnosis.missing()).anyMatch(text -> text.contains("second instrument"));
    }

    @Test
    void the_order_does_not_depend_on_the_order_of_what_was_seen() {
        List<Contribution> seen = List.of(deviating("speed", 8), deviating("power", 8), deviating("current", -3));

        assertThat(Diagnoser.rank(PUMP, seen.reversed())).isEqualTo(Diagnoser.rank(PUMP, seen));
    }

    @Test
    void asks_the_graph_for_the_machine_and_its_class() {
        InMemoryPlantGraph graph = new InMemoryPlantGraph();
        Diagnoser diagnoser = new Diagnoser(graph);
        assertThat(diagnoser.diagnose(episode(MACHINE.id())).missing().getFirst())
                .contains("does not know P-101");

        graph.load(List.of(MACHINE), List.of());
        assertThat(diagnoser.diagnose(episode(MACHINE.id())).missing().getFirst())
                .contains("equipment class centrifugal-pump");

        graph.load(List.of(), EquipmentLibrary.standard());
        Diagnosis diagnosis =
                diagnoser.diagnose(episode(MACHINE.id(), deviating("seal_temp", 6), deviating("seal_pot_level", -6)));
        assertThat(diagnosis.leading()).map(RankedMode::id).contains("pump.seal-leak");

        graph.unplug();
        assertThatThrownBy(() -> diagnoser.diagnose(episode(MACHINE.id())))
                .isInstanceOf(GraphUnavailableException.class);
    }

    @Test
    void knows_nothing_of_a_class_without_modes() {
        EquipmentKnowledge empty = new EquipmentKnowledge(new EquipmentClass("tank"), "Tank", List.of());

        Diagnosis diagnosis = Diagnoser.rank(empty, List.of(deviating("level", 9)));

        assertThat(diagnosis.modes()).isEmpty();
        assertThat(diagnosis.confidence()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"9, AOH", "-9, AOL", "0, ERO"})
    void a_suspect_sensor_is_told_as_the_failure_of_an_instrument_and_no_mode_of_the_machine(
            double deviation, String iso14224) {
        Diagnoser diagnoser = new Diagnoser(new InMemoryPlantGraph());

        Diagnosis diagnosis =
                diagnoser.diagnose(episode(MACHINE.id(), Suspect.SENSOR, new Contribution("flow", 1, deviation)));

        RankedMode leading = diagnosis.leading().orElseThrow();
        assertThat(leading.id()).isEqualTo("instrument.flow");
        assertThat(leading.iso14224()).isEqualTo(iso14224);
        assertThat(diagnosis.modes()).hasSize(1);
        assertThat(diagnosis.missing()).singleElement().asString().contains("second instrument for flow");
    }
}

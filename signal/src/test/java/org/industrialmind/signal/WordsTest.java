package org.industrialmind.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small words: what each accepts, and what it says of what it does not. */
final class WordsTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final ModelRef MODEL = new ModelRef("anomaly/pump", 3);

    @ParameterizedTest
    @ValueSource(strings = {"P-101", "area/1/P_2", "0", "A.b-c"})
    void a_tag_is_what_stands_on_the_machine(String tag) {
        assertThat(new AssetId(tag)).hasToString(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "a b", "ä", "../etc"})
    void a_tag_that_could_mean_anything_else_is_refused(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AssetId(tag)).withMessageContaining("'" + tag + "'");
    }

    @Test
    void tags_stand_in_the_order_of_their_text() {
        assertThat(List.of(new AssetId("B"), new AssetId("A"), new AssetId("A-1")).stream()
                        .sorted()
                        .map(AssetId::value))
                .containsExactly("A", "A-1", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Centrifugal", "a b", "-a"})
    void a_class_of_equipment_is_a_slug(String code) {
        assertThat(new EquipmentClass("centrifugal-pump")).hasToString("centrifugal-pump");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EquipmentClass(code))
                .withMessageContaining("such as centrifugal-pump");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m³/h", "m3 h", "0123456789012345678901234567890123"})
    void a_unit_is_a_code_that_every_program_can_read(String code) {
        assertThat(new Unit("m3/h")).hasToString("m3/h");
        assertThatIllegalArgumentException().isThrownBy(() -> new Unit(code)).withMessageContaining("UCUM");
    }

    @Test
    void a_place_has_all_three_levels() {
        assertThat(new PlantPath("Riverside", "Area 1", "Feed water")).hasToString("Riverside/Area 1/Feed water");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlantPath("Riverside", " ", "Feed water"))
                .withMessageContaining("blank level");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void criticality_is_one_to_five(int criticality) {
        PlantPath path = new PlantPath("Riverside", "Area 1", "Feed water");
        EquipmentClass pump = new EquipmentClass("centrifugal-pump");
        assertThat(new Asset(PUMP, "Pump", pump, path, 5).criticality()).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Asset(PUMP, "Pump", pump, path, criticality))
                .withMessageContaining("expected 1 to 5");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -22, Double.NaN, Double.POSITIVE_INFINITY})
    void a_rated_power_is_a_positive_number(double kilowatts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Installation(kilowatts, Installation.Support.RIGID))
                .withMessageContaining("a rated power of " + kilowatts + " kW is not valid");
    }

    @ParameterizedTest
    @EnumSource(Installation.Support.class)
    void a_support_is_read_as_it_is_written(Installation.Support support) {
        assertThat(Installation.Support.ofCode(support.code())).isEqualTo(support);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Installation.Support.ofCode("stiff"))
                .withMessageContaining("expected rigid or flexible");
    }

    @Test
    void a_model_has_a_name_and_a_version_from_one() {
        assertThat(MODEL).hasToString("anomaly/pump v3");
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelRef(" ", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelRef("anomaly/pump", 0));
    }

    @ParameterizedTest
    @EnumSource(Channel.Role.class)
    void only_what_the_machine_does_and_feels_is_judged(Channel.Role role) {
        boolean own = role == Channel.Role.PROCESS || role == Channel.Role.CONDITION;
        assertThat(role.judged()).isEqualTo(own);
    }

    @Test
    void a_channel_name_is_an_identifier() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Channel("Flow rate", "Flow", Unit.ONE, Channel.Role.PROCESS))
                .withMessageContaining("discharge_pressure");
    }

    @Test
    void a_contribution_has_a_share_and_a_direction() {
        assertThat(new Contribution("flow", 0.4, 3).sign()).isEqualTo(1);
        assertThat(new Contribution("flow", 0.4, -3).sign()).isEqualTo(-1);
        assertThat(new Contribution("flow", 0.4, 1.9).sign()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution("flow", 1.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution("flow", 0.5, Double.NaN));
    }

    @Test
    void every_quality_fits_in_a_byte_and_comes_back_from_it() {
        Set<Byte> codes = new HashSet<>();
        for (Quality.Severity severity : Quality.Severity.values()) {
            for (Quality.Reason reason : Quality.Reason.values()) {
                Quality quality = new Quality(severity, reason);
                assertThat(Quality.of(quality.code())).isEqualTo(quality);
                assertThat(Quality.usable(quality.code())).isEqualTo(quality.usable());
                codes.add(quality.code());
            }
        }
        assertThat(codes).hasSize(Quality.Severity.values().length * Quality.Reason.values().length);
        assertThat(Quality.GOOD.code()).isZero();
        assertThat(Quality.bad(Quality.Reason.STALE).usable()).isFalse();
        assertThat(Quality.uncertain(Quality.Reason.HISTORICAL).usable()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Quality.of((byte) 0xff));
        assertThatIllegalArgumentException().isThrownBy(() -> Quality.of((byte) 0x3f));
    }

    @Test
    void a_score_is_a_finite_number_from_zero() {
        List<Contribution> named = new ArrayList<>(List.of(new Contribution("flow", 1, 4)));
        Assessment.Abnormal abnormal = new Assessment.Abnormal(PUMP, 10, MODEL, 2, named);
        named.clear();
        assertThat(abnormal.contributions()).as("copied in").hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Assessment.Normal(PUMP, 10, MODEL, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assessment.Abnormal(PUMP, 10, MODEL, Double.POSITIVE_INFINITY, List.of()));
    }

    @Test
    void an_episode_is_named_by_what_it_is_about() {
        EpisodeId id = EpisodeId.of(PUMP, "anomaly/pump", 10);
        assertThat(EpisodeId.of(PUMP, "anomaly/pump", 10)).isEqualTo(id);
        assertThat(EpisodeId.parse(id.toString())).isEqualTo(id);
        assertThat(Set.of(
                        EpisodeId.of(PUMP, "anomaly/pump", 11),
                        EpisodeId.of(PUMP, "anomaly/other", 10),
                        EpisodeId.of(new AssetId("P-102"), "anomaly/pump", 10)))
                .hasSize(3)
                .doesNotContain(id);
        Episode open = new Episode(id, PUMP, 10, 20, Optional.empty(), 2, List.of(), Suspect.UNDETERMINED, MODEL);
        assertThat(open.open()).isTrue();
        assertThat(new Episode(id, PUMP, 10, 20, Optional.of(30L), 2, List.of(), Suspect.UNDETERMINED, MODEL).open())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Episode(id, PUMP, 10, 9, Optional.empty(), 2, List.of(), Suspect.UNDETERMINED, MODEL))
                .withMessageContaining("before it starts");
    }
}

package org.industrialmind.advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.junit.jupiter.api.Test;

final class MaintenanceTermsTest {
    private final MaintenanceTerms usual = ConditionPolicyTest.terms(90, 10, 0.1, 48, 24);

    @Test
    void wrong_prices_and_times_are_refused_with_what_was_seen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPolicyTest.terms(-5, 10, 0, 48, 24))
                .withMessageContaining("cost of a failure is -5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPolicyTest.terms(90, Double.NaN, 0, 48, 24))
                .withMessageContaining("cost of an intervention is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPolicyTest.terms(10, 10, 0, 48, 24))
                .withMessageContaining("expected the failure to cost more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPolicyTest.terms(90, 10, 0, 400 * 24, 24))
                .withMessageContaining("400 days: expected at most 365");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPolicyTest.terms(90, 10, 0, -1, 24))
                .withMessageContaining("lead time is PT-1H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPolicyTest.terms(90, 10, 0, 48, 0))
                .withMessageContaining("review interval is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionPolicyTest.terms(90, 10, -1, 48, 24))
                .withMessageContaining("regretted by -1.0");
    }

    @Test
    void a_machine_goes_before_its_class_and_its_class_before_the_rest() {
        Asset pump = asset("P-101", "centrifugal-pump");
        TermsTable table = TermsTable.defaults();
        assertThat(table.of(pump)).isEqualTo(table.classes().get("centrifugal-pump"));
        assertThat(table.of(asset("X-1", "agitator"))).isEqualTo(table.general());
        assertThat(table.with(pump.id(), usual).of(pump)).isEqualTo(usual);
        assertThat(table.with(pump.id(), usual).of(asset("P-102", "centrifugal-pump")))
                .isEqualTo(table.of(pump));
    }

    @Test
    void a_faster_clock_shortens_every_time_and_no_cost() {
        MaintenanceTerms faster = usual.faster(24);
        assertThat(faster.leadTime()).isEqualTo(Duration.ofHours(2));
        assertThat(faster.review()).isEqualTo(Duration.ofHours(1));
        assertThat(faster.riskWorthTaking()).isEqualTo(usual.riskWorthTaking());
        assertThat(faster.usualLife().scaleHours()).isCloseTo(50_000 / 24.0, within(1e-9));
        Asset fan = asset("F-1", "fan");
        assertThat(TermsTable.defaults().faster(24).of(fan))
                .isEqualTo(TermsTable.defaults().of(fan).faster(24));
    }

    private static Asset asset(String id, String kind) {
        return new Asset(new AssetId(id), id, new EquipmentClass(kind), new PlantPath("a", "b", "c"), 3);
    }
}

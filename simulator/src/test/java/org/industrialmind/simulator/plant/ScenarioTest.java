package org.industrialmind.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.PlannedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    @Test
    void smoke_has_ten_machines_and_five_faults_on_different_ones() {
        Scenario smoke = Scenario.smoke(1, START);

        assertThat(smoke.assets()).hasSize(10);
        assertThat(smoke.faults().stream().map(PlannedFault::asset)).hasSize(5).doesNotHaveDuplicates();
        assertThat(smoke.faults()).allSatisfy(fault -> assertThat(fault.onset()).isAfterOrEqualTo(smoke.liveStart()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void standard_has_as_many_of_everything_as_it_says(long seed) {
        Scenario standard = Scenario.standard(seed, START);

        assertThat(standard.assets()).hasSize(160);
        assertThat(standard.assets().stream().map(asset -> asset.id().value())).doesNotHaveDuplicates();
        assertThat(standard.faults()).hasSize(120);
        assertThat(standard.sensorFaults()).hasSize(60);
        assertThat(standard.nuisances()).hasSize(200);
        assertThat(standard.end()).isEqualTo(START.plus(Duration.ofDays(30)));
        double days = standard.faults().stream()
                .mapToDouble(
                        fault -> Duration.between(fault.onset(), fault.repair().orElseThrow())
                                        .toHours()
                                / 24.0)
                .sum();
        // faults are rare: under two percent of the time of all machines
        assertThat(days / (160 * 25)).isLessThan(0.02);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void judging_is_a_quarter_of_the_plant_with_faults_of_every_degree(long seed) {
        Scenario judging = Scenario.judging(seed, START);

        assertThat(judging.assets()).hasSize(40);
        assertThat(judging.end()).isEqualTo(START.plus(Duration.ofDays(12)));
        assertThat(judging.faults()).hasSize(30);
        assertThat(judging.faults().stream().filter(PlannedFault::runsToFailure))
                .hasSize(20);
        assertThat(judging.faults().stream().map(PlannedFault::limit)).contains(0.1, 0.2, 0.35, 0.5);
        assertThat(judging.nuisances()).hasSize(50);
        assertThat(judging.sensorFaults().stream().filter(fault -> Math.abs(fault.amount()) == 5))
                .as("offsets of five sigma")
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void standard_steps() {
        Plant plant = new Plant(Scenario.standard(1, START));

        assertThat(plant.step()).hasSize(160);
        assertThat(plant.labels().stream().filter(label -> label.kind() == FaultLabel.Kind.SENSOR))
                .hasSize(60);
    }

    @Test
    void live_begins_with_a_bearing_and_never_has_two_faults_on_a_machine_at_once() {
        Scenario live = Scenario.live(1, START);

        PlannedFault first = live.faults().getFirst();
        assertThat(first.mode()).isEqualTo(FailureMode.PUMP_BEARING_WEAR);
        assertThat(first.onset()).isBetween(live.liveStart().minus(Duration.ofMinutes(10)), live.liveStart());
        assertThat(live.faults()).hasSizeGreaterThan(50);
        for (PlannedFault one : live.faults()) {
            assertThat(live.faults().stream()
                            .filter(other -> other != one && other.asset().equals(one.asset()))
                            .filter(other -> other.onset().isBefore(one.repair().orElseThrow())
                                    && one.onset().isBefore(other.repair().orElseThrow())))
                    .isEmpty();
        }
    }

    @Test
    void refuses_plans_for_machines_that_it_does_not_have() {
        PlannedFault stray =
                PlannedFault.toFailure(new AssetId("P-999"), FailureMode.PUMP_UNBALANCE, START, Duration.ofHours(1));

        assertThatThrownBy(() -> Scenario.smoke(1, START).withFaults(List.of(stray)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-999");
    }
}

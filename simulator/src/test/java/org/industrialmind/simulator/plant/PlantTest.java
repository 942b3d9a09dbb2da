package org.industrialmind.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Frame;
import org.industrialmind.simulator.fault.FaultLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration SHORT = Duration.ofMinutes(20);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void replays_to_the_bit_for_the_same_seed_and_not_for_another(long seed) {
        long first = digest(Scenario.smoke(seed, START, SHORT));

        assertThat(digest(Scenario.smoke(seed, START, SHORT))).isEqualTo(first);
        assertThat(digest(Scenario.smoke(seed + 100, START, SHORT))).isNotEqualTo(first);
    }

    private static long digest(Scenario scenario) {
        Plant plant = new Plant(scenario);
        long hash = 0;
        for (int second = 0; second < 3600; second++) {
            for (Frame frame : plant.deliver()) {
                hash = 31 * hash + frame.time(0);
                for (int channel = 0; channel < frame.schema().width(); channel++) {
                    hash = 31 * hash + Double.doubleToLongBits(frame.value(0, channel));
                }
            }
        }
        return hash;
    }

    @Test
    void machine_does_the_same_whatever_stands_beside_it() {
        Scenario whole = Scenario.smoke(4, START, SHORT);
        Asset last = whole.assets().getLast();
        Scenario alone = alone(whole, last);
        Plant crowd = new Plant(whole);
        Plant hermit = new Plant(alone);

        for (int second = 0; second < 600; second++) {
            assertThat(hermit.step()).containsExactly(crowd.step().getLast());
        }
    }

    /** The scenario with one machine only. */
    static Scenario alone(Scenario whole, Asset asset) {
        return new Scenario(
                whole.name(),
                whole.seed(),
                whole.start(),
                whole.history(),
                whole.live(),
                whole.duty(),
                whole.liveDuty(),
                List.of(asset),
                whole.faults().stream()
                        .filter(fault -> fault.asset().equals(asset.id()))
                        .toList(),
                List.of(),
                List.of(),
                whole.transport());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42})
    void smoke_faults_become_noticeable_and_then_functional_within_the_hour(long seed) {
        Scenario scenario = Scenario.smoke(seed, START, SHORT);
        Plant plant = new Plant(scenario);
        while (plant.now().isBefore(scenario.end())) {
            plant.step();
        }

        List<FaultLabel> faults = plant.labels().stream()
                .filter(label -> label.kind() == FaultLabel.Kind.PROCESS
                        && label.parent().isEmpty())
                .toList();
        assertThat(faults).hasSize(5).allSatisfy(label -> {
            assertThat(label.detectable()).isPresent();
            assertThat(label.detectable().get()).isBetween(label.onset(), scenario.end());
        });
        FaultLabel bearing = faults.getFirst();
        assertThat(bearing.mode()).isEqualTo("pump.bearing-wear");
        assertThat(bearing.detectable().get()).isBefore(scenario.liveStart().plus(Duration.ofMinutes(5)));
        assertThat(bearing.failure()).isPresent();
        assertThat(plant.labels()).anySatisfy(label -> assertThat(label.mode()).isEqualTo("pump.cavitation"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void history_shows_each_machine_at_each_load(long seed) {
        Scenario scenario = Scenario.smoke(seed, START);
        Plant plant = new Plant(scenario);
        Set<String> seen = new TreeSet<>();
        while (plant.now().isBefore(scenario.liveStart())) {
            for (Frame frame : plant.step()) {
                seen.add(frame.asset() + " " + Math.round(frame.value(0, 0)));
            }
        }

        for (String point : List.of("60", "85", "100")) {
            assertThat(seen).contains("P-101 " + point, "P-202 " + point, "P-301 " + point, "M-401 " + point);
        }
        assertThat(seen).contains("F-601 30000", "F-601 42500", "F-601 50000", "E-501 3", "E-501 4", "E-501 5");
    }

    @Test
    void every_class_has_a_schema_that_begins_with_what_drives_it() {
        assertThat(new Plant(Scenario.smoke(1, START, SHORT)).schemas())
                .hasSize(4)
                .allSatisfy(schema -> {
                    assertThat(schema.channel(0).role()).isEqualTo(Channel.Role.DRIVE);
                    assertThat(schema.width()).isBetween(12, 18);
                });
    }

    @Test
    void frames_of_a_step_stand_in_the_order_of_the_assets() {
        Plant plant = new Plant(Scenario.smoke(1, START, SHORT));

        assertThat(plant.step().stream().map(Frame::asset).toList())
                .isEqualTo(plant.assets().stream().map(Asset::id).toList());
        assertThat(plant.schemas().stream()
                        .map(schema -> schema.equipmentClass().code())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("centrifugal-pump", "induction-motor", "heat-exchanger", "fan");
    }
}

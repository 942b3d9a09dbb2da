package org.industrialmind.recipes.pumpfailure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.industrialmind.simulator.fault.FaultLabel;
import org.junit.jupiter.api.Test;

class PumpFailureTest {
    private static final long SEED = 1;

    @Test
    void what_was_trained_beats_what_knows_nothing() {
        Map<String, Tally> tallies = PumpFailure.compare(List.of(SEED), Duration.ofHours(3));
        double ignorant = List.of("always abnormal", "random", "moving variance").stream()
                .mapToDouble(name -> tally(tallies, name).f1())
                .max()
                .orElseThrow();
        for (String name : List.of("pca", "dense-autoencoder", "convolutional-autoencoder")) {
            assertThat(tally(tallies, name).f1()).as(name).isGreaterThan(ignorant);
            assertThat(tally(tallies, name).found()).as(name).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void always_abnormal_finds_everything_and_is_wrong_about_every_healthy_pump() {
        PumpStation station = PumpStation.simulate(SEED, Duration.ofMinutes(30));
        Tally tally = new Tally();
        tally.add(station, OneLiners.always(station.live()));
        assertThat(tally.recall()).isEqualTo(1);
        assertThat(tally.found()).isEqualTo(tally.faults()).isPositive();
        assertThat(tally.falseEpisodes()).isEqualTo(5); // one on each pump, opened while all was well
    }

    @Test
    void the_same_seed_gives_the_same_station() {
        PumpStation one = PumpStation.simulate(SEED, Duration.ofMinutes(20));
        PumpStation same = PumpStation.simulate(SEED, Duration.ofMinutes(20));
        assertThat(same.labels())
                .isEqualTo(one.labels())
                .extracting(FaultLabel::asset)
                .isNotEmpty();
        assertThat(same.live()).hasSameSizeAs(one.live());
        for (int row = 0; row < 60; row++) {
            assertThat(same.live().getLast().get(row, 3))
                    .isEqualTo(one.live().getLast().get(row, 3));
        }
    }

    private static Tally tally(Map<String, Tally> tallies, String name) {
        return tallies.getOrDefault(name, new Tally());
    }
}

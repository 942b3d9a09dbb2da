package org.industrialmind.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.signal.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final int SECONDS = 4 * 3600;
    /** The field, but with an outage every hour or so. */
    private static final TransportSettings ROUGH = new TransportSettings(0.005, 0.001, 0.002, 168, 0.02, 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void loses_nothing_and_counts_what_comes_twice(long seed) {
        Plant truth = new Plant(scenario(seed, ROUGH));
        Plant plant = new Plant(scenario(seed, ROUGH));
        Map<String, Integer> missing = new HashMap<>();
        int extra = 0;
        for (int second = 0; second < SECONDS; second++) {
            truth.step().forEach(frame -> missing.merge(name(frame), 1, Integer::sum));
            for (Frame frame : plant.deliver()) {
                if (missing.remove(name(frame)) == null) {
                    extra++;
                }
            }
        }

        DeliveryCounts counts = plant.deliveries();
        assertThat(counts.sent()).isEqualTo(10L * SECONDS);
        assertThat(counts.sent() + counts.duplicated()).isEqualTo(counts.arrived() + counts.underWay());
        assertThat(missing.size()).isLessThanOrEqualTo((int) counts.underWay());
        assertThat(extra).isLessThanOrEqualTo((int) counts.duplicated());
        assertThat(counts.late()).isPositive();
        assertThat(counts.reordered()).isPositive();
        assertThat(counts.backfilled()).isPositive();
        assertThat(counts.arrived()).isEqualTo(counts.sent() - missing.size() + extra);
    }

    @Test
    void perfect_lines_deliver_every_step_as_it_is() {
        Plant stepped = new Plant(scenario(5, TransportSettings.perfect()));
        Plant delivered = new Plant(scenario(5, TransportSettings.perfect()));

        for (int second = 0; second < 100; second++) {
            assertThat(delivered.deliver()).isEqualTo(stepped.step());
        }
    }

    @Test
    void backfill_comes_in_order() {
        TransportSettings outagesOnly = new TransportSettings(0, 0, 0, 500, 0, 0);
        Plant plant = new Plant(scenario(6, outagesOnly));
        Map<String, List<Long>> times = new HashMap<>();
        for (int second = 0; second < SECONDS; second++) {
            plant.deliver()
                    .forEach(frame -> times.computeIfAbsent(frame.asset().value(), id -> new ArrayList<>())
                            .add(frame.time(0)));
        }

        assertThat(plant.deliveries().backfilled()).isPositive();
        assertThat(times.values()).allSatisfy(list -> assertThat(list).isSorted());
    }

    private static String name(Frame frame) {
        return frame.asset() + "@" + frame.time(0);
    }

    private static Scenario scenario(long seed, TransportSettings transport) {
        return Scenario.smoke(seed, START, Duration.ofHours(4)).withTransport(transport);
    }
}

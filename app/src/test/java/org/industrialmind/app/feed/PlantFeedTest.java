package org.industrialmind.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.simulator.plant.Plant;
import org.industrialmind.simulator.plant.Scenario;
import org.junit.jupiter.api.Test;

class PlantFeedTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Frame> sent = new ArrayList<>();

    private static Plant plant(Instant start) {
        return new Plant(Scenario.live(7, start, Duration.ofMinutes(5)));
    }

    private PlantFeed feed(Plant plant) {
        return new PlantFeed(
                plant,
                frame -> {
                    sent.add(frame);
                    return CompletableFuture.allOf(); // of nothing: done
                },
                frame -> {});
    }

    private Optional<Frame> latest(AssetId asset, FrameSchema schema) {
        return sent.stream()
                .filter(frame -> frame.asset().equals(asset))
                .map(frame -> frame.time(frame.rows() - 1))
                .max(Comparator.naturalOrder())
                .map(time -> Frame.good(asset, schema, new long[] {time}, new double[schema.width()]));
    }

    @Test
    void a_second_start_leaves_what_is_stored_as_it_is() throws InterruptedException {
        Plant first = plant(START);
        feed(first).until(START.plusSeconds(120));
        Instant stored = new DemoPlant(first).newest(this::latest).orElseThrow();
        assertThat(stored).isBetween(START.plusSeconds(118), START.plusSeconds(122)); // clocks of gateways differ
        sent.clear();

        PlantFeed again = feed(plant(START.plusSeconds(30)));
        again.skipTo(stored.plusSeconds(5));
        again.until(START.plusSeconds(150));

        assertThat(sent).isNotEmpty().allMatch(frame -> instant(frame.time(0)).isAfter(stored));
    }

    @Test
    void the_past_ends_when_somebody_says_stop() throws InterruptedException {
        Plant plant = plant(START);
        feed(plant).until(START.plusSeconds(300), () -> plant.now().isAfter(START.plusSeconds(10)));
        assertThat(plant.now()).isEqualTo(START.plusSeconds(11));
        assertThat(sent).isNotEmpty();
    }

    private static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}

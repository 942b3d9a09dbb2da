package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.Quality;
import org.industrialmind.telemetry.store.StoreUnavailableException;
import org.industrialmind.telemetry.wire.Readings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialRowsTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final FrameSchema SCHEMA = Readings.schema("pump", 3, Precision.DOUBLE);
    private static final double UNSAID = Double.NaN;
    private static final byte BAD =
            Quality.bad(Quality.Reason.COMMUNICATION_FAILURE).code();

    private final MemoryStore store = new MemoryStore();
    private PartialRows parts = new PartialRows(store);

    @BeforeEach
    void prepare() {
        store.prepare(SCHEMA);
    }

    private void write(Frame... frames) {
        store.write(parts.completed(List.of(frames)));
    }

    private void restart() {
        parts = new PartialRows(store);
    }

    private static Frame row(long second, double... values) {
        return Frame.good(PUMP, SCHEMA, new long[] {second * Readings.SECOND}, values);
    }

    private List<Frame> stored() {
        return store.range(PUMP, SCHEMA, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Test
    void keeps_the_channels_of_both_parts_of_a_row() {
        write(row(1, 5, UNSAID, UNSAID));
        write(row(1, UNSAID, 6, UNSAID));
        assertThat(stored()).containsExactly(row(1, 5, 6, UNSAID));
    }

    @Test
    void keeps_what_another_process_has_stored_of_the_row() {
        write(row(1, 5, UNSAID, UNSAID));
        restart();
        write(row(1, UNSAID, 6, UNSAID));
        assertThat(stored()).containsExactly(row(1, 5, 6, UNSAID));

        PartialRows other = new PartialRows(store);
        store.write(other.completed(List.of(row(1, UNSAID, UNSAID, 7))));
        parts.othersWrote();
        write(row(1, UNSAID, 8, UNSAID));
        assertThat(stored()).containsExactly(row(1, 5, 8, 7));
    }

    @Test
    void corrects_one_channel_of_a_whole_row() {
        write(row(1, 5, 6, 7), row(2, 5, 6, 7));
        write(row(1, 9, UNSAID, UNSAID));
        assertThat(stored()).containsExactly(row(1, 9, 6, 7), row(2, 5, 6, 7));
    }

    @Test
    void lets_a_value_be_taken_back_by_its_quality() {
        write(row(1, 5, 6, 7));
        double[] values = {UNSAID, UNSAID, UNSAID};
        byte[] qualities = {BAD, 0, 0};
        write(Frame.of(PUMP, SCHEMA, new long[] {Readings.SECOND}, values, qualities));
        assertThat(stored()).hasSize(1);
        assertThat(stored().getFirst().value(0, 0)).isNaN();
        assertThat(stored().getFirst().qualityCode(0, 0)).isEqualTo(BAD);
        assertThat(stored().getFirst().value(0, 1)).isEqualTo(6);
    }

    @Test
    void hands_on_whole_rows_as_they_are_and_asks_the_store_nothing() {
        store.away = true;
        Frame whole = row(1, 5, 6, 7);
        assertThat(parts.completed(List.of(whole))).first().isSameAs(whole);
    }

    @Test
    void asks_the_store_once_about_an_asset_that_goes_on_in_parts() {
        write(row(1, 5, UNSAID, UNSAID));
        store.away = true;
        assertThat(parts.completed(List.of(row(1, UNSAID, 6, UNSAID), row(2, 5, UNSAID, UNSAID))))
                .containsExactly(row(1, 5, 6, UNSAID), row(2, 5, UNSAID, UNSAID));
        List<Frame> older = List.of(row(0, 5, UNSAID, UNSAID));
        assertThatThrownBy(() -> parts.completed(older)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void forgets_what_the_store_has_refused() {
        write(row(1, 5, 6, 7));
        List<Frame> refused = List.of(row(1, Double.POSITIVE_INFINITY, UNSAID, UNSAID));
        parts.completed(refused);
        parts.forget(refused);
        write(row(1, UNSAID, 8, UNSAID));
        assertThat(stored()).containsExactly(row(1, 5, 8, 7));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stores_of_each_channel_what_was_last_said_of_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Long, double[]> twin = new TreeMap<>();
        for (int batch = 0; batch < 60; batch++) {
            if (random.nextInt(15) == 0) {
                restart();
            }
            List<Frame> frames = new ArrayList<>();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                boolean whole = random.nextInt(4) == 0;
                long late = random.nextInt(6) == 0 ? random.nextInt(5_000) : random.nextInt(3);
                long second = Math.max(0, 10_000 + 20L * batch - late);
                int rows = random.nextInt(1, 50); // more than are remembered
                frames.add(frame(random, second, rows, whole));
            }
            frames.forEach(frame -> say(frame, twin));
            parts.completed(frames); // a first try that came to nothing
            write(frames.toArray(Frame[]::new));
        }
        TreeMap<Long, double[]> found = new TreeMap<>();
        stored().forEach(frame -> say(frame, found));
        assertThat(found.keySet()).isEqualTo(twin.keySet());
        twin.forEach(
                (time, row) -> assertThat(found.get(time)).as("at %s", time).isEqualTo(row));
    }

    private static Frame frame(SplittableRandom random, long second, int rows, boolean whole) {
        long[] times = new long[rows];
        double[] values = new double[rows * SCHEMA.width()];
        for (int row = 0; row < rows; row++) {
            times[row] = (second + row) * Readings.SECOND;
            for (int channel = 0; channel < SCHEMA.width(); channel++) {
                boolean said = whole || random.nextBoolean();
                values[row * SCHEMA.width() + channel] = said ? random.nextInt(1_000) : UNSAID;
            }
        }
        return Frame.good(PUMP, SCHEMA, times, values);
    }

    private static void say(Frame frame, Map<Long, double[]> rows) {
        for (int row = 0; row < frame.rows(); row++) {
            double[] known = rows.computeIfAbsent(frame.time(row), _ -> new double[] {UNSAID, UNSAID, UNSAID});
            for (int channel = 0; channel < known.length; channel++) {
                double value = frame.value(row, channel);
                known[channel] = Double.isNaN(value) ? known[channel] : value;
            }
        }
    }
}

package org.industrialmind.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.telemetry.store.SampleStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final long SECOND = 1_000_000_000L;
    private static final AssetId PUMP = new AssetId("P-101");
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("pump"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(new Channel("flow", "", Unit.ONE, Channel.Role.PROCESS)));

    /** A store of one row a second, of whose methods only the one that is asked works. */
    private static SampleStore everySecond() {
        return (SampleStore) Proxy.newProxyInstance(
                SampleStore.class.getClassLoader(), new Class<?>[] {SampleStore.class}, (proxy, method, asked) -> {
                    if (!method.getName().equals("range")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    long[] times = LongStream.rangeClosed(
                                    Math.ceilDiv((long) asked[2], SECOND), ((long) asked[3] - 1) / SECOND)
                            .limit((int) asked[4])
                            .map(second -> second * SECOND)
                            .toArray();
                    return times.length == 0
                            ? List.of()
                            : List.of(Frame.good(PUMP, SCHEMA, times, new double[times.length]));
                });
    }

    @ParameterizedTest(name = "{0} rows in an answer")
    @ValueSource(ints = {7, 1_000, 7_200, 100_000})
    void brings_back_every_row_however_few_the_store_hands_out_at_once(int answer) {
        long end = Duration.ofHours(5).toNanos(); // three pages, the last of them half
        WindowSet windows = new History(everySecond(), answer).windows(SCHEMA, List.of(PUMP), 0, end + 1, 60, 60);
        assertThat(windows.windows())
                .hasSize(5 * 60)
                .allSatisfy(window -> assertThat(window.coverage()).isEqualTo(1));
    }
}

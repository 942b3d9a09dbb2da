package org.industrialmind.telemetry.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.junit.jupiter.api.Test;

final class IngestTest {
    private static final long NOW = 1_700_000_000_000_000_000L;
    private static final AssetId PUMP = new AssetId("P-101");
    private static final FrameSchema SCHEMA = schema("pressure");

    private final List<Frame> log = new ArrayList<>();
    private final List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
    private final Ingest ingest = new Ingest(
            frame -> {
                log.add(frame);
                acknowledgements.add(new CompletableFuture<>());
                return acknowledgements.getLast();
            },
            asset -> asset.equals(PUMP) ? Optional.of(SCHEMA) : Optional.empty(),
            InstantSource.fixed(Instant.ofEpochSecond(NOW / 1_000_000_000L)));

    private static FrameSchema schema(String channel) {
        return new FrameSchema(
                new EquipmentClass("pump"),
                Duration.ofSeconds(1),
                FrameSchema.Precision.SINGLE,
                List.of(new Channel(channel, channel, Unit.ONE, Channel.Role.PROCESS)));
    }

    private static byte[] lines(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void acknowledges_once_everything_is_durable_and_not_before() {
        CompletableFuture<Integer> receipt = ingest.submit(
                lines("pump,asset=P-101 pressure=1 " + NOW + "\npump,asset=P-101 pressure=2 " + (NOW + 1)));
        assertThat(receipt).isNotDone();
        assertThat(ingest.accepted()).isZero();
        acknowledgements.forEach(each -> each.complete(null));
        assertThat(receipt).isCompletedWithValue(2);
        assertThat(ingest.accepted()).isEqualTo(2);
        assertThat(log).hasSize(1);
    }

    @Test
    void says_so_when_the_log_does_not_take_it() {
        CompletableFuture<Integer> receipt = ingest.submit(lines("pump,asset=P-101 pressure=1 " + NOW));
        acknowledgements.getFirst().completeExceptionally(new IllegalStateException("no broker"));
        assertThat(receipt).isCompletedExceptionally();
        assertThat(ingest.accepted()).isZero();
    }

    @Test
    void asks_a_log_that_is_away_once_and_not_for_every_machine() {
        Ingest cut = new Ingest(
                frame -> {
                    log.add(frame);
                    return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
                },
                asset -> Optional.of(SCHEMA),
                InstantSource.system());
        assertThat(cut.submit(lines("pump,asset=P-101 pressure=1\npump,asset=P-102 pressure=1")))
                .isCompletedExceptionally();
        assertThat(log).hasSize(1);
    }

    @Test
    void waits_for_the_log_when_asked_to() {
        CompletableFuture<Void> durable = CompletableFuture.allOf(); // of nothing: done
        Ingest direct = new Ingest(frame -> durable, asset -> Optional.of(SCHEMA), InstantSource.system());
        assertThat(direct.lines("pump,asset=P-101 pressure=1")).isEqualTo(1);
        Ingest cut = new Ingest(
                frame -> CompletableFuture.failedFuture(new IllegalStateException("no broker")),
                asset -> Optional.of(SCHEMA),
                InstantSource.system());
        assertThatThrownBy(() -> cut.lines("pump,asset=P-101 pressure=1"))
                .isInstanceOf(IngestUnavailableException.class)
                .hasMessageContaining("send them again");
    }

    @Test
    void hands_on_nothing_of_what_is_refused_and_counts_it_by_reason() {
        byte[] secondIsWrong = lines("pump,asset=P-101 pressure=1 " + NOW + "\npump,asset=P-999 pressure=2 " + NOW);
        assertThatThrownBy(() -> ingest.submit(secondIsWrong)).isInstanceOf(RefusedException.class);
        assertThat(log).isEmpty();
        assertThat(ingest.refused(Refusal.UNKNOWN_ASSET)).isEqualTo(1);
        assertThat(ingest.refused(Refusal.MALFORMED)).isZero();
    }

    @Test
    void holds_frames_to_the_same_rules() {
        assertRefused(Refusal.UNKNOWN_ASSET, Frame.good(new AssetId("X"), SCHEMA, new long[] {NOW}, new double[] {1}));
        assertRefused(Refusal.UNKNOWN_CLASS, Frame.good(PUMP, schema("flow"), new long[] {NOW}, new double[] {1}));
        assertRefused(Refusal.NOT_A_NUMBER, Frame.good(PUMP, SCHEMA, new long[] {NOW}, new double[] {1e300}));
        assertRefused(
                Refusal.TIME_IN_FUTURE, Frame.good(PUMP, SCHEMA, new long[] {NOW + 61_000_000_000L}, new double[] {1}));
        ingest.submit(Frame.good(PUMP, SCHEMA, new long[] {NOW + 60_000_000_000L}, new double[] {Double.NaN}));
        assertThat(log).hasSize(1);
    }

    private void assertRefused(Refusal reason, Frame frame) {
        assertThatThrownBy(() -> ingest.submit(frame))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(reason));
        assertThat(ingest.refused(reason)).isEqualTo(1);
    }
}

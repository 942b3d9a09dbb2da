package org.industrialmind.telemetry.scoring;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.HistoricalRescoring.Late;
import org.industrialmind.telemetry.scoring.OffsetLedger.CommitPoint;
import org.industrialmind.telemetry.wire.DeadLetters.Source;
import org.industrialmind.telemetry.wire.FrameCodec;
import org.industrialmind.telemetry.wire.MalformedFrameException;
import org.industrialmind.telemetry.wire.Rejection;

/**
 * Takes in the records of one partition, from the moment it is assigned until it is given up.
 *
 * <p>Records before the committed offset only rebuild the windows: their effects were acknowledged before the commit.
 * From there on each record is opened in the ledger, and its rows and due windows are handed on under that entry.
 */
final class PartitionIntake {
    /** Where rows, windows and refusals go; the same for all partitions. */
    record Outlets(
            StoreWriter store,
            MicroBatcher scorer,
            HistoricalRescoring historical,
            Refusals refusals,
            ScoringCounters counters) {
        /** Returns how full the fullest of the queues is; 1 is its bound. */
        double fill() {
            return Math.max(historical.fill(), Math.max(scorer.fill(), store.fill()));
        }
    }

    private static final DueSink SILENT = new DueSink() {
        @Override
        public void due(Window window, boolean revision) {}

        @Override
        public void historical(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd) {}
    };

    private final FrameCodec codec;
    private final Outlets outlets;
    private final InstantSource clock;
    private final ScoringConfig config;
    private final TimeGate gate;
    private final KeyedWindows windows;
    private final OffsetLedger ledger;
    private final long resume;
    private long marked;

    /** @param from where to go on, and from where to rebuild the windows first */
    PartitionIntake(CommitPoint from, FrameCodec codec, Outlets outlets, ScoringConfig config, InstantSource clock) {
        this.codec = codec;
        this.outlets = outlets;
        this.clock = clock;
        this.config = config;
        gate = new TimeGate(config);
        windows = new KeyedWindows(config);
        ledger = new OffsetLedger(from.offset(), from.rebuild());
        resume = from.offset();
        marked = from.offset();
    }

    /** @throws org.apache.kafka.common.errors.RetriableException if schemas cannot be looked up now; nothing has happened */
    void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < resume) {
            rebuild(record);
            return;
        }
        Source source = new Source(record.topic(), record.partition(), record.offset());
        try {
            Frame frame = decode(record);
            OffsetLedger.Entry entry = open(record);
            take(record, frame, entry, source);
            entry.settle();
        } catch (MalformedFrameException malformed) {
            outlets.refusals()
                    .refuse(
                            open(record),
                            source,
                            record.key(),
                            record.value(),
                            0,
                            malformed.rejection(),
                            String.valueOf(malformed.getMessage()));
        }
    }

    private OffsetLedger.Entry open(ConsumerRecord<byte[], byte[]> record) {
        outlets.counters().records.increment();
        return ledger.open(record.offset(), arrivalMillis(record));
    }

    private Frame decode(ConsumerRecord<byte[], byte[]> record) throws MalformedFrameException {
        if (record.value() == null) {
            throw new MalformedFrameException(Rejection.TRUNCATED, "the record has no value");
        }
        Frame frame = codec.decode(record.value());
        byte[] tag = frame.asset().value().getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(tag, record.key())) {
            throw new MalformedFrameException(
                    Rejection.BAD_ASSET,
                    "the frame is of " + frame.asset() + ", the key of the record is not: an asset's readings must all"
                            + " go to one partition");
        }
        return frame;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Frame frame, OffsetLedger.Entry entry, Source source) {
        TimeGate.Parts parts = gate.part(frame, arrivalMillis(record));
        parts.rejected().forEach((reason, rows) -> {
            entry.expect();
            outlets.refusals()
                    .refuse(
                            entry,
                            source,
                            record.key(),
                            FrameCodec.encode(rows),
                            rows.rows(),
                            reason,
                            "first at " + rows.time(0) + ", arrived at " + arrivalMillis(record) + " ms");
        });
        parts.accepted().ifPresent(accepted -> {
            outlets.counters().rows.add(accepted.rows());
            outlets.counters()
                    .values
                    .add((long) accepted.rows() * accepted.schema().width());
            entry.expect();
            Handover handover = new Handover(entry, source);
            windows.append(accepted, record.offset(), arrivalMillis(record), handover);
            outlets.store().offer(accepted, entry, source, handover.late);
        });
    }

    private void rebuild(ConsumerRecord<byte[], byte[]> record) {
        outlets.counters().rebuiltRecords.increment();
        try {
            gate.part(decode(record), arrivalMillis(record))
                    .accepted()
                    .ifPresent(accepted -> windows.append(accepted, record.offset(), arrivalMillis(record), SILENT));
        } catch (MalformedFrameException _) {
            // it is a dead letter already
        }
    }

    /** When the record arrived: by the log's clock if the topic is stamped on arrival, so that a replay agrees. */
    private long arrivalMillis(ConsumerRecord<byte[], byte[]> record) {
        return record.timestampType() == TimestampType.LOG_APPEND_TIME ? record.timestamp() : clock.millis();
    }

    /** Returns what to commit now, if anything. */
    Optional<CommitPoint> due() {
        if (ledger.next() > marked) {
            windows.forgetIdle();
            ledger.mark(windows.rebuildOffset(ledger.next()));
            marked = ledger.next();
        }
        return ledger.due();
    }

    void committed(CommitPoint point) {
        ledger.committed(point);
    }

    OffsetLedger ledger() {
        return ledger;
    }

    KeyedWindows windows() {
        return windows;
    }

    /** Hands due windows on under the entry of the record that made them due. */
    private final class Handover implements DueSink {
        private final OffsetLedger.Entry entry;
        private final Source source;
        private List<Late> late = List.of();

        Handover(OffsetLedger.Entry entry, Source source) {
            this.entry = entry;
            this.source = source;
        }

        @Override
        public void due(Window window, boolean revision) {
            outlets.counters().windows.increment();
            if (revision) {
                outlets.counters().revisions.increment();
            }
            entry.expect(); // the log's acknowledgement
            entry.expect(); // the store's
            outlets.scorer().offer(new MicroBatcher.Due(window, entry, source, true));
        }

        @Override
        public void standing() {
            outlets.counters().standingRows.increment();
        }

        @Override
        public void historical(AssetId asset, FrameSchema schema, long firstEnd, long lastEnd) {
            outlets.counters().historicalWindows.add((lastEnd - firstEnd) / config.stride() + 1);
            if (late.isEmpty()) {
                late = new ArrayList<>(); // seldom needed
            }
            if (!late.isEmpty() && late.getLast().touches(firstEnd, config.stride())) {
                Late last = late.removeLast();
                late.add(new Late(asset, schema, last.firstEnd(), Math.max(last.lastEnd(), lastEnd), source));
            } else {
                late.add(new Late(asset, schema, firstEnd, lastEnd, source));
            }
        }
    }
}

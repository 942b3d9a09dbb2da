package org.industrialmind.app.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.RowChecksum;
import org.industrialmind.telemetry.store.SampleStore;

/**
 * What the log has acknowledged, in three numbers for each machine, so that tens of thousands of rows a second can be
 * accounted for: how many rows, the sum of their fingerprints, and the span of their times.
 *
 * <p>Rows must be distinct, which those of a {@link SensorWalk} are. Safe for use by many threads.
 */
final class RowLedger {
    private final Map<AssetId, Account> accounts = new ConcurrentHashMap<>();

    /** What is asked of a store: {@link SampleStore#ledger}. */
    @FunctionalInterface
    interface Store {
        SampleStore.Ledger ledger(AssetId asset, FrameSchema schema, long fromNanos, long toNanos);
    }

    private static final class Account {
        private final FrameSchema schema;
        private long rows;
        private long checksum;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Account(FrameSchema schema) {
            this.schema = schema;
        }

        synchronized void add(Frame frame) {
            rows += frame.rows();
            checksum += RowChecksum.of(frame);
            for (int row = 0; row < frame.rows(); row++) {
                first = Math.min(first, frame.time(row));
                last = Math.max(last, frame.time(row));
            }
        }

        synchronized long rows() {
            return rows;
        }

        synchronized Comparison compare(AssetId asset, Store store) {
            SampleStore.Ledger held = store.ledger(asset, schema, first, last + 1);
            boolean differs = held.rows() != rows || held.checksum() != checksum;
            return new Comparison(
                    rows, Math.max(0, rows - held.rows()), Math.max(0, held.rows() - rows), differs ? 1 : 0);
        }
    }

    /**
     * The outcome of a comparison with a store.
     *
     * @param rows acknowledged by the log
     * @param lost of those, missing in the store
     * @param duplicates in the store beyond those
     * @param differing machines whose rows are not the same, by number or by fingerprint
     */
    record Comparison(long rows, long lost, long duplicates, long differing) {
        static final Comparison NOTHING = new Comparison(0, 0, 0, 0);

        Comparison plus(Comparison other) {
            return new Comparison(
                    rows + other.rows, lost + other.lost, duplicates + other.duplicates, differing + other.differing);
        }

        boolean equal() {
            return differing == 0;
        }
    }

    /** Notes the rows of a frame that has been acknowledged. */
    void acknowledged(Frame frame) {
        Account account = accounts.get(frame.asset());
        if (account == null) {
            account = accounts.computeIfAbsent(frame.asset(), asset -> new Account(frame.schema()));
        }
        account.add(frame);
    }

    long rows() {
        return accounts.values().stream().mapToLong(Account::rows).sum();
    }

    /** Compares with the store, machine by machine, row by row through the fingerprints. */
    Comparison compare(Store store) {
        return accounts.entrySet().stream()
                .map(entry -> entry.getValue().compare(entry.getKey(), store))
                .reduce(Comparison.NOTHING, Comparison::plus);
    }
}

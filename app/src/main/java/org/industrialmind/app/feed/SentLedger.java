package org.industrialmind.app.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.RowChecksum;
import org.industrialmind.telemetry.store.SampleStore;

/**
 * What was sent, row by row, in a form that can be compared with what a store says it holds.
 *
 * <p>A row sent twice counts once here, as it should in the store; how many such there were is told apart. Safe for use by
 * many threads.
 */
public final class SentLedger {
    private final Map<AssetId, Account> accounts = new TreeMap<>();
    private long repeated;

    private static final class Account {
        private final FrameSchema schema;
        private final Map<Long, Long> checksums = new HashMap<>();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Account(FrameSchema schema) {
            this.schema = schema;
        }
    }

    /** The outcome of a comparison: sums over all assets, and the assets that differ. */
    public record Comparison(long sent, long stored, long repeated, Map<AssetId, String> differences) {
        public boolean equal() {
            return differences.isEmpty() && sent == stored;
        }
    }

    /** Notes the rows of a frame that has been acknowledged. */
    public synchronized void sent(Frame frame) {
        Account account = accounts.computeIfAbsent(frame.asset(), asset -> new Account(frame.schema()));
        for (int row = 0; row < frame.rows(); row++) {
            long time = frame.time(row);
            if (account.checksums.put(time, RowChecksum.of(frame, row)) != null) {
                repeated++;
            }
            account.first = Math.min(account.first, time);
            account.last = Math.max(account.last, time);
        }
    }

    public synchronized long rows() {
        return accounts.values().stream()
                .mapToLong(account -> account.checksums.size())
                .sum();
    }

    /** Compares with the store, asset by asset, over the span that was sent. */
    public synchronized Comparison compare(SampleStore store) {
        store.awaitVisible(Duration.ofMinutes(1));
        long stored = 0;
        Map<AssetId, String> differences = new TreeMap<>();
        for (Map.Entry<AssetId, Account> entry : accounts.entrySet()) {
            Account account = entry.getValue();
            SampleStore.Ledger held = store.ledger(entry.getKey(), account.schema, account.first, account.last + 1);
            long checksum = account.checksums.values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            stored += held.rows();
            if (held.rows() != account.checksums.size() || held.checksum() != checksum) {
                differences.put(
                        entry.getKey(),
                        account.checksums.size() + " rows sent, " + held.rows() + " stored, checksums "
                                + (held.checksum() == checksum ? "equal" : "differ"));
            }
        }
        return new Comparison(rows(), stored, repeated, differences);
    }
}

package org.industrialmind.telemetry.store;

import org.industrialmind.signal.Frame;

/** Counts rows and adds up their fingerprints. */
final class LedgerCounter {
    private long rows;
    private long checksum;

    void count(Frame frame) {
        rows += frame.rows();
        checksum += RowChecksum.of(frame);
    }

    SampleStore.Ledger ledger() {
        return new SampleStore.Ledger(rows, checksum);
    }
}

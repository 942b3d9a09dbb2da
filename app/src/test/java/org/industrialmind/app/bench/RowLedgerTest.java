package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.industrialmind.signal.Frame;
import org.industrialmind.telemetry.store.RowChecksum;
import org.industrialmind.telemetry.store.SampleStore;
import org.junit.jupiter.api.Test;

class RowLedgerTest {
    private static final long START = 1_700_000_000_000_000_000L;

    private final Fleet fleet = new Fleet("pump", 1, 3, Duration.ofSeconds(1), 1);
    private final SensorWalk machine = fleet.machines().getFirst();
    private final RowLedger ledger = new RowLedger();

    private RowLedger.Comparison against(List<Frame> held) {
        long rows = held.stream().mapToLong(Frame::rows).sum();
        long checksum = held.stream().mapToLong(RowChecksum::of).sum();
        return ledger.compare((asset, schema, from, to) -> new SampleStore.Ledger(rows, checksum));
    }

    @Test
    void agrees_with_a_store_that_holds_the_same_rows_in_another_order() {
        Frame first = machine.next(START, 20);
        Frame second = machine.next(START + 20_000_000_000L, 20);
        ledger.acknowledged(first);
        ledger.acknowledged(second);
        RowLedger.Comparison comparison = against(List.of(second, first));
        assertThat(comparison).isEqualTo(new RowLedger.Comparison(40, 0, 0, 0));
        assertThat(comparison.equal()).isTrue();
    }

    @Test
    void counts_what_is_missing() {
        Frame first = machine.next(START, 20);
        ledger.acknowledged(first);
        ledger.acknowledged(machine.next(START + 20_000_000_000L, 5));
        assertThat(against(List.of(first))).isEqualTo(new RowLedger.Comparison(25, 5, 0, 1));
    }

    @Test
    void counts_what_is_there_twice() {
        Frame first = machine.next(START, 20);
        ledger.acknowledged(first);
        assertThat(against(List.of(first, first))).isEqualTo(new RowLedger.Comparison(20, 0, 20, 1));
    }

    @Test
    void sees_other_values_in_as_many_rows() {
        ledger.acknowledged(machine.next(START, 20));
        assertThat(against(List.of(machine.next(START, 20)))).isEqualTo(new RowLedger.Comparison(20, 0, 0, 1));
    }
}

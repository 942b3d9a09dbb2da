package org.industrialmind.telemetry.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.telemetry.scoring.OffsetLedger.CommitPoint;
import org.industrialmind.telemetry.scoring.OffsetLedger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetLedgerTest {
    private final OffsetLedger ledger = new OffsetLedger(100, 40);

    @Test
    void has_nothing_to_commit_at_first() {
        assertThat(ledger.due()).isEmpty();
        assertThat(ledger.settled()).isTrue();
        assertThat(ledger.next()).isEqualTo(100);
    }

    @Test
    void commits_up_to_the_first_record_with_an_open_effect() {
        Entry first = ledger.open(100, 1);
        Entry second = ledger.open(101, 2);
        Entry third = ledger.open(105, 3); // offsets may have gaps
        second.settle();
        third.settle();
        assertThat(ledger.due()).isEmpty();
        assertThat(ledger.oldestArrivalMillis()).contains(1L);
        first.settle();
        assertThat(ledger.due()).contains(new CommitPoint(106, 40));
    }

    @Test
    void waits_for_every_effect() {
        Entry entry = ledger.open(100, 1);
        entry.expect();
        entry.expect();
        entry.settle();
        entry.settle();
        assertThat(ledger.settled()).isFalse();
        entry.settle();
        assertThat(ledger.due()).contains(new CommitPoint(101, 40));
    }

    @Test
    void does_not_commit_the_same_twice() {
        ledger.open(100, 1).settle();
        CommitPoint point = ledger.due().orElseThrow();
        ledger.committed(point);
        assertThat(ledger.due()).isEmpty();
    }

    @Test
    void commits_the_rebuild_offset_of_a_mark_only_once_the_commit_has_reached_it() {
        Entry slow = ledger.open(100, 1);
        ledger.mark(55); // as the windows are before 101
        Entry other = ledger.open(101, 2);
        ledger.mark(60); // as they are before 102
        other.settle();
        assertThat(ledger.due()).isEqualTo(Optional.empty());
        slow.settle();
        assertThat(ledger.due()).contains(new CommitPoint(102, 60));
    }

    @Test
    void keeps_the_older_rebuild_offset_between_two_marks() {
        ledger.open(100, 1).settle();
        ledger.mark(55);
        Entry slow = ledger.open(101, 2);
        ledger.open(102, 3).settle();
        ledger.mark(70);
        assertThat(ledger.due()).contains(new CommitPoint(101, 55));
        assertThat(ledger.due()).contains(new CommitPoint(101, 55));
        slow.settle();
        assertThat(ledger.due()).contains(new CommitPoint(103, 70));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void never_commits_past_an_open_effect_nor_ahead_of_its_mark(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Entry> open = new ArrayList<>();
        List<Long> openOffsets = new ArrayList<>();
        long next = 100;
        long lastCommitted = 100;
        for (int step = 0; step < 2_000; step++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    next += random.nextInt(1, 3);
                    open.add(ledger.open(next, step));
                    openOffsets.add(next);
                }
                case 1 -> {
                    if (!open.isEmpty()) {
                        int which = random.nextInt(open.size());
                        open.remove(which).settle();
                        openOffsets.remove(which);
                    }
                }
                default -> {
                    ledger.mark(ledger.next()); // rebuild offset = position at the mark, to tell marks apart
                    long bound = openOffsets.stream()
                            .mapToLong(Long::longValue)
                            .min()
                            .orElse(ledger.next());
                    Optional<CommitPoint> due = ledger.due();
                    if (due.isPresent()) {
                        assertThat(due.get().offset()).isEqualTo(bound);
                        assertThat(due.get().rebuild()).isLessThanOrEqualTo(bound);
                        assertThat(due.get().offset()).isGreaterThanOrEqualTo(lastCommitted);
                        lastCommitted = due.get().offset();
                        ledger.committed(due.get());
                    }
                }
            }
        }
    }
}

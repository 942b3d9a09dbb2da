package org.industrialmind.telemetry.scoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which records of one partition still have effects that nobody has acknowledged, and so how far to commit.
 *
 * <p>A commit at offset {@code c} promises two things: every effect of the records before {@code c} is durable, and the
 * windows as they were at {@code c} can be rebuilt from the <em>rebuild offset</em> that is committed with it. The rows
 * in the windows move on while effects are still open, so the rebuild offset is taken at marks along the way, and a
 * commit carries that of the last mark it has reached: rows in a window at {@code c} were either in one at the mark, and
 * so stand at or after the mark's rebuild offset, or came after the mark.
 *
 * <p>Entries are settled by any thread; all else belongs to the thread that polls.
 */
final class OffsetLedger {
    /** One record and how many of its effects are open. */
    static final class Entry {
        private final long offset;
        private final long arrivalMillis;
        private final AtomicInteger open = new AtomicInteger(1); // the intake itself

        Entry(long offset, long arrivalMillis) {
            this.offset = offset;
            this.arrivalMillis = arrivalMillis;
        }

        /** Announces one more effect; only while the record is being taken in, or an effect of it is open. */
        void expect() {
            open.incrementAndGet();
        }

        /** One effect, or the intake itself, is done and durable. */
        void settle() {
            open.decrementAndGet();
        }

        boolean settled() {
            return open.get() == 0;
        }
    }

    /** What to commit: where to go on, and from where to rebuild the windows first. */
    record CommitPoint(long offset, long rebuild) {}

    private record Mark(long next, long rebuild) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long next;
    private CommitPoint committed;

    /** Starts at a committed point. */
    OffsetLedger(long offset, long rebuild) {
        next = offset;
        committed = new CommitPoint(offset, rebuild);
        marks.add(new Mark(offset, rebuild));
    }

    /** Opens an entry for the record, whose offset is greater than all before. */
    Entry open(long offset, long arrivalMillis) {
        Entry entry = new Entry(offset, arrivalMillis);
        entries.add(entry);
        next = offset + 1;
        return entry;
    }

    long next() {
        return next;
    }

    /** Notes from where the windows, as they are after all records opened so far, can be rebuilt. */
    void mark(long rebuild) {
        marks.add(new Mark(next, rebuild));
    }

    /** Returns the present commit point if it is not the last one committed. */
    Optional<CommitPoint> due() {
        while (!entries.isEmpty() && entries.element().settled()) {
            entries.remove();
        }
        long offset = entries.isEmpty() ? next : entries.element().offset;
        Mark reached = marks.element();
        while (!marks.isEmpty() && marks.element().next <= offset) {
            reached = marks.remove();
        }
        marks.addFirst(reached); // the next commit may still be before the mark after it
        CommitPoint point = new CommitPoint(offset, reached.rebuild);
        return point.equals(committed) ? Optional.empty() : Optional.of(point);
    }

    void committed(CommitPoint point) {
        committed = point;
    }

    boolean settled() {
        return entries.stream().allMatch(Entry::settled);
    }

    int openEntries() {
        return entries.size();
    }

    /** Returns when the oldest record with an open effect arrived, or empty if there is none. */
    Optional<Long> oldestArrivalMillis() {
        return Optional.ofNullable(entries.peek()).map(entry -> entry.arrivalMillis);
    }
}

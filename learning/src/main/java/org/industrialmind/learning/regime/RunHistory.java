package org.industrialmind.learning.regime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.Window;

/**
 * What a machine did from one reading to another, as it is known in hindsight: a change began when the drive left, not when
 * that was confirmed.
 *
 * @param spans in order of time, each beginning where the one before ends, neighbours of different states
 */
public record RunHistory(List<Span> spans) {
    /** One state, from its beginning up to, not including, its end; in epoch nanoseconds. */
    public record Span(RunState state, long fromNanos, long untilNanos) {
        public Duration length() {
            return Duration.ofNanos(untilNanos - fromNanos);
        }
    }

    public RunHistory {
        spans = List.copyOf(spans);
    }

    /**
     * Tells the history of one machine.
     *
     * @param windows of the machine, in order of time; what overlaps is counted once
     */
    public static RunHistory of(RunStateMachine machine, List<Window> windows) {
        List<Span> spans = new ArrayList<>();
        RunWatch watch = RunWatch.initial();
        for (Window window : windows) {
            long time = window.startNanos();
            for (int row = 0;
                    row < window.length();
                    row++, time += window.schema().periodNanos()) {
                RunWatch next = machine.next(watch, time, machine.readings(window, row));
                boolean atOnce = watch.state() == RunState.UNKNOWN && next.sinceNanos() <= watch.sinceNanos();
                if (next.state() != watch.state() && !atOnce) {
                    spans.add(new Span(watch.state(), watch.sinceNanos(), next.sinceNanos()));
                }
                watch = next;
            }
        }
        if (watch.lastNanos() != RunWatch.NEVER) {
            spans.add(new Span(watch.state(), watch.sinceNanos(), watch.lastNanos()));
        }
        return new RunHistory(spans);
    }

    /** Returns how long the machine was in that state. */
    public Duration time(RunState state) {
        return spans.stream()
                .filter(span -> span.state() == state)
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns how often the machine was started from standstill (ISO 14224: number of starts). */
    public long starts() {
        return spans.stream().filter(span -> span.state() == RunState.STARTING).count();
    }

    /** Returns the state at that time; unknown before the first reading and after the last. */
    public RunState at(long nanos) {
        return spans.stream()
                .filter(span -> span.fromNanos() <= nanos && nanos < span.untilNanos())
                .map(Span::state)
                .findFirst()
                .orElse(RunState.UNKNOWN);
    }
}

package org.industrialmind.learning.leaderboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.evaluation.DetectionMetrics;

/** Unbroken runs of rows, told as stretches of time from the first row on. */
final class Runs {
    /**
     * How many rows without alarm end an episode: fewer belong to it, as with the off-delay of any alarm system. The same
     * for every judge.
     */
    static final int QUIET_ROWS = 10;

    private Runs() {}

    /**
     * Returns the runs in order of time.
     *
     * @param gap the most rows between two runs that make them one
     */
    static List<DetectionMetrics.Span> of(boolean[] rows, int gap, Duration period) {
        long nanos = period.toNanos();
        List<DetectionMetrics.Span> runs = new ArrayList<>();
        int from = -1;
        int last = -1;
        for (int row = 0; row < rows.length; row++) {
            if (!rows[row]) {
                continue;
            }
            if (from >= 0 && row - last - 1 > gap) {
                runs.add(new DetectionMetrics.Span(from * nanos, (last + 1) * nanos));
                from = -1;
            }
            from = from < 0 ? row : from;
            last = row;
        }
        if (from >= 0) {
            runs.add(new DetectionMetrics.Span(from * nanos, (last + 1) * nanos));
        }
        return runs;
    }

    /** Returns the first row of each run. */
    static boolean[] openings(boolean[] rows, int gap) {
        boolean[] openings = new boolean[rows.length];
        for (DetectionMetrics.Span run : of(rows, gap, Duration.ofNanos(1))) {
            openings[(int) run.startNanos()] = true;
        }
        return openings;
    }
}

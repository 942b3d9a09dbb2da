package org.industrialmind.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.evaluation.DetectionMetrics;

/**
 * A recording parted in time: the normal part, from which the detector of that machine learns, and the test part, on which
 * it is tried.
 */
public record Trial(Recording recording, int normalRows) {
    /**
     * Parts a recording.
     *
     * @throws IllegalArgumentException if too few rows are normal to learn from, or none are left to be judged
     */
    public static Trial of(Recording recording, NormalPart normal, JudgingSettings settings) {
        int rows = normal.of(recording.rows());
        int needed = settings.fewestNormalRows();
        if (rows < needed) {
            throw new IllegalArgumentException(recording.name() + " has " + rows + " normal rows (" + normal + " of "
                    + recording.rows() + "): expected at least " + needed + " to learn from windows of "
                    + settings.windowLength() + " rows; next: give a longer recording, or more of it by --normal-rows");
        }
        if (rows >= recording.rows()) {
            throw new IllegalArgumentException(recording.name() + " has " + recording.rows() + " rows and all of them ("
                    + normal + ") are the normal part: expected some after it to be judged; next: lower --normal-rows");
        }
        return new Trial(recording, rows);
    }

    /** Returns the event time of the first test row, in epoch nanoseconds. */
    public long testFromNanos() {
        return recording.time(normalRows);
    }

    /** Returns the end of the last row's period, exclusive, in epoch nanoseconds. */
    public long endNanos() {
        return slotEnd(recording.rows() - 1);
    }

    /** Returns the number of test rows. */
    public int testRows() {
        return recording.rows() - normalRows;
    }

    public boolean[] testLabels() {
        return recording.labels(normalRows, recording.rows());
    }

    /** Returns the end of the grid slot that a test row lies in: where the first window ends that holds it. */
    long testSlotEnd(int testRow) {
        return slotEnd(normalRows + testRow);
    }

    private long slotEnd(int row) {
        long period = recording.schema().periodNanos();
        return (Math.floorDiv(recording.time(row), period) + 1) * period;
    }

    /** Returns the stretches of test rows that are labelled anomalous. */
    List<DetectionMetrics.Span> events() {
        boolean[] labels = testLabels();
        List<DetectionMetrics.Span> events = new ArrayList<>();
        int from = -1;
        for (int row = 0; row <= labels.length; row++) {
            boolean anomalous = row < labels.length && labels[row];
            if (anomalous && from < 0) {
                from = row;
            } else if (!anomalous && from >= 0) {
                events.add(new DetectionMetrics.Span(recording.time(normalRows + from), testSlotEnd(row - 1)));
                from = -1;
            }
        }
        return events;
    }
}

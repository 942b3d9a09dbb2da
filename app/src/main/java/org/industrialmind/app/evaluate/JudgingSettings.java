package org.industrialmind.app.evaluate;

import java.time.InstantSource;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.FalseAlarmBudget;
import org.industrialmind.learning.anomaly.WindowSet;

/**
 * How recorded data is judged.
 *
 * @param windowLength rows in a window
 * @param stride rows from one window's end to the next; 1 judges every row
 * @param budget what the limits are set by; that of a plant is made for months, recordings last minutes
 */
public record JudgingSettings(DetectorKind detector, int windowLength, int stride, FalseAlarmBudget budget, long seed) {
    private static final int FEWEST_WINDOWS = 60; // as many as make a way of running known, and again to set limits by

    /**
     * Returns settings for recordings of some minutes: windows of 20 rows, every row judged by its own, and limits for one
     * false alarm in a day of windows like those held out.
     *
     * <p>They were chosen without looking at a label, on the anomaly-free recording of SKAB alone, cut into eight pieces
     * of 400 normal and 750 test rows, with shifts of half to four standard deviations put into single channels of the test
     * rows: of windows of 3 to 30 rows and budgets of 0.03 to 25,920 a month, these found most of the shifts among those
     * that alarmed for no more than 14 % of the untouched test rows. By principal components; the detector has been
     * exchanged since, with the labels in view (docs/decisions/2026-11-windows-are-prepared.md).
     */
    public static JudgingSettings defaults() {
        return new JudgingSettings(DetectorKind.GAUSSIAN, 20, 1, new FalseAlarmBudget(26, 1, 1), 7);
    }

    /**
     * Returns these settings with another detector and seed.
     *
     * @throws IllegalArgumentException if the detector is brought in a file
     */
    public JudgingSettings with(DetectorKind other, long otherSeed) {
        if (other.imported()) {
            throw new IllegalArgumentException("the detector " + other.code()
                    + " is a network of your own, and recordings are judged by those that learn here; next: bring it"
                    + " with train --detector " + other.code() + " --file FILE, and backtest it");
        }
        return new JudgingSettings(other, windowLength, stride, budget, otherSeed);
    }

    /** Returns how many rows a detector needs at least. */
    int fewestNormalRows() {
        return windowLength + FEWEST_WINDOWS * stride;
    }

    public Trainer<WindowSet, ? extends AnomalyDetector> trainer(InstantSource clock) {
        return detector.trainer(clock, budget);
    }
}

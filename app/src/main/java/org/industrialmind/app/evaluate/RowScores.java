package org.industrialmind.app.evaluate;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Assessment;

/**
 * What was judged of the rows of a trial's test part.
 *
 * <p>A row lies in a slot of the grid of the schema's period. It is judged by the newest window that ends no later than its
 * slot does: with a stride of one row the window whose newest row it is, so nothing that came after the row takes part in
 * its judgement. A window falls due when a later row arrives; the very last row of a recording has none after it and takes
 * the judgement of the window before.
 *
 * <p>A window that was not assessable raises no alarm: its score is 0.
 */
public final class RowScores {
    private final double[] scores;
    private final int late;

    private RowScores(double[] scores, int late) {
        this.scores = scores;
        this.late = late;
    }

    /**
     * Gives each test row its score.
     *
     * @param byWindowEnd score of each window, relative to its limit, by the window's end in epoch nanoseconds
     * @param stride rows from one window's end to the next
     */
    static RowScores of(Trial trial, NavigableMap<Long, Double> byWindowEnd, int stride) {
        double[] scores = new double[trial.testRows()];
        long patience = stride * trial.recording().schema().periodNanos();
        int late = 0;
        for (int row = 0; row < scores.length; row++) {
            long end = trial.testSlotEnd(row);
            Map.Entry<Long, Double> newest = byWindowEnd.floorEntry(end);
            boolean fresh = newest != null && end - newest.getKey() <= patience;
            late += fresh ? 0 : 1;
            scores[row] = newest == null ? 0 : newest.getValue();
        }
        return new RowScores(scores, late);
    }

    /** Returns the score of an assessment, 0 where the window was not assessable. */
    public static double score(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Normal normal -> normal.score();
            case Assessment.Abnormal abnormal -> abnormal.score();
            case Assessment.NotAssessable ignored -> 0;
        };
    }

    /** Returns the score of a verdict, 0 where the detector abstained. */
    static double score(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored scored -> scored.score();
            case Verdict.Abstained ignored -> 0;
        };
    }

    /** Returns a collection of scores by window end to be filled. */
    public static NavigableMap<Long, Double> collector() {
        return new TreeMap<>();
    }

    /** Returns the scores of the test rows, relative to the limit. */
    double[] scores() {
        return scores.clone();
    }

    /** Returns which test rows were alarmed. */
    boolean[] alarms() {
        return above(scores, 1);
    }

    /** Returns how many rows no window has judged that ended within a stride of them. */
    int late() {
        return late;
    }

    static boolean[] above(double[] scores, double limit) {
        boolean[] alarms = new boolean[scores.length];
        for (int i = 0; i < alarms.length; i++) {
            alarms[i] = scores[i] > limit;
        }
        return alarms;
    }
}

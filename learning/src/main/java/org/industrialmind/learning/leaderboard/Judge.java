package org.industrialmind.learning.leaderboard;

/** Whatever judges the test rows of a series, having seen its normal rows: one line of a board. */
public interface Judge {
    /** Returns the name of its line. */
    String title();

    /**
     * Learns from the normal rows of a series, sets its limit by them, and scores the test rows in order of time.
     *
     * <p>Nothing but the normal rows and the test rows up to the one being scored may have a say; labels least of all.
     *
     * @param seed of whatever is drawn
     */
    Judgement judge(LabelledSeries series, long seed);
}

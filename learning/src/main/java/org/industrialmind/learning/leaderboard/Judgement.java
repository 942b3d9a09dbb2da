package org.industrialmind.learning.leaderboard;

/** The score of each test row of a series, and the limit that says which rows are alarmed. */
public final class Judgement {
    private final double[] scores;
    private final AlarmLimit limit;

    /** @throws IllegalArgumentException if a score or the limit is no number */
    public Judgement(double[] scores, double limit) {
        this(scores, AlarmLimit.plain(limit));
    }

    /** @throws IllegalArgumentException if a score is no number */
    Judgement(double[] scores, AlarmLimit limit) {
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row])) {
                throw new IllegalArgumentException(
                        "the score of test row " + row + " is no number: expected one for every row");
            }
        }
        this.scores = scores.clone();
        this.limit = limit;
    }

    /** Returns the score of each row; a copy. */
    public double[] scores() {
        return scores.clone();
    }

    /**
     * Returns how far each row is above what an alarm comes on at, below 0 where it is not; comparable over series of one
     * judge.
     */
    public double[] margins() {
        double[] margins = scores.clone();
        for (int row = 0; row < margins.length; row++) {
            margins[row] -= limit.on();
        }
        return margins;
    }

    /** Returns the rows in alarm. */
    public boolean[] alarms() {
        return limit.alarms(scores);
    }
}

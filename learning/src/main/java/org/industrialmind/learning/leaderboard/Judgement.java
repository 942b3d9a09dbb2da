package org.industrialmind.learning.leaderboard;

/** The score of each test row of a series, and the limit above which a row is alarmed. */
public final class Judgement {
    private final double[] scores;
    private final double limit;

    /** @throws IllegalArgumentException if a score or the limit is no number */
    public Judgement(double[] scores, double limit) {
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row])) {
                throw new IllegalArgumentException(
                        "the score of test row " + row + " is no number: expected one for every row");
            }
        }
        if (Double.isNaN(limit)) {
            throw new IllegalArgumentException("the limit is no number: expected one to hold scores against");
        }
        this.scores = scores.clone();
        this.limit = limit;
    }

    /** Returns the score of each row; a copy. */
    public double[] scores() {
        return scores.clone();
    }

    /** Returns how far each row is above the limit, below 0 where it is not; comparable over series of one judge. */
    public double[] margins() {
        double[] margins = scores.clone();
        for (int row = 0; row < margins.length; row++) {
            margins[row] -= limit;
        }
        return margins;
    }

    public boolean[] alarms() {
        boolean[] alarms = new boolean[scores.length];
        for (int row = 0; row < alarms.length; row++) {
            alarms[row] = scores[row] > limit;
        }
        return alarms;
    }
}

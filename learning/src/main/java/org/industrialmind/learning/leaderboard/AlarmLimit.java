package org.industrialmind.learning.leaderboard;

/**
 * A limit with a deadband: an alarm comes on above one score and goes off at a lower one, so that a score which wavers about
 * the limit is one alarm and not many.
 *
 * @param on above which an alarm comes on
 * @param off at which it goes off again, not above {@code on}
 * @see "ANSI/ISA-18.2-2016, Management of alarm systems for the process industries, on deadband"
 */
record AlarmLimit(double on, double off) {
    private static final double STAYS = 0.6; // of a watch's limit, for all data alike

    /** @throws IllegalArgumentException unless both are numbers and in order */
    AlarmLimit {
        if (!(off <= on)) {
            throw new IllegalArgumentException("alarm on above " + on + " and off at " + off
                    + ": expected numbers, the second not above the first");
        }
    }

    /** Returns the limit without a deadband. */
    static AlarmLimit plain(double limit) {
        return new AlarmLimit(limit, limit);
    }

    /**
     * Returns the limit whose alarms stay on while scores are above six tenths of it.
     *
     * @param limit in deviations from what is usual, above 0
     */
    static AlarmLimit withDeadband(double limit) {
        return new AlarmLimit(limit, STAYS * limit);
    }

    /** Returns the rows in alarm, in order of time. */
    boolean[] alarms(double[] scores) {
        boolean[] alarms = new boolean[scores.length];
        boolean alarmed = false;
        for (int row = 0; row < scores.length; row++) {
            alarmed = scores[row] > (alarmed ? off : on);
            alarms[row] = alarmed;
        }
        return alarms;
    }

    /** Returns the share of the rows that is in alarm. */
    double alarmTime(double[] scores) {
        int rows = 0;
        for (boolean alarmed : alarms(scores)) {
            rows += alarmed ? 1 : 0;
        }
        return (double) rows / scores.length;
    }
}

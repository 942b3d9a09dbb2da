package org.industrialmind.learning.leaderboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** Writes series of which the truth is known: three channels that hang together, one of which leaves the others. */
final class MadeUpSeries {
    static final int TRAIN_ROWS = 400;
    static final int TEST_ROWS = 300;
    static final int EVENT_FROM = 150;
    static final int EVENT_TO = 220;

    private MadeUpSeries() {}

    /** A series whose third channel goes its own way within its usual range, which no range check sees. */
    static LabelledSeries withHiddenFault(long seed) {
        return of("hidden-" + seed, seed, true);
    }

    static LabelledSeries sound(long seed) {
        return of("sound-" + seed, seed, false);
    }

    private static LabelledSeries of(String name, long seed, boolean faulty) {
        Random random = new Random(seed);
        double[][] train = rows(TRAIN_ROWS, random, false);
        double[][] test = rows(TEST_ROWS, random, faulty);
        boolean[] abnormal = new boolean[TEST_ROWS];
        Arrays.fill(abnormal, EVENT_FROM, EVENT_TO, faulty);
        return new LabelledSeries(name, "made up", train, test, abnormal, true, Duration.ofSeconds(1));
    }

    private static double[][] rows(int count, Random random, boolean faulty) {
        double[][] rows = new double[count][];
        for (int r = 0; r < count; r++) {
            double common = random.nextGaussian();
            boolean apart = faulty && r >= EVENT_FROM && r < EVENT_TO;
            double third = apart ? random.nextGaussian() : common + 0.1 * random.nextGaussian();
            rows[r] = new double[] {common + 0.1 * random.nextGaussian(), common + 0.1 * random.nextGaussian(), third};
        }
        return rows;
    }

    /** A series of one channel and a row a second, of which only the labels matter. */
    static LabelledSeries labelled(boolean... abnormal) {
        double[][] test = new double[abnormal.length][1];
        double[][] train = new double[20][1];
        for (int r = 0; r < train.length; r++) {
            train[r][0] = r % 2;
        }
        return new LabelledSeries("labelled", "made up", train, test, abnormal, false, Duration.ofSeconds(1));
    }
}

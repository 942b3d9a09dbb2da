package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Puts made-up faults into normal rows: what methods can be chosen by where no fault has been recorded, or none may be
 * looked at.
 *
 * <p>One stretch of a series, a quarter of its rows somewhere in its middle or all to its end, goes wrong in one to three
 * channels, in one of the ways that machines and transmitters do: a level shifts, drifts, becomes noisy, stands still, or loses its place in time
 * and with it what it has to do with the others. Sizes are one to four standard deviations of the normal rows, so that
 * some faults are plain and some are not.
 */
final class RowFaults {
    private static final int MOST_CHANNELS = 3;

    private RowFaults() {}

    /** The ways to go wrong. */
    private enum Kind {
        SHIFT,
        DRIFT,
        NOISE,
        STUCK,
        SHUFFLED
    }

    /** How many kinds there are: so many copies of a series meet each kind once. */
    static int kinds() {
        return Kind.values().length;
    }

    /**
     * Returns a copy of a normal series with one fault, labelled.
     *
     * @param lasting whether the fault may last to the end, as every second does then: none heals until somebody acts
     */
    static LabelledSeries into(LabelledSeries sound, int kind, boolean lasting, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + sound.name().hashCode());
        Matrix rows = sound.test();
        int length = Math.max(1, rows.rows() / 4);
        int from = random.nextInt(rows.rows() / 4, Math.max(rows.rows() / 4 + 1, rows.rows() - length));
        length = lasting && random.nextBoolean() ? rows.rows() - from : length;
        ChannelScale scale = ChannelScale.of(List.of(sound.train()));
        double[][] changed = LabelledSeries.arrays(rows);
        int channels = Math.min(rows.columns(), 1 + random.nextInt(MOST_CHANNELS));
        for (int i = 0; i < channels; i++) {
            int channel = random.nextInt(rows.columns());
            double size = scale.deviation(channel) * random.nextDouble(1, 4);
            change(changed, channel, from, length, Kind.values()[kind], size, random);
        }
        boolean[] abnormal = new boolean[changed.length];
        Arrays.fill(abnormal, from, from + length, true);
        return sound.withTest(changed, abnormal);
    }

    private static void change(
            double[][] rows, int channel, int from, int length, Kind kind, double size, SplittableRandom random) {
        double signed = random.nextBoolean() ? size : -size;
        double first = rows[from][channel];
        for (int i = 0; i < length; i++) {
            double[] row = rows[from + i];
            switch (kind) {
                case SHIFT -> row[channel] += signed;
                case DRIFT -> row[channel] += 2 * signed * i / length;
                case NOISE -> row[channel] += size * random.nextGaussian();
                case STUCK -> row[channel] = first;
                case SHUFFLED -> {
                    double[] other = rows[from + random.nextInt(i, length)];
                    double moved = row[channel];
                    row[channel] = other[channel];
                    other[channel] = moved;
                }
            }
        }
    }
}

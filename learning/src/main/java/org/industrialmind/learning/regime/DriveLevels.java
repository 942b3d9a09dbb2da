package org.industrialmind.learning.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * The levels at which one drive of one machine was held in training.
 *
 * <p>Set-points stand at few levels with nothing in between, so the means of the steady windows are put in order and cut
 * wherever two neighbours lie further apart than the tolerance (single linkage in one dimension). A command that wanders
 * leaves no gap to cut at, and stays one broad level: then the model has to explain the wandering, which is what its
 * other channels are for. The number of levels need not be known, and the result does not depend on a seed.
 *
 * <p>The tolerance is the largest of: a share of the drive's whole span; twice the usual movement within a window, so
 * that noise is no new level; and 1 % of the largest level, so that a drive which never moved in training may be read a
 * little differently without being called unknown.
 *
 * <p>How far a steady window may move is another matter: as far as noise explains, or 1 % of the largest level. A command
 * that stands exactly in every window of training and is nudged to and fro is no steady one, though it keeps its level.
 *
 * @param channel the drive's position in the schema
 * @param tolerance how far from a level is still at it, in the drive's unit
 * @param stillness how far a steady window may move, in the drive's unit
 * @param levels lowest and highest window mean of each level, ascending
 */
public record DriveLevels(int channel, double tolerance, double stillness, List<Level> levels) {
    private static final double NOISE_FACTOR = 2; // the usual movement is a median: half of the windows move more
    private static final double RELATIVE_FLOOR = 0.01;

    /** One level: the span of the means of the windows that were held there. */
    public record Level(double low, double high) {}

    public DriveLevels {
        levels = List.copyOf(levels);
    }

    /**
     * Finds the levels.
     *
     * @param means mean of the drive in each training window
     * @param moves highest less lowest reading of the drive in each training window
     */
    static DriveLevels find(int channel, double[] means, double[] moves, double sameLevel) {
        double[] ascending = means.clone();
        Arrays.sort(ascending);
        double span = ascending[ascending.length - 1] - ascending[0];
        double largest = Math.max(Math.abs(ascending[0]), Math.abs(ascending[ascending.length - 1]));
        double noise = NOISE_FACTOR * Quantiles.median(moves);
        double stillness = Math.max(Math.max(noise, RELATIVE_FLOOR * largest), Double.MIN_NORMAL); // it may always be 0
        double tolerance = Math.max(sameLevel * span, stillness);

        double[] steady = steady(means, moves, stillness);
        List<Level> levels = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= steady.length; i++) {
            if (i == steady.length || steady[i] - steady[i - 1] > tolerance) {
                levels.add(new Level(steady[first], steady[i - 1]));
                first = i;
            }
        }
        return new DriveLevels(channel, tolerance, stillness, levels);
    }

    private static double[] steady(double[] means, double[] moves, double stillness) {
        double[] kept = new double[means.length];
        int count = 0;
        for (int i = 0; i < means.length; i++) {
            if (moves[i] <= stillness) {
                kept[count++] = means[i];
            }
        }
        double[] steady = Arrays.copyOf(kept, count);
        Arrays.sort(steady);
        return steady;
    }

    /** Returns whether a machine that otherwise works is asked to stand still: its drive is at zero, and was not always. */
    boolean asksForNothing(double mean) {
        return Math.abs(mean) <= tolerance
                && levels.stream()
                        .anyMatch(level -> Math.max(Math.abs(level.low()), Math.abs(level.high())) > 2 * tolerance);
    }

    /** Returns whether training has seen the drive at one level only, so that it tells nothing of what is asked for. */
    boolean constant() {
        return levels.size() <= 1;
    }

    /** Returns the level that is nearest to the mean, or -1 if none is within the tolerance. */
    int levelOf(double mean) {
        int nearest = -1;
        double shortest = tolerance;
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            double away = Math.max(0, Math.max(level.low() - mean, mean - level.high()));
            if (away <= shortest) {
                shortest = away;
                nearest = i;
                if (away == 0) {
                    return i;
                }
            }
        }
        return nearest;
    }
}

package org.industrialmind.foundations.metrics;

import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark: early detection is rewarded, alarms out of place cost, more so further away.
 *
 * <p>Each true event has a window around it. In a window only the earliest alarm counts, worth 1 at its left edge and falling
 * along a sigmoid to 0 at its right edge; a window without alarm costs. Every alarmed row outside costs along the same
 * sigmoid from the last window's right edge, and fully before the first window or beyond three of its widths. The sum is
 * scaled so that 0 is a detector that stays silent and 100 one that alarms once, at the first row of each window. Below 0 is
 * worse than silence.
 *
 * <p>Choose the windows before looking at scores: the benchmark spreads a tenth of the rows over the windows of a series. The
 * first 15 %, at most 750 rows, are probation and do not count.
 *
 * <ol>
 *   <li>Lavin and Ahmad 2015, Evaluating real-time anomaly detection algorithms: the Numenta anomaly benchmark, ICMLA.
 * </ol>
 *
 * @param raw rewards less costs
 * @param windows how many windows end after probation
 * @param normalised 100 is perfect, 0 is silence
 */
public record NabScore(double raw, int windows, double normalised) {
    private static final double STEEPNESS = 5;
    private static final double FAR = 3; // window widths beyond which an alarm costs fully
    private static final double PROBATION = 0.15;

    /** The most rows of a series that do not count. */
    public static final int LONGEST_PROBATION = 750;

    /**
     * What is rewarded and punished how much; none may be negative.
     *
     * @param hit reward of the earliest alarm at the left edge of a window
     * @param falseAlarm cost of an alarmed row far from windows
     * @param miss cost of a window without an alarm
     */
    public record Profile(double hit, double falseAlarm, double miss) {
        public static final Profile STANDARD = new Profile(1, 0.11, 1);
        public static final Profile FEW_FALSE_ALARMS = new Profile(1, 0.22, 1);
        public static final Profile FEW_MISSES = new Profile(1, 0.11, 2);

        public Profile {
            if (!(hit >= 0 && falseAlarm >= 0 && miss >= 0 && hit + miss > 0)) {
                throw new IllegalArgumentException("profile of hit " + hit + ", false alarm " + falseAlarm + ", miss "
                        + miss + ": expected numbers from 0, hit or miss above it");
            }
        }
    }

    /** Returns how many of the rows of a series do not count. */
    public static int probation(int rows) {
        return (int) Math.min(LONGEST_PROBATION, PROBATION * rows);
    }

    /**
     * Scores the alarms of one series.
     *
     * @param inWindow rows that belong to a window; windows are unbroken runs
     * @throws IllegalArgumentException if the lengths differ or no window ends after probation
     */
    public static NabScore of(boolean[] inWindow, boolean[] alarmed, Profile profile) {
        MetricChecks.requireSameLength("alarms", alarmed.length, "labels", inWindow.length);
        int probation = probation(inWindow.length);
        List<Stretch> windows = Stretch.ofAbnormal(inWindow);
        double raw = 0;
        int counted = 0;
        for (Stretch window : windows) {
            if (window.end() > probation) {
                counted++;
                raw += rewardOf(window, probation, alarmed, profile);
            }
        }
        if (counted == 0) {
            throw new IllegalArgumentException("all windows lie in the first " + probation
                    + " rows, which are probation: expected one that ends after them");
        }
        raw -= profile.falseAlarm() * falseAlarms(windows, probation, inWindow, alarmed);
        double silence = -profile.miss() * counted;
        double perfect = profile.hit() * counted;
        return new NabScore(raw, counted, 100 * (raw - silence) / (perfect - silence));
    }

    private static double rewardOf(Stretch window, int probation, boolean[] alarmed, Profile profile) {
        for (int i = Math.max(probation, window.start()); i < window.end(); i++) {
            if (alarmed[i]) {
                double position = -(double) (window.end() - i) / window.length(); // -1 at the first row
                return profile.hit() * sigmoid(position) / sigmoid(-1);
            }
        }
        return -profile.miss();
    }

    private static double falseAlarms(List<Stretch> windows, int probation, boolean[] inWindow, boolean[] alarmed) {
        double cost = 0;
        int passed = 0;
        for (int i = 0; i < alarmed.length; i++) {
            while (passed < windows.size() && windows.get(passed).end() <= i) {
                passed++;
            }
            if (i >= probation && alarmed[i] && !inWindow[i]) {
                cost += passed == 0 ? 1 : -sigmoid(distance(windows.get(passed - 1), i));
            }
        }
        return cost;
    }

    /** Returns how many widths a row lies behind the last row of a window. */
    private static double distance(Stretch window, int row) {
        return (double) (row - window.end() + 1) / Math.max(1, window.length() - 1);
    }

    private static double sigmoid(double position) {
        return position >= FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }
}

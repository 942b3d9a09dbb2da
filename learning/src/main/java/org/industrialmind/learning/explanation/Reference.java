package org.industrialmind.learning.explanation;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.JudgedChannels;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.signal.Window;

/**
 * Normal windows of a machine in one way of running, that an abnormal window of it is held against.
 *
 * <p>Level and deviation of a channel are the median and the median absolute deviation of its readings in these windows.
 */
public final class Reference {
    private static final double LEAST_DEVIATION = 1e-3; // of the level: a channel that never moved still has a scale

    private final JudgedChannels judged;
    private final List<Window> windows;
    private final double[] levels; // [judged channel], in the channel's unit
    private final double[] deviations;

    private Reference(JudgedChannels judged, List<Window> windows, double[] levels, double[] deviations) {
        this.judged = judged;
        this.windows = List.copyOf(windows);
        this.levels = levels;
        this.deviations = deviations;
    }

    /**
     * Takes normal windows; some dozens will do.
     *
     * @throws IllegalArgumentException if there is none, or they differ in their channels or rows
     */
    public static Reference of(List<Window> normal) {
        if (normal.isEmpty()) {
            throw new IllegalArgumentException(
                    "no normal windows to hold an abnormal one against: expected at least one");
        }
        Window first = normal.getFirst();
        for (Window window : normal) {
            requireAlike(first, window);
        }
        JudgedChannels judged = JudgedChannels.of(first.schema());
        double[] levels = new double[judged.count()];
        double[] deviations = new double[judged.count()];
        for (int j = 0; j < levels.length; j++) {
            double[] ascending = readings(normal, judged.positions().get(j));
            levels[j] = ascending.length == 0 ? 0 : Quantiles.ofSorted(ascending, 0.5);
            double spread = ascending.length == 0 ? 0 : Quantiles.medianDeviationOfSorted(ascending);
            deviations[j] = Math.max(spread, LEAST_DEVIATION * Math.max(Math.abs(levels[j]), LEAST_DEVIATION));
        }
        return new Reference(judged, normal, levels, deviations);
    }

    private static double[] readings(List<Window> windows, int channel) {
        double[] all = new double[windows.size() * windows.getFirst().length()];
        int count = 0;
        for (Window window : windows) {
            for (int row = 0; row < window.length(); row++) {
                all[count++] = window.get(row, channel);
            }
        }
        return Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
    }

    private static void requireAlike(Window expected, Window seen) {
        if (seen.schema().id() != expected.schema().id() || seen.length() != expected.length()) {
            throw new IllegalArgumentException(
                    seen + " of schema " + seen.schema().idText() + " cannot be held against " + expected
                            + " of schema " + expected.schema().idText() + ": expected the same channels and rows");
        }
    }

    void require(Window window) {
        requireAlike(windows.getFirst(), window);
    }

    /** Returns the number of channels that can be to blame: all but the drives. */
    int channels() {
        return judged.count();
    }

    String name(int channel) {
        return judged.name(channel);
    }

    /** Returns how many windows there are. */
    int size() {
        return windows.size();
    }

    /** Returns how far the mean of the channel in the window lies from its level here, in deviations; 0 if unread. */
    double deviation(Window window, int channel) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < window.length(); row++) {
            float value = window.get(row, judged.positions().get(channel));
            if (Float.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? 0 : (sum / count - levels[channel]) / deviations[channel];
    }

    /** Returns the window with each channel shifted by so many deviations. */
    Window shifted(Window window, double[] offsets) {
        float[] values = window.values();
        for (int j = 0; j < offsets.length; j++) {
            float shift = (float) (offsets[j] * deviations[j]);
            for (int at = judged.positions().get(j); at < values.length; at += window.width()) {
                values[at] += shift;
            }
        }
        return window.with(values);
    }

    /** Returns the window with the channels that are not taken replaced by those of one of these windows. */
    Window mixed(Window window, double[] taken, int with) {
        float[] values = window.values();
        float[] others = windows.get(with).values();
        for (int j = 0; j < taken.length; j++) {
            if (taken[j] == 0) {
                for (int at = judged.positions().get(j); at < values.length; at += window.width()) {
                    values[at] = others[at];
                }
            }
        }
        return window.with(values);
    }

    /** @throws IllegalArgumentException if the detector cannot judge the window */
    static double score(AnomalyDetector detector, Window window) {
        return switch (detector.judge(List.of(window)).getFirst()) {
            case Verdict.Scored scored -> scored.score();
            case Verdict.Abstained abstained ->
                throw new IllegalArgumentException("the " + detector.kind() + " detector cannot judge " + window + " ("
                        + abstained.reason() + "): expected a window that it scores; there is nothing to explain");
        };
    }
}

package org.industrialmind.learning.surroundings;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.Window;

/** What was seen of one machine in one regime: by window, what bore on it and what it read, weighted by what was new in it. */
final class Seen {
    private final List<double[]> influences = new ArrayList<>();
    private final List<double[]> levels = new ArrayList<>(); // by judged channel
    private final List<double[]> trends = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final int size;
    private final int judged;
    private long readUntil = Long.MIN_VALUE;

    Seen(int size, int judged) {
        this.size = size;
        this.judged = judged;
    }

    void add(Window window, Influences of) {
        double[] level = new double[judged];
        double[] trend = new double[judged];
        for (int j = 0; j < judged; j++) {
            Influences.Line line = Influences.Line.of(window, of.judged()[j]);
            level[j] = line.mean();
            trend[j] = line.change();
        }
        influences.add(of.of(window));
        levels.add(level);
        trends.add(trend);
        double fresh = window.endNanos() - Math.max(readUntil, window.startNanos());
        weights.add(fresh / (window.endNanos() - window.startNanos()));
        readUntil = window.endNanos();
        ends.add(window.endNanos());
    }

    int judged() {
        return judged;
    }

    int windows() {
        return weights.size();
    }

    double weight(int window) {
        return weights.get(window);
    }

    /** Returns the end of the window, in epoch nanoseconds. */
    long end(int window) {
        return ends.get(window);
    }

    double influence(int window, int influence) {
        return influences.get(window)[influence];
    }

    double level(int window, int channel) {
        return levels.get(window)[channel];
    }

    double trend(int window, int channel) {
        return trends.get(window)[channel];
    }

    /** Returns the mean of each influence over the windows in which it was read. */
    double[] usual() {
        double[] usual = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            double total = 0;
            for (int w = 0; w < windows(); w++) {
                double value = influence(w, i);
                if (!Double.isNaN(value)) {
                    sum += weight(w) * value;
                    total += weight(w);
                }
            }
            usual[i] = total > 0 ? sum / total : 0;
        }
        return usual;
    }
}

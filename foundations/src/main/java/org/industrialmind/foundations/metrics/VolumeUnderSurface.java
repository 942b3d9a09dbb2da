package org.industrialmind.foundations.metrics;

import java.util.List;
import org.industrialmind.foundations.statistics.Ranks;

/**
 * Areas under curves over thresholds that forgive scores for being early or late, averaged over how much is forgiven.
 *
 * <p>Labels of time series begin and end a little wrong, and a score over windows lags. So abnormal stretches are widened by
 * slopes: a row at distance d <= w / 2 from one counts as abnormal by sqrt(1 - d / w). Recall divides by the mean of the
 * original and the widened length, and is multiplied by the share of stretches found at all. The areas below both curves
 * are averaged over all widths w from 0 to the largest: the volume under a surface over thresholds and widths [1]. No
 * threshold and no single width has to be chosen.
 *
 * <p>The area below precision and recall is taken by steps: trapezoids [1] reward scores that take few values.
 * Every distinct score is a threshold (the published program takes 250 of them). Complexity: O(n (log n + width)).
 *
 * <ol>
 *   <li>Paparrizos et al. 2022, Volume under the surface: a new accuracy evaluation measure for time-series anomaly
 *       detection, PVLDB 15(11).
 * </ol>
 *
 * @param precisionRecall volume below precision over recall (VUS-PR)
 * @param roc volume below the receiver operating characteristic (VUS-ROC)
 */
public record VolumeUnderSurface(double precisionRecall, double roc) {
    /**
     * Judges scores of the rows of one series.
     *
     * @param scores higher means more abnormal
     * @param largestWidth widest slopes in rows; usual is the period of the series. 0 forgives nothing
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, the width is negative, or not both normal and
     *     abnormal rows are there
     */
    public static VolumeUnderSurface of(boolean[] abnormal, double[] scores, int largestWidth) {
        if (largestWidth < 0) {
            throw new IllegalArgumentException("slopes of " + largestWidth + " rows: expected 0 or more");
        }
        ScoreOrder.of(abnormal, scores, MetricChecks.equalWeights(abnormal.length))
                .requirePositives()
                .requireNegatives();
        List<Stretch> events = Stretch.ofAbnormal(abnormal);
        int[] order = Ranks.descending(scores);
        double precisionRecall = 0;
        double roc = 0;
        for (int width = 0; width <= largestWidth; width++) {
            double[] areas = areas(widened(events, abnormal.length, width), events, scores, order);
            precisionRecall += areas[0];
            roc += areas[1];
        }
        return new VolumeUnderSurface(precisionRecall / (largestWidth + 1), roc / (largestWidth + 1));
    }

    /** Returns by how much each row counts as abnormal. */
    private static double[] widened(List<Stretch> events, int rows, int width) {
        double[] labels = new double[rows];
        for (Stretch event : events) {
            for (int i = event.start(); i < event.end(); i++) {
                labels[i] = 1;
            }
            for (int d = 1; d <= width / 2; d++) {
                double slope = Math.sqrt(1 - (double) d / width);
                if (event.start() - d >= 0) {
                    labels[event.start() - d] += slope;
                }
                if (event.end() - 1 + d < rows) {
                    labels[event.end() - 1 + d] += slope;
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            labels[i] = Math.min(1, labels[i]);
        }
        return labels;
    }

    /** Returns the areas {below precision over recall, below recall over false alarms} at one width. */
    private static double[] areas(double[] labels, List<Stretch> events, double[] scores, int[] order) {
        int rows = labels.length;
        boolean[] touched = new boolean[rows];
        double widenedLength = 0;
        double length = events.stream().mapToInt(Stretch::length).sum();
        for (int i = 0; i < rows; i++) {
            touched[i] = labels[i] > 0;
            widenedLength += labels[i];
        }
        List<Stretch> stretches = Stretch.of(touched);
        int[] stretchOf = stretchOf(stretches, rows);
        boolean[] found = new boolean[stretches.size()];
        double positives = (length + widenedLength) / 2;
        Area area = new Area();
        double hits = 0;
        int met = 0;
        for (int i = 0; i < rows; i++) {
            int row = order[i];
            hits += labels[row];
            if (touched[row] && !found[stretchOf[row]]) {
                found[stretchOf[row]] = true;
                met++;
            }
            if (i == rows - 1 || scores[order[i + 1]] != scores[row]) {
                double recall = Math.min(1, hits / positives) * met / stretches.size();
                area.add(recall, hits / (i + 1), (i + 1 - hits) / (rows - positives));
            }
        }
        return area.closed();
    }

    private static int[] stretchOf(List<Stretch> stretches, int rows) {
        int[] stretchOf = new int[rows];
        for (int s = 0; s < stretches.size(); s++) {
            for (int i = stretches.get(s).start(); i < stretches.get(s).end(); i++) {
                stretchOf[i] = s;
            }
        }
        return stretchOf;
    }

    /** Both areas as the threshold falls. */
    private static final class Area {
        private double precisionRecall;
        private double roc;
        private double recall;
        private double falseAlarms;

        void add(double nextRecall, double precision, double nextFalseAlarms) {
            precisionRecall += (nextRecall - recall) * precision;
            roc += (nextFalseAlarms - falseAlarms) * (nextRecall + recall) / 2;
            recall = nextRecall;
            falseAlarms = nextFalseAlarms;
        }

        double[] closed() {
            roc += (1 - falseAlarms) * (1 + recall) / 2;
            return new double[] {precisionRecall, roc};
        }
    }
}

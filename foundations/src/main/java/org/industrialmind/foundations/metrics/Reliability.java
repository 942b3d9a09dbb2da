package org.industrialmind.foundations.metrics;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Whether what is said to be 80 % probable happens in 80 of 100 cases.
 *
 * <p>Probabilities are sorted into bins of equal width; each bin sets the mean probability against the share that
 * happened. The expected calibration error is the mean of their distances, weighted by the rows of the bins [1]. It depends
 * on the number of bins and is biased upwards on few rows: compare only with equal bins and rows.
 *
 * <ol>
 *   <li>Naeini, Cooper and Hauskrecht 2015, Obtaining well calibrated probabilities using Bayesian binning, AAAI.
 *   <li>Guo et al. 2017, On calibration of modern neural networks, ICML.
 * </ol>
 *
 * @param bins those with rows, in ascending order; empty ones are left out
 */
public record Reliability(List<Bin> bins) {
    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * The rows whose probability lies in [from, to), the last bin including 1.
     *
     * @param meanProbability what was said
     * @param share what happened
     */
    public record Bin(double from, double to, int rows, double meanProbability, double share) {
        /** Returns how far what was said lies from what happened. */
        public double gap() {
            return Math.abs(meanProbability - share);
        }
    }

    /**
     * Judges the probabilities of two classes.
     *
     * @param probabilities of being positive
     * @throws IllegalArgumentException if the lengths differ, a probability is outside [0, 1], or there is no bin
     */
    public static Reliability of(boolean[] positive, double[] probabilities, int bins) {
        MetricChecks.requireSameLength("probabilities", probabilities.length, "labels", positive.length);
        if (bins < 1) {
            throw new IllegalArgumentException("reliability in " + bins + " bins: expected at least 1");
        }
        int[] rows = new int[bins];
        double[] said = new double[bins];
        int[] happened = new int[bins];
        for (int r = 0; r < positive.length; r++) {
            MetricChecks.requireProbability(probabilities[r], r);
            int bin = Math.min(bins - 1, (int) (probabilities[r] * bins));
            rows[bin]++;
            said[bin] += probabilities[r];
            happened[bin] += positive[r] ? 1 : 0;
        }
        List<Bin> filled = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (rows[b] > 0) {
                filled.add(new Bin(
                        (double) b / bins,
                        (b + 1.0) / bins,
                        rows[b],
                        said[b] / rows[b],
                        (double) happened[b] / rows[b]));
            }
        }
        return new Reliability(filled);
    }

    /**
     * Judges the confidence in the most probable class, as is usual with several classes [2].
     *
     * @param probabilities shape [row, class]; of equally probable classes the first counts
     */
    public static Reliability ofMostProbable(int[] labels, Matrix probabilities, int bins) {
        MetricChecks.requireProbabilities(labels, probabilities);
        boolean[] right = new boolean[labels.length];
        double[] confidence = new double[labels.length];
        for (int r = 0; r < labels.length; r++) {
            int best = 0;
            for (int k = 1; k < probabilities.columns(); k++) {
                if (probabilities.get(r, k) > probabilities.get(r, best)) {
                    best = k;
                }
            }
            right[r] = best == labels[r];
            confidence[r] = probabilities.get(r, best);
        }
        return of(right, confidence, bins);
    }

    /** Returns the mean gap of the bins, weighted by their rows (ECE). */
    public double expectedError() {
        double sum = 0;
        int rows = 0;
        for (Bin bin : bins) {
            sum += bin.rows() * bin.gap();
            rows += bin.rows();
        }
        return sum / rows;
    }

    /** Returns the largest gap of a bin (MCE). */
    public double largestError() {
        return bins.stream().mapToDouble(Bin::gap).max().orElse(0);
    }
}

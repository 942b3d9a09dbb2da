package org.industrialmind.learning.decision;

import java.util.List;
import org.industrialmind.foundations.statistics.ChiSquared;

/**
 * How the surprises of several detectors at one window become one. A surprise is minus the decimal logarithm of a tail
 * probability; raw scores, each in a unit of its own, are never mixed.
 *
 * <p>Whatever comes out is calibrated again on normal windows, so none of them can break the promise on false alarms; they
 * differ in what they see. {@link BestTwo} is the house choice: a fluke of one detector counts half, a fault that two see
 * counts in full, and the many detectors that are blind to a kind of fault do not drown the two that are not - which is
 * what sums over all of them ({@link Fisher}) and {@link MeanRank} do.
 */
public sealed interface Combination {
    /** Returns the combined surprise of at least one, from 0. */
    double of(double[] surprises);

    /** The mean of the two largest; of a single one, itself. */
    record BestTwo() implements Combination {
        @Override
        public double of(double[] surprises) {
            if (surprises.length == 1) {
                return surprises[0];
            }
            double first = Double.NEGATIVE_INFINITY;
            double second = Double.NEGATIVE_INFINITY;
            for (double surprise : surprises) {
                second = Math.max(second, Math.min(first, surprise));
                first = Math.max(first, surprise);
            }
            return (first + second) / 2;
        }
    }

    /** The surprise of the mean of the tail probabilities, that is of the mean rank among normal windows. */
    record MeanRank() implements Combination {
        @Override
        public double of(double[] surprises) {
            double sum = 0;
            for (double surprise : surprises) {
                sum += Math.pow(10, -surprise);
            }
            return -Math.log10(Math.max(Double.MIN_NORMAL, sum / surprises.length));
        }
    }

    /**
     * The surprise of the harmonic mean of the tail probabilities: governed by the smallest, however the detectors hang
     * together.
     *
     * @see "Wilson 2019, The harmonic mean p-value for combining dependent tests, PNAS 116(4)"
     */
    record HarmonicMean() implements Combination {
        @Override
        public double of(double[] surprises) {
            double largest = 0;
            for (double surprise : surprises) {
                largest = Math.max(largest, surprise);
            }
            double sum = 0;
            for (double surprise : surprises) {
                sum += Math.pow(10, surprise - largest);
            }
            return Math.max(0, largest + Math.log10(sum / surprises.length));
        }
    }

    /**
     * Fisher's sum of the logarithms, scaled for detectors that hang together.
     *
     * <p>Under independence the sum of -2 ln p over k detectors is chi-squared with 2 k degrees of freedom. Correlation
     * leaves its mean and widens it; Brown matches both by a scaled chi-squared with fewer degrees.
     *
     * @param factor by which the sum is wider than that of so many independent ones, at least 1
     * @param degrees of freedom that are left
     * @see "Brown 1975, A method for combining non-independent, one-sided tests of significance, Biometrics 31(4)"
     */
    record Fisher(double factor, double degrees) implements Combination {
        public Fisher {
            if (!(factor >= 1 && degrees > 0) || !Double.isFinite(factor + degrees)) {
                throw new IllegalArgumentException("Fisher's sum with factor " + factor + " and " + degrees
                        + " degrees of freedom: expected a factor from 1 and positive degrees");
            }
        }

        /**
         * Matches the correlations that the surprises show on normal windows.
         *
         * @param normal [window][detector], at least two windows
         */
        public static Fisher fit(List<double[]> normal) {
            int detectors = normal.getFirst().length;
            double mean = 2 * detectors;
            double variance = 4 * detectors;
            double[] centre = new double[detectors];
            for (double[] row : normal) {
                for (int i = 0; i < detectors; i++) {
                    centre[i] += row[i] / normal.size();
                }
            }
            double unit = 2 * Math.log(10); // from decades to -2 ln p
            for (int i = 0; i < detectors; i++) {
                for (int j = 0; j < i; j++) {
                    double sum = 0;
                    for (double[] row : normal) {
                        sum += (row[i] - centre[i]) * (row[j] - centre[j]);
                    }
                    variance += 2 * unit * unit * Math.max(0, sum / (normal.size() - 1));
                }
            }
            return new Fisher(variance / (2 * mean), 2 * mean * mean / variance);
        }

        @Override
        public double of(double[] surprises) {
            double sum = 0;
            for (double surprise : surprises) {
                sum += 2 * Math.log(10) * surprise;
            }
            double tail = new ChiSquared(degrees).tail(sum / factor);
            return -Math.log10(Math.clamp(tail, Double.MIN_NORMAL, 1));
        }
    }
}

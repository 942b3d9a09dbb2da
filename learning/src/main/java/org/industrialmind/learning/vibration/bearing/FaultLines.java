package org.industrialmind.learning.vibration.bearing;

import java.util.Arrays;
import org.industrialmind.foundations.spectrum.PowerSpectrum;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Asks an envelope spectrum for the first three harmonics of a frequency, against the floor around each of them.
 *
 * <p>Over its local mean, the power in a bin of the spectrum of noise is exponential, with a mean of 1. Elements slip, all
 * harmonics by the same share: the frequency is moved through the slips that are allowed, and the three powers are added.
 *
 * <p><b>The strongest of the three does not count.</b> Faults of one bearing have harmonics that all but coincide (of a 6205,
 * 3 BPFO = 10.76 and 2 BPFI = 10.83; 3 BSF = 7.07 and 2 BPFO = 7.17, or 7 times the shaft), and a single strong line of
 * one fault would be called evidence of another. Of three exponential values the two smaller ones have a sum S with
 * P(S > s) = 4 exp(-3 s / 2) - 3 exp(-2 s), since the gaps between them in order are exponential with means 1/3, 1/2 and 1
 * [1]. Over m distinguishable slips the largest sum has the probability 1 - (1 - P)^m, told as standard deviations.
 *
 * <p>The floor is the median of the bins around, over log 2: lines of other origin do not lift it.
 *
 * @param slip the largest share by which elements slip, 0.02 in the field
 * @see "[1] Renyi 1953, On the theory of order statistics, Acta Math. Acad. Sci. Hung. 4"
 */
public record FaultLines(double slip) {
    private static final int HARMONICS = 3;
    private static final double RESOLUTION = 1.5; // bins: the width of Hann's taper that noise sees
    private static final double AROUND = 0.15; // of the frequency, to each side: what counts as floor
    private static final int LEAST_AROUND = 16; // bins to each side: a median of fewer is itself noise
    private static final double RAREST = 1e-300; // P that doubles still hold

    public FaultLines {
        if (!(slip >= 0 && slip < 0.1)) {
            throw new IllegalArgumentException("a slip of " + slip + ": expected a share from 0 to below 0.1");
        }
    }

    /** Two percent of slip. */
    public static FaultLines defaults() {
        return new FaultLines(0.02);
    }

    /**
     * Returns how plainly the spectrum shows a frequency.
     *
     * @param frequency of the first harmonic, in the unit of the spectrum
     * @throws IllegalArgumentException if the spectrum cannot tell the frequency from standstill, or ends below its third
     *     harmonic
     */
    public Evidence find(PowerSpectrum envelope, double frequency) {
        double step = envelope.step();
        double top = HARMONICS * frequency * (1 + slip);
        if (!(frequency >= 2 * step && top <= envelope.frequency(envelope.size() - 1))) {
            throw new IllegalArgumentException("lines at multiples of " + frequency + " Hz in a spectrum from 0 to "
                    + envelope.frequency(envelope.size() - 1) + " Hz in steps of " + step
                    + ": expected a longer block or a higher rate");
        }
        double[] floors = new double[HARMONICS];
        for (int h = 0; h < HARMONICS; h++) {
            floors[h] = floor(envelope, (h + 1) * frequency);
        }
        int reach = (int) Math.ceil(slip * HARMONICS * frequency / step * 2); // half a bin of the highest harmonic
        double best = Double.NEGATIVE_INFINITY;
        double at = 0;
        for (int i = -reach; i <= reach; i++) {
            double moved = reach == 0 ? 0 : slip * i / reach;
            double sum = twoSmaller(envelope, frequency * (1 + moved), floors);
            if (sum > best) {
                best = sum;
                at = moved;
            }
        }
        double trials = 1 + 2 * slip * HARMONICS * frequency / (RESOLUTION * step);
        return new Evidence(score(best, trials), frequency * (1 + at), at);
    }

    private static double twoSmaller(PowerSpectrum envelope, double frequency, double[] floors) {
        double sum = 0;
        double largest = 0;
        for (int h = 0; h < HARMONICS; h++) {
            int bin = (int) Math.rint((h + 1) * frequency / envelope.step());
            double over = envelope.density(bin) / floors[h];
            sum += over;
            largest = Math.max(largest, over);
        }
        return sum - largest;
    }

    private static double floor(PowerSpectrum envelope, double frequency) {
        int centre = (int) Math.rint(frequency / envelope.step());
        int reach = Math.max(LEAST_AROUND, (int) (AROUND * centre));
        int from = Math.max(2, centre - reach); // the two bins next to standstill hold what the taper left of the mean
        int to = Math.min(envelope.size(), centre + reach + 1);
        double[] around = Arrays.copyOfRange(envelope.densities(), from, to);
        return Math.max(Quantiles.median(around) / Math.log(2), Double.MIN_NORMAL);
    }

    private static double score(double sum, double trials) {
        double single = 4 * Math.exp(-1.5 * sum) - 3 * Math.exp(-2 * sum);
        double any = -Math.expm1(trials * Math.log1p(-Math.min(single, 1)));
        return any >= 1
                ? -Evidence.MOST
                : Math.clamp(-Normal.quantile(Math.max(any, RAREST)), -Evidence.MOST, Evidence.MOST);
    }
}

package org.industrialmind.learning.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.statistics.GeneralisedPareto;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.AssetId;

/**
 * Fits {@link Tails}: of each machine and regime from its own scores, and where those are few, from the class.
 *
 * <p>Overlapping windows repeat each other, so excesses over the threshold are declustered first: those closer than {@value
 * #GAP} windows are one event, of which the peak is kept [1]. A shape takes hundreds of events to tell and a scale a few
 * dozen; so the shape is one for the class and the scale is each machine's own, drawn towards that of the class with the
 * weight of {@value #PRIOR_EVENTS} events - the index-flood method, by which rivers with short records borrow from their
 * region [2]. Excesses are comparable within the class in units of the distance from a machine's median to its threshold.
 *
 * <ol>
 *   <li>Coles 2001, An Introduction to Statistical Modeling of Extreme Values, section 5.3.
 *   <li>Hosking and Wallis 1997, Regional Frequency Analysis.
 * </ol>
 */
final class TailFit {
    static final int FEWEST = 30;
    static final int GAP = 10;
    static final int PRIOR_EVENTS = 10;

    private static final int SHAPE_EVENTS = 50; // a fitted shape counts half from here on
    private static final int FEWEST_FOR_SHAPE = 20;
    private static final double HEAVIEST = 0.5; // heavier, and the variance is infinite: a few wild readings, no law
    private static final double REACH = 100; // times the independent windows of the class: two decades beyond the data
    private static final double USUAL_EXCESS = 1 / Math.log(25); // of the unit: what exponential scores show

    private TailFit() {}

    /** What the scores of one standing say, in order of time. */
    private static final class Sample {
        final double unit;
        final double[] peaks;
        final double independent;
        private final double[] ascending;

        /** @param cluster whether what follows each other beyond the threshold is one event */
        Sample(double[] inOrder, boolean cluster) {
            ascending = inOrder.clone();
            Arrays.sort(ascending);
            double threshold = Quantiles.ofSorted(ascending, Tail.BODY);
            double least = Math.max(1e-9 * Math.abs(threshold), 1e-12); // of scores that are all the same
            unit = Math.max(threshold - Quantiles.ofSorted(ascending, 0.5), least);
            double[] beyond = Arrays.stream(inOrder)
                    .filter(x -> x > threshold)
                    .map(x -> x - threshold)
                    .toArray();
            peaks = cluster ? peaks(inOrder, threshold) : beyond;
            independent = beyond.length == 0 ? inOrder.length : (double) inOrder.length * peaks.length / beyond.length;
        }

        private static double[] peaks(double[] inOrder, double threshold) {
            List<Double> peaks = new ArrayList<>();
            double peak = 0;
            int below = GAP;
            for (double score : inOrder) {
                if (score > threshold) {
                    peak = Math.max(peak, score - threshold);
                    below = 0;
                } else if (++below == GAP && peak > 0) {
                    peaks.add(peak);
                    peak = 0;
                }
            }
            if (peak > 0) {
                peaks.add(peak);
            }
            return peaks.stream().mapToDouble(p -> p).toArray();
        }

        Tail tail(double excess, double shape, double reach) {
            double mean = (Arrays.stream(peaks).sum() / unit + PRIOR_EVENTS * excess) / (peaks.length + PRIOR_EVENTS);
            double[] knots = new double[Tail.KNOTS];
            for (int i = 0; i < knots.length; i++) {
                double knot = Quantiles.ofSorted(ascending, Tail.BODY * i / (Tail.KNOTS - 1));
                knots[i] = i == 0 ? knot : Math.max(knots[i - 1], knot); // rounding may take a last digit back
            }
            return new Tail(knots, ascending.length, mean * (1 - shape) * unit, shape, reach);
        }
    }

    /** Fits one tail to values in order of time. */
    static Tail of(double[] inOrder) {
        return of(new Sample(inOrder, true));
    }

    /** Fits one tail to values that do not hang together, in any order. */
    static Tail ofIndependent(double[] values) {
        return of(new Sample(values, false));
    }

    private static Tail of(Sample whole) {
        Standing any = new Standing(new AssetId("all"), Block.MIXED);
        return tails(Map.of(any, whole)).byStanding().values().iterator().next();
    }

    /**
     * Fits the tails.
     *
     * @param scores of each standing, in order of time; those with fewer than {@value #FEWEST} are left to borrow, unless
     *     all have fewer
     */
    static Tails of(Map<Standing, double[]> scores) {
        boolean few = scores.values().stream().allMatch(own -> own.length < FEWEST);
        Map<Standing, Sample> samples = new TreeMap<>();
        scores.forEach((standing, own) -> {
            if (few || own.length >= FEWEST) {
                samples.put(standing, new Sample(own, true));
            }
        });
        return tails(samples);
    }

    private static Tails tails(Map<Standing, Sample> samples) {
        double[] excesses = samples.values().stream()
                .flatMapToDouble(sample -> Arrays.stream(sample.peaks).map(peak -> peak / sample.unit))
                .toArray();
        double excess =
                (Arrays.stream(excesses).sum() + PRIOR_EVENTS * USUAL_EXCESS) / (excesses.length + PRIOR_EVENTS);
        double shape = shape(excesses);
        double independent = samples.values().stream()
                .mapToDouble(sample -> sample.independent)
                .sum();
        double reach = 1 / (REACH * Math.max(1, independent));
        Map<Standing, Tail> tails = new TreeMap<>();
        samples.forEach((standing, sample) -> tails.put(standing, sample.tail(excess, shape, reach)));
        return new Tails(tails);
    }

    private static double shape(double[] excesses) {
        if (excesses.length < FEWEST_FOR_SHAPE) {
            return 0;
        }
        double fitted = GeneralisedPareto.fit(excesses).shape();
        double weight = excesses.length / (excesses.length + (double) SHAPE_EVENTS);
        return Math.clamp(weight * fitted, 0, HEAVIEST);
    }
}

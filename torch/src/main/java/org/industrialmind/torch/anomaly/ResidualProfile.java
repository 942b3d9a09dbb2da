package org.industrialmind.torch.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;

/**
 * Which residuals are usual for each machine, so that those of a new window can be said to be large.
 *
 * <p>A network serves a class of machines and gives back some channels better than others, and some machines better than
 * others. Therefore residuals are not compared with each other but each with its own usual level and spread: the median and
 * the median absolute deviation over normal windows of that machine.
 *
 * <p>Then the tails: where residuals of the class lie further out to one side than normal numbers would - after a start,
 * say - the spread to that side is widened, so that the {@value #TAIL} quantile is where that of the normal distribution
 * is. The class lends this experience to its members; the price is that a fault which looks just like it is seen later.
 */
final class ResidualProfile {
    private static final double MAD_TO_SIGMA = 1.4826; // of normal data
    private static final double LEAST_MEAN_SPREAD = 0.05; // a shift by a twentieth of normal noise is no news
    private static final double TAIL = 0.002;
    private static final double NORMAL_TAIL = 2.878162; // less the normal quantile of TAIL
    private static final double LEAST_ENERGY_SPREAD = 0.2; // a fifth more or less variance is within what weather does

    private final Map<AssetId, Usual> byAsset;
    private final Usual ofClass;

    /** @param ofClass for machines that were placed but never seen among the windows of the fit */
    ResidualProfile(Map<AssetId, Usual> byAsset, Usual ofClass) {
        this.byAsset = new TreeMap<>(byAsset);
        this.ofClass = ofClass;
    }

    static ResidualProfile fit(Map<AssetId, List<Residuals>> normal) {
        Map<AssetId, Usual> byAsset = new TreeMap<>();
        List<Residuals> all = new ArrayList<>();
        normal.forEach((asset, residuals) -> {
            byAsset.put(asset, Usual.fit(residuals));
            all.addAll(residuals);
        });
        Usual ofClass = Usual.fit(all);
        for (int channel = 0; channel < ofClass.channels(); channel++) {
            Tails tails = Tails.of(normal, byAsset, channel);
            for (Usual usual : byAsset.values()) {
                usual.widen(channel, tails);
            }
            ofClass.widen(channel, tails);
        }
        return new ResidualProfile(byAsset, ofClass);
    }

    /** By how much the spreads of a channel are too narrow for the rare windows of the class; 1 where they are not. */
    private record Tails(double below, double above, double restless) {
        static Tails of(Map<AssetId, List<Residuals>> normal, Map<AssetId, Usual> usual, int channel) {
            List<Double> shifts = new ArrayList<>();
            List<Double> unrests = new ArrayList<>();
            normal.forEach((asset, residuals) -> {
                Usual own = usual.get(asset);
                for (Residuals seen : residuals) {
                    if (own != null && seen.read(channel)) {
                        shifts.add(own.shift(channel, seen));
                        unrests.add(own.unrest(channel, seen));
                    }
                }
            });
            return new Tails(wider(shifts, -1), wider(shifts, 1), wider(unrests, 1));
        }

        private static double wider(List<Double> standardised, int side) {
            double[] outward =
                    standardised.stream().mapToDouble(v -> side * v).sorted().toArray();
            if (outward.length == 0) {
                return 1;
            }
            return Math.max(1, outward[(int) ((1 - TAIL) * (outward.length - 1))] / NORMAL_TAIL);
        }
    }

    Map<AssetId, Usual> byAsset() {
        return byAsset;
    }

    Usual ofClass() {
        return ofClass;
    }

    /** Returns how far the residuals lie from what is usual for the machine. */
    Surprise surprise(AssetId asset, Residuals residuals) {
        return byAsset.getOrDefault(asset, ofClass).surprise(residuals);
    }

    /** The usual residuals of one machine: [what][judged channel], as 32-bit floats since that is how they are kept. */
    static final class Usual {
        static final int ROWS = 5;

        private static final int LEVEL = 0;
        private static final int BELOW = 1;
        private static final int ABOVE = 2;
        private static final int ENERGY = 3;
        private static final int RESTLESS = 4;

        private final float[] values;

        /** Takes the array as it is; the caller gives it away. */
        Usual(float[] values) {
            this.values = values;
        }

        static Usual fit(List<Residuals> normal) {
            Usual usual = new Usual(new float[ROWS * normal.getFirst().channels()]);
            for (int j = 0; j < usual.channels(); j++) {
                int channel = j;
                List<Residuals> read =
                        normal.stream().filter(r -> r.read(channel)).toList();
                double[] means = read.stream().mapToDouble(r -> r.mean(channel)).toArray();
                double[] energies =
                        read.stream().mapToDouble(r -> r.logEnergy(channel)).toArray();
                usual.set(LEVEL, j, median(means));
                usual.set(BELOW, j, Math.max(LEAST_MEAN_SPREAD, spread(means)));
                usual.set(ABOVE, j, Math.max(LEAST_MEAN_SPREAD, spread(means)));
                usual.set(ENERGY, j, median(energies));
                usual.set(RESTLESS, j, Math.max(LEAST_ENERGY_SPREAD, spread(energies)));
            }
            return usual;
        }

        private void widen(int channel, Tails tails) {
            set(BELOW, channel, get(BELOW, channel) * tails.below());
            set(ABOVE, channel, get(ABOVE, channel) * tails.above());
            set(RESTLESS, channel, get(RESTLESS, channel) * tails.restless());
        }

        int channels() {
            return values.length / ROWS;
        }

        private double get(int what, int channel) {
            return values[what * channels() + channel];
        }

        private void set(int what, int channel, double value) {
            values[what * channels() + channel] = (float) value;
        }

        double shift(int channel, Residuals residuals) {
            double away = residuals.mean(channel) - get(LEVEL, channel);
            return away / get(away < 0 ? BELOW : ABOVE, channel);
        }

        double unrest(int channel, Residuals residuals) {
            return (residuals.logEnergy(channel) - get(ENERGY, channel)) / get(RESTLESS, channel);
        }

        Surprise surprise(Residuals residuals) {
            double[] shift = new double[channels()];
            double[] squares = new double[channels()];
            for (int j = 0; j < channels(); j++) {
                if (!residuals.read(j)) {
                    continue; // nothing was seen of it, so nothing is surprising about it
                }
                shift[j] = shift(j, residuals);
                double excess = Math.max(0, unrest(j, residuals)); // one that moves less than usual is no fault
                squares[j] = shift[j] * shift[j] + excess * excess;
            }
            return new Surprise(shift, squares);
        }

        /** Returns a copy of the values. */
        float[] values() {
            return values.clone();
        }

        private static double spread(double[] values) {
            double middle = median(values);
            return MAD_TO_SIGMA
                    * median(
                            Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray());
        }

        private static double median(double[] values) {
            if (values.length == 0) {
                return 0;
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }
    }

    /** How unusual a window's residuals are, in usual standard deviations. */
    static final class Surprise {
        private final double[] shift;
        private final double[] squares;

        private Surprise(double[] shift, double[] squares) {
            this.shift = shift;
            this.squares = squares;
        }

        /** Returns by how many usual standard deviations the channel lies above what the network expects. */
        double shift(int channel) {
            return shift[channel];
        }

        /** Returns the channel's part in [0, 1] of the squared surprise. */
        double share(int channel) {
            double sum = Arrays.stream(squares).sum();
            return sum > 0 ? squares[channel] / sum : 0;
        }

        /** Returns the root mean square over the channels: about 1 on normal windows. */
        double score() {
            return Math.sqrt(Arrays.stream(squares).average().orElse(0));
        }
    }
}

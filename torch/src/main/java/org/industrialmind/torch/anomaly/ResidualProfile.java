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
 */
final class ResidualProfile {
    private static final double MAD_TO_SIGMA = 1.4826; // of normal data
    private static final double LEAST_MEAN_SPREAD = 0.05; // a shift by a twentieth of normal noise is no news
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
        return new ResidualProfile(byAsset, Usual.fit(all));
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

    /** The usual residuals of one machine: [mean level, mean spread, energy level, energy spread][judged channel]. */
    static final class Usual {
        static final int ROWS = 4;

        private final float[] values;

        /** Takes the array as it is; the caller gives it away. */
        Usual(float[] values) {
            this.values = values;
        }

        static Usual fit(List<Residuals> normal) {
            int channels = normal.getFirst().channels();
            float[] values = new float[ROWS * channels];
            for (int j = 0; j < channels; j++) {
                int channel = j;
                double[] means =
                        normal.stream().mapToDouble(r -> r.mean(channel)).toArray();
                double[] energies =
                        normal.stream().mapToDouble(r -> r.logEnergy(channel)).toArray();
                values[j] = (float) median(means);
                values[channels + j] = (float) Math.max(LEAST_MEAN_SPREAD, spread(means));
                values[2 * channels + j] = (float) median(energies);
                values[3 * channels + j] = (float) Math.max(LEAST_ENERGY_SPREAD, spread(energies));
            }
            return new Usual(values);
        }

        Surprise surprise(Residuals residuals) {
            int channels = residuals.channels();
            double[] shift = new double[channels];
            double[] squares = new double[channels];
            for (int j = 0; j < channels; j++) {
                if (!residuals.read(j)) {
                    continue; // nothing was seen of it, so nothing is surprising about it
                }
                shift[j] = (residuals.mean(j) - values[j]) / values[channels + j];
                double unrest = (residuals.logEnergy(j) - values[2 * channels + j]) / values[3 * channels + j];
                double excess = Math.max(0, unrest); // a residual that moves less than usual is no fault
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

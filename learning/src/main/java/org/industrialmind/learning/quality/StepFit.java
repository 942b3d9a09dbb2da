package org.industrialmind.learning.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.Window;

/**
 * Learns a {@link StepNorm} from normal windows: how steep each channel usually is, the covariance of steps from every
 * {@value #STRIDE}th row, then the limits from what all rows show under it. A limit is never less than noise alone would
 * need, nor than the worst of training with a margin, so the norm is silent on what it has learned from.
 */
final class StepFit {
    private static final int STRIDE = 5; // rows
    private static final int MOST_WINDOWS = 1000; // a week without a gap; more teach little and must be kept in memory
    private static final double LEAST = 6; // deviations: normal noise takes a century for that
    private static final double MARGIN = 1.2; // times the worst of training
    private static final double WINSOR = 4; // robust deviations: what is further out must not widen the usual
    private static final double NUGGET = 0.02; // of every variance: no two channels agree better than that for ever
    private static final double USUAL = 0.999; // of the rows are no more unusual together
    private static final double USUAL_SLOPE = 0.99;
    private static final double STEEP = 0.95; // of the windows, whose slopes say how steep a channel usually is
    private static final double STEEP_SIGMA = 1.96; // what of a normal slope lies there
    private static final double ANY = 1e9; // variances: a slope that may be anything

    private StepFit() {}

    /** @param windows of one machine that share no reading */
    static StepNorm of(List<Window> windows, int[] channels) {
        int every = 1 + windows.size() / MOST_WINDOWS;
        List<Window> looked = IntStream.range(0, windows.size())
                .filter(i -> i % every == 0)
                .mapToObj(windows::get)
                .toList();
        double[] steepness = steepness(looked, channels);
        List<LocalSteps> steps = looked.stream()
                .map(window -> LocalSteps.of(window, channels, steepness))
                .toList();
        return limited(spread(steps, steepness), steps);
    }

    /** Of what the slopes amid all windows vary by, what neither noise nor the slopes of other channels explain. */
    private static double[] steepness(List<Window> windows, int[] channels) {
        int size = channels.length;
        double[] any = new double[size];
        Arrays.fill(any, ANY);
        List<double[]> slopes = windows.stream()
                .map(window -> LocalSteps.of(window, channels, any).slopes(window.length() / 2))
                .toList();
        double[] spread = new double[size];
        Arrays.setAll(
                spread, c -> quantile(slopes.stream().map(at -> Math.abs(at[c])).toList(), STEEP) / STEEP_SIGMA);
        double[] inverse = CholeskyDecomposition.of(Matrix.of(size, size, correlation(slopes, spread)))
                .inverse()
                .toArray();
        double[] steepness = new double[size];
        Arrays.setAll(steepness, c -> {
            double noise = Quantiles.median(windows.stream()
                    .mapToDouble(window -> Shape.of(window, channels[c]).noise())
                    .toArray());
            double ratio = spread[c] / noise;
            double unexplained = ratio * ratio / inverse[c * size + c] - 1;
            return noise > 0 ? Math.clamp(unexplained / LocalSteps.PLACES, 0, ANY) : ANY;
        });
        return steepness;
    }

    private static StepSpread spread(List<LocalSteps> windows, double[] steepness) {
        int size = steepness.length;
        List<double[]> seen = new ArrayList<>();
        for (LocalSteps steps : windows) {
            for (int row = LocalSteps.FEWEST; row + LocalSteps.FEWEST <= steps.rows(); row += STRIDE) {
                double[] at = new double[size];
                steps.at(row, at);
                seen.add(at);
            }
        }
        double[] spread = new double[size];
        Arrays.setAll(spread, c -> robust(seen, c));
        return new StepSpread(steepness, spread, correlation(seen, spread));
    }

    /** Steps scatter about 0, so the median of their absolute values is their median deviation. */
    private static double robust(List<double[]> seen, int channel) {
        double[] away = seen.stream()
                .mapToDouble(at -> Math.abs(at[channel]))
                .filter(Double::isFinite)
                .toArray();
        return away.length == 0 ? 0 : Quantiles.MAD_TO_SIGMA * Quantiles.median(away);
    }

    private static double[] correlation(List<double[]> seen, double[] spread) {
        int size = spread.length;
        double[] correlation = new double[size * size];
        int count = 0;
        for (double[] at : seen) {
            double[] z = new double[size];
            for (int c = 0; c < size; c++) {
                z[c] = spread[c] > 0 ? Math.clamp(at[c] / spread[c], -WINSOR, WINSOR) : 0;
            }
            if (Double.isFinite(Arrays.stream(z).sum())) {
                count++;
                for (int i = 0; i < size; i++) {
                    for (int k = 0; k < size; k++) {
                        correlation[i * size + k] += z[i] * z[k];
                    }
                }
            }
        }
        for (int i = 0; i < correlation.length; i++) {
            correlation[i] = count == 0 ? 0 : correlation[i] / count;
        }
        for (int c = 0; c < size; c++) {
            correlation[c * size + c] = spread[c] > 0 && count > 0 ? correlation[c * size + c] + NUGGET : 1;
        }
        return correlation;
    }

    private static StepNorm limited(StepSpread spread, List<LocalSteps> windows) {
        int size = spread.size();
        double[] largest = new double[size];
        List<Double> together = new ArrayList<>();
        List<List<Double>> slopes = new ArrayList<>();
        for (int c = 0; c < size; c++) {
            slopes.add(new ArrayList<>());
        }
        for (LocalSteps steps : windows) {
            StepSpread.Look look = spread.look(steps);
            for (int row = 0; row < steps.rows(); row++) {
                if (look.at(row)) {
                    together.add(look.squared());
                    for (int c = 0; c < size; c++) {
                        if (look.read(c)) {
                            double departure = look.sharp(row, c) ? Math.abs(look.departure(c)) : 0;
                            largest[c] = Math.max(largest[c], departure);
                            slopes.get(c).add(look.slope(row, c));
                        }
                    }
                }
            }
        }
        double[] limits = new double[size];
        Arrays.setAll(limits, c -> Math.max(LEAST, MARGIN * largest[c]));
        double[] steady = new double[size];
        Arrays.setAll(steady, c -> quantile(slopes.get(c), USUAL_SLOPE));
        return new StepNorm(spread, limits, steady, quantile(together, USUAL));
    }

    private static double quantile(List<Double> values, double probability) {
        double[] sample = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        return sample.length == 0 ? 0 : Quantiles.quantile(sample, probability);
    }
}

package org.industrialmind.learning.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.tabular.explain.KernelShap;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;

/**
 * Explains a window by what each channel adds to its score, averaged over all orders in which the channels of a normal
 * window could be exchanged for those of this one: Shapley values ({@link KernelShap}).
 *
 * <p>A coalition of channels is worth the mean score of the reference windows with those channels taken from the window
 * explained, whole courses at a time; the drives are always its own, so that the way of running stays. Shares are the
 * positive values over their sum: a channel that makes the window look more normal has none. A deviation is that of the
 * channel's mean from its level in the reference.
 *
 * <p>Fair, and blind to nothing that the score sees, restlessness included; but slow: 2^channels windows are judged up to 11
 * channels, 2048 beyond, times the reference windows. For an episode that someone asks about, not for every window.
 */
public final class ShapleyShares implements WindowExplanation {
    private static final int MOST_REFERENCES = 5; // the score varies little between normal windows

    private final AnomalyDetector detector;
    private final Reference reference;
    private final long seed;

    /** @param seed of the coalitions that are drawn where there are more than 11 channels */
    public ShapleyShares(AnomalyDetector detector, Reference reference, long seed) {
        this.detector = detector;
        this.reference = reference;
        this.seed = seed;
    }

    @Override
    public List<Contribution> explain(Window window) {
        reference.require(window);
        if (Reference.score(detector, window) <= 1) {
            return List.of();
        }
        int channels = reference.channels();
        // a row says which channels are the window's own: none in the background, all in the row explained
        KernelShap shap = KernelShap.of(taken -> worth(window, taken), Matrix.of(1, channels, new double[channels]));
        double[] all = new double[channels];
        Arrays.fill(all, 1);
        List<Double> added = shap.explain(all, seed).contributions();
        double total = added.stream().mapToDouble(share -> Math.max(0, share)).sum();
        List<Contribution> named = new ArrayList<>();
        for (int j = 0; j < channels; j++) {
            if (added.get(j) > 0) {
                named.add(new Contribution(reference.name(j), added.get(j) / total, reference.deviation(window, j)));
            }
        }
        named.sort(Comparator.comparingDouble(Contribution::share).reversed());
        return named;
    }

    private double worth(Window window, double[] taken) {
        int count = Math.min(MOST_REFERENCES, reference.size());
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Reference.score(detector, reference.mixed(window, taken, i * reference.size() / count));
        }
        return sum / count;
    }
}

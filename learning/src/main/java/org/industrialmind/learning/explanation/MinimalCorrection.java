package org.industrialmind.learning.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Window;

/**
 * Explains a window by the least correction that would make it normal: which channels would have to be shifted, and by how
 * much [1].
 *
 * <p>Of all shifts b, one a channel, that bring the score down to the limit, that with the least sum of |b_j| is sought,
 * b_j in usual deviations of the channel. The sum of magnitudes, unlike that of squares, puts the correction into few
 * channels: a fault is in one or two places, and its traces elsewhere vanish with it. The search is by coordinates and asks
 * for scores alone ({@link SparseDescent}), so that any detector can be explained, differentiable or not; it takes some
 * hundreds of scores a channel.
 *
 * <p>Shares are |b_j| over their sum; a deviation is -b_j, how far the channel lies from where the others would have it. A
 * fault that no lasting shift undoes - a channel that became noisy - is answered with nothing.
 *
 * <ol>
 *   <li>Roelofs, Lutz, Faulstich and Vogt 2021, Autoencoder-based anomaly root cause analysis for wind turbines, Energy and
 *       AI 4 (ARCANA), where the network's own gradient is followed.
 * </ol>
 */
public final class MinimalCorrection implements WindowExplanation {
    private static final double LIMIT = 1; // of a relative score

    private final AnomalyDetector detector;
    private final Reference reference;

    public MinimalCorrection(AnomalyDetector detector, Reference reference) {
        this.detector = detector;
        this.reference = reference;
    }

    @Override
    public List<Contribution> explain(Window window) {
        reference.require(window);
        if (Reference.score(detector, window) <= LIMIT) {
            return List.of();
        }
        double[] correction = SparseDescent.defaults()
                .below(
                        offsets -> Reference.score(detector, reference.shifted(window, offsets)),
                        reference.channels(),
                        LIMIT);
        double total = 0;
        for (double offset : correction) {
            total += Math.abs(offset);
        }
        List<Contribution> named = new ArrayList<>();
        for (int j = 0; j < correction.length; j++) {
            if (correction[j] != 0) {
                named.add(new Contribution(reference.name(j), Math.abs(correction[j]) / total, -correction[j]));
            }
        }
        named.sort(Comparator.comparingDouble(Contribution::share).reversed());
        return named;
    }
}

package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by a {@link Scorer}: its score is measured from the median over normal windows, in units of how far the most
 * of them go. Evidence against a channel is by how much the square of that falls once the channel stands at its normal level.
 */
public final class ScoreNovelty implements KnownNormal {
    private static final int BATCH = 256;

    private final Scorer scorer;
    private final double centre;
    private final double unit;

    private ScoreNovelty(Scorer scorer, double centre, double unit) {
        this.scorer = scorer;
        this.centre = centre;
        this.unit = unit;
    }

    /** Learns what the scores of normal windows are. */
    public static KnownNormal learn(NormalWindows windows, Scorer scorer) {
        List<StandardWindow> all =
                windows.items().stream().map(NormalWindows.Item::window).toList();
        double[] scores = new double[all.size()];
        for (int from = 0; from < scores.length; from += BATCH) {
            double[] batch = scorer.of(all.subList(from, Math.min(scores.length, from + BATCH)));
            System.arraycopy(batch, 0, scores, from, batch.length);
        }
        double centre = Quantiles.median(scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= centre;
        }
        return new ScoreNovelty(scorer, centre, Usual.most(scores));
    }

    /** @throws IllegalArgumentException if the tensors are not what was kept */
    public static KnownNormal restore(Scorer scorer, NamedTensors tensors) {
        return new ScoreNovelty(scorer, tensors.doubles("score_centre", 1)[0], tensors.positive("score_unit"));
    }

    @Override
    public double novelty(int place, StandardWindow window) {
        return novelties(place, List.of(window))[0];
    }

    @Override
    public double[] novelties(int place, List<StandardWindow> windows) {
        double[] scores = windows.isEmpty() ? new double[0] : scorer.of(windows);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.max(0, (scores[i] - centre) / unit);
        }
        return scores;
    }

    @Override
    public Evidence evidence(int place, StandardWindow window) {
        List<StandardWindow> asked = new ArrayList<>(List.of(window));
        for (int c = 0; c < window.width(); c++) {
            asked.add(Occlusion.without(window, c));
        }
        double[] novelties = novelties(place, asked);
        double[] weights = new double[window.width()];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = Math.max(0, novelties[0] * novelties[0] - novelties[c + 1] * novelties[c + 1]);
        }
        return Evidence.atLevels(weights, window);
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>(scorer.tensors());
        tensors.put("score_centre", Tensor.of(new double[] {centre}, 1));
        tensors.put("score_unit", Tensor.of(new double[] {unit}, 1));
        return tensors;
    }
}

package org.industrialmind.learning.prognosis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.boosting.BoostedTrees;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.industrialmind.foundations.tree.BinaryTree;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.learning.prognosis.feature.LifeRows;

/**
 * Boosted trees that tell modes of failure apart by the features of a moment.
 *
 * @param modes the names, in the order of their scores
 * @param scores one for each mode, of which the chances are the softmax; of two modes only that of the second, and that of
 *     the first is 0
 */
record ModeTrees(List<String> modes, List<BoostedTrees> scores) {
    private static final String SCORE = "trees.mode_";

    ModeTrees {
        modes = List.copyOf(modes);
        scores = List.copyOf(scores);
        if (modes.size() < 2 || scores.size() != scores(modes)) {
            throw new IllegalArgumentException(scores.size() + " scores of the modes " + modes
                    + ": expected two modes or more, and a score for each but the first of two");
        }
    }

    private static int scores(List<String> modes) {
        return modes.size() == 2 ? 1 : modes.size();
    }

    /**
     * Learns from the units whose mode is known; empty where they are of fewer than two modes.
     *
     * @param cuts the moments to learn from
     */
    static Optional<ModeTrees> grown(
            Fleet fleet, List<Cut> cuts, LifeFeatures features, GradientBoosting boosting, long seed) {
        List<String> modes = ModeForecast.modes(fleet);
        List<Cut> known =
                cuts.stream().filter(cut -> cut.run().mode().isPresent()).toList();
        int[] labels = known.stream()
                .mapToInt(cut -> modes.indexOf(cut.run().mode().orElseThrow()))
                .toArray();
        if (IntStream.of(labels).distinct().count() < 2) {
            return Optional.empty();
        }
        Matrix rows = LifeRows.of(known, features::along).features();
        BoostedTrees all =
                boosting.fit(LabelledRows.of(rows, labels, modes.size()), seed).trees();
        return Optional.of(new ModeTrees(
                modes,
                IntStream.range(0, all.outputs())
                        .mapToObj(output -> only(output, all))
                        .toList()));
    }

    private static BoostedTrees only(int output, BoostedTrees all) {
        List<BinaryTree> trees = IntStream.range(0, all.rounds())
                .mapToObj(round -> all.tree(round, output))
                .toList();
        return BoostedTrees.of(all.columns(), all.baseline(output), trees);
    }

    /** @throws IllegalArgumentException if the tensors are no trees over so many columns for these modes */
    static ModeTrees restore(List<String> modes, int columns, NamedTensors tensors) {
        List<BoostedTrees> scores = new ArrayList<>();
        for (int k = 0; k < scores(modes); k++) {
            scores.add(TreeTensors.read(SCORE + (k + 1), columns, tensors));
        }
        return new ModeTrees(modes, scores);
    }

    void keep(Map<String, Tensor> into) {
        for (int k = 0; k < scores.size(); k++) {
            TreeTensors.keep(SCORE + (k + 1), scores.get(k), into);
        }
    }

    List<ModeForecast> of(Matrix features) {
        List<double[]> raw =
                scores.stream().map(score -> score.raw(features)[0]).toList(); // [score][moment]
        List<ModeForecast> forecasts = new ArrayList<>();
        for (int r = 0; r < features.rows(); r++) {
            double[] scored = new double[modes.size()];
            for (int k = 0; k < scores.size(); k++) {
                scored[scored.length - scores.size() + k] = raw.get(k)[r];
            }
            forecasts.add(ModeForecast.ofScores(modes, scored));
        }
        return forecasts;
    }
}

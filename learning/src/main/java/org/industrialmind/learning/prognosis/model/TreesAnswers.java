package org.industrialmind.learning.prognosis.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.boosting.BoostedTrees;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;

/**
 * Boosted trees for each number of a forecast, and for the mode of failure.
 *
 * @param quantiles one for each level of the question
 * @param modeTrees empty where failures are not known by two modes
 */
record TreesAnswers(
        LifeQuestion question,
        BoostedTrees mean,
        BoostedTrees restricted,
        List<BoostedTrees> quantiles,
        Optional<ModeTrees> modeTrees)
        implements Answers {
    private static final String MEAN = "trees.mean";
    private static final String RESTRICTED = "trees.restricted_mean";
    private static final String QUANTILE = "trees.quantile_";

    TreesAnswers {
        quantiles = List.copyOf(quantiles);
    }

    static TreesAnswers restore(LifeQuestion question, List<String> modes, int columns, NamedTensors tensors) {
        List<BoostedTrees> quantiles = new ArrayList<>();
        for (int q = 0; q < question.levels().size(); q++) {
            quantiles.add(TreeTensors.read(QUANTILE + (q + 1), columns, tensors));
        }
        return new TreesAnswers(
                question,
                TreeTensors.read(MEAN, columns, tensors),
                TreeTensors.read(RESTRICTED, columns, tensors),
                quantiles,
                modes.isEmpty() ? Optional.empty() : Optional.of(ModeTrees.restore(modes, columns, tensors)));
    }

    @Override
    public FeatureMethod method() {
        return FeatureMethod.TREES;
    }

    @Override
    public List<LifeForecast> of(Matrix asked) {
        double[] means = mean.raw(asked)[0];
        double[] restrictedMeans = restricted.raw(asked)[0];
        List<double[]> lives = quantiles.stream().map(one -> one.raw(asked)[0]).toList();
        List<LifeForecast> answers = new ArrayList<>();
        for (int r = 0; r < means.length; r++) {
            int row = r;
            double[] ofRow = lives.stream().mapToDouble(level -> level[row]).toArray();
            answers.add(LifeForecast.of(question, ofRow, means[r], restrictedMeans[r]));
        }
        return answers;
    }

    @Override
    public List<ModeForecast> modes(Matrix features) {
        return modeTrees.map(trees -> trees.of(features)).orElse(List.of());
    }

    @Override
    public List<String> modes() {
        return modeTrees.map(ModeTrees::modes).orElse(List.of());
    }

    @Override
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>();
        TreeTensors.keep(MEAN, mean, tensors);
        TreeTensors.keep(RESTRICTED, restricted, tensors);
        for (int q = 0; q < quantiles.size(); q++) {
            TreeTensors.keep(QUANTILE + (q + 1), quantiles.get(q), tensors);
        }
        modeTrees.ifPresent(trees -> trees.keep(tensors));
        return tensors;
    }
}

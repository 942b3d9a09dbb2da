package org.industrialmind.learning.prognosis.model;

import java.util.List;
import java.util.Optional;
import org.industrialmind.foundations.boosting.BoostedTrees;
import org.industrialmind.foundations.boosting.GradientBoosting;
import org.industrialmind.foundations.boosting.RegressionLoss;
import org.industrialmind.foundations.boosting.TreeShape;
import org.industrialmind.foundations.supervised.TargetRows;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;
import org.industrialmind.learning.prognosis.feature.LifeRows;

/**
 * Gradient-boosted trees on the features of a moment: the bar that any network has to clear.
 *
 * <p>Each number that is asked for has trees of its own: the mean and the restricted mean by squared error, each quantile by
 * its pinball loss; and the modes of failure theirs, where failures are known by two or more. Runs that were not seen to fail
 * are not learned from.
 *
 * @param boosting how the trees are grown; its loss is replaced
 * @param step rows from one moment that is learned to the next: neighbours are nearly copies
 */
public record TreesTrainer(LifeQuestion question, GradientBoosting boosting, int step) implements RemainingLifeTrainer {
    private static final int SHORTEST = 5; // rows: before, the features say nothing
    private static final int MODE_ROUNDS = 40; // few: the rows of a unit are of one mode, and units are few

    /** Small trees and few columns a tree: there are many rows but few units. */
    public static TreesTrainer of(LifeQuestion question) {
        GradientBoosting small = GradientBoosting.defaults()
                .withRounds(150)
                .withLearningRate(0.08)
                .withTree(TreeShape.defaults().withLeaves(8).withLeafPenalty(1))
                .withBins(64)
                .withRowShare(0.7)
                .withColumnShare(0.2);
        return new TreesTrainer(question, small, 4);
    }

    public TreesTrainer withRounds(int rounds) {
        return new TreesTrainer(question, boosting.withRounds(rounds), step);
    }

    @Override
    public String name() {
        return "trees";
    }

    /** @throws IllegalArgumentException if no unit failed */
    @Override
    public RemainingLifeModel train(Fleet fleet, long seed) {
        LifeFeatures features = LifeFeatures.of(fleet, question, seed);
        List<Cut> cuts = Cut.every(fleet, question, SHORTEST, step, seed);
        LifeRows rows = LifeRows.of(cuts, features::along);
        RegressionLoss squared = new RegressionLoss.Squared();
        BoostedTrees mean = grown(squared, rows, question.longest(), seed);
        BoostedTrees restricted = grown(squared, rows, question.horizon(), seed);
        List<BoostedTrees> quantiles = question.levels().stream()
                .map(level -> grown(new RegressionLoss.Quantile(level), rows, question.longest(), seed))
                .toList();
        return FeatureModel.of(
                features,
                question,
                new TreesAnswers(question, mean, restricted, quantiles, modes(fleet, cuts, features, seed)),
                TrainingNotes.of(this, fleet, seed));
    }

    private Optional<ModeTrees> modes(Fleet fleet, List<Cut> cuts, LifeFeatures features, long seed) {
        int rounds = Math.min(boosting.rounds(), MODE_ROUNDS);
        return ModeTrees.grown(fleet, cuts, features, boosting.withRounds(rounds), seed);
    }

    private BoostedTrees grown(RegressionLoss loss, LifeRows rows, double most, long seed) {
        return boosting.withLoss(loss)
                .fit(TargetRows.of(rows.features(), rows.lives(most)), seed)
                .trees();
    }
}

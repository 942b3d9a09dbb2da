package org.industrialmind.foundations.tree;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;

/**
 * AdaBoost for any number of classes (SAMME): small trees that vote, each grown on rows weighted by how often the trees
 * before it were wrong.
 *
 * <p>A tree of weighted error e has the voice a = log((1 - e) / e) + log(K - 1); the rows it tells wrong then weigh exp(a)
 * times as much. A tree helps as long as it beats guessing among K classes, e below 1 - 1/K; with two classes this is the
 * method of Freund and Schapire, a step-by-step fit of the exponential loss [1].
 *
 * <p>The trade: two settings and no overfitting for long on clean labels; but a wrong label gains weight every round, and
 * the votes order rows better than they say how probable a class is. Learning stops at a tree that is never wrong, or no
 * better than guessing.
 *
 * <p>Complexity: O(rounds x columns x n log n) for each level.
 *
 * @param rounds the most trees, at least 1
 * @param learningRate the share of its voice that a tree is given, in (0, 1]
 * @param tree the tree grown in each round; a stump by default
 * @see "[1] Zhu, Zou, Rosset and Hastie 2009, Multi-class AdaBoost, Statistics and its Interface 2"
 */
public record AdaBoost(int rounds, double learningRate, DecisionTree tree) implements ClassifierTrainer {
    public AdaBoost {
        Settings.require(rounds >= 1, "rounds", rounds, "at least 1");
        Settings.require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "above 0 and at most 1");
    }

    /** Returns 50 stumps with their whole voice. */
    public static AdaBoost defaults() {
        return new AdaBoost(
                50, 1, DecisionTree.defaults().withLimits(TreeLimits.none().withDepth(1)));
    }

    /** @throws IllegalArgumentException if the first tree is no better than guessing */
    @Override
    public VotingClassifier fit(LabelledRows rows, long seed) {
        rows.requireComplete();
        RankedColumns table = new RankedColumns(rows.rows());
        double[] values = rows.rows().toArray();
        double[] weights = normalised(rows.weights());
        List<VotingClassifier.Voter> voters = new ArrayList<>();
        boolean helping = true;
        while (helping && voters.size() < rounds) {
            Response response = new ClassResponse(rows.labels(), weights, rows.classes(), tree.impurity());
            BinaryTree grown = tree.grow(table, response, weights);
            boolean[] wrong = wrong(grown, values, rows);
            double error = 0;
            for (int r = 0; r < wrong.length; r++) {
                error += wrong[r] ? weights[r] : 0;
            }
            if (error <= 0) {
                voters.add(new VotingClassifier.Voter(grown, 1));
                helping = false;
            } else if (error >= 1 - 1.0 / rows.classes()) {
                helping = false;
            } else {
                double voice = learningRate * (Math.log((1 - error) / error) + Math.log(rows.classes() - 1.0));
                voters.add(new VotingClassifier.Voter(grown, voice));
                weights = raised(weights, wrong, voice);
            }
        }
        if (voters.isEmpty()) {
            throw new IllegalArgumentException("the first tree is wrong as often as a guess among " + rows.classes()
                    + " classes: expected columns that tell something, or deeper trees");
        }
        return new VotingClassifier(rows.columns(), rows.classes(), voters);
    }

    private static boolean[] wrong(BinaryTree grown, double[] values, LabelledRows rows) {
        boolean[] wrong = new boolean[rows.size()];
        for (int r = 0; r < wrong.length; r++) {
            wrong[r] = VotingClassifier.vote(grown, grown.leaf(values, r * rows.columns())) != rows.label(r);
        }
        return wrong;
    }

    private static double[] raised(double[] weights, boolean[] wrong, double voice) {
        double[] raised = weights.clone();
        for (int r = 0; r < raised.length; r++) {
            raised[r] *= wrong[r] ? Math.exp(voice) : 1;
        }
        return normalised(raised);
    }

    private static double[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] shares = weights.clone();
        for (int r = 0; r < shares.length; r++) {
            shares[r] /= sum;
        }
        return shares;
    }

    public AdaBoost withRounds(int most) {
        return new AdaBoost(most, learningRate, tree);
    }

    public AdaBoost withLearningRate(double rate) {
        return new AdaBoost(rounds, rate, tree);
    }

    public AdaBoost withTree(DecisionTree each) {
        return new AdaBoost(rounds, learningRate, each);
    }
}

package org.industrialmind.foundations.tree;

import java.util.List;
import org.industrialmind.foundations.supervised.Classifier;

/** Trees that vote for a class, each with a voice of its own. */
public final class VotingClassifier implements Classifier {
    private final int columns;
    private final int classes;
    private final List<Voter> voters;
    private final double voices;

    VotingClassifier(int columns, int classes, List<Voter> voters) {
        this.columns = columns;
        this.classes = classes;
        this.voters = List.copyOf(voters);
        voices = voters.stream().mapToDouble(Voter::voice).sum();
    }

    /**
     * A tree and how much its vote counts.
     *
     * @param voice above 0
     */
    public record Voter(BinaryTree tree, double voice) {}

    public List<Voter> voters() {
        return voters;
    }

    /** Returns the class of most weight in a leaf, the first of equals. */
    static int vote(BinaryTree tree, int leaf) {
        int best = 0;
        for (int k = 1; k < tree.outputs(); k++) {
            if (tree.value(leaf, k) > tree.value(leaf, best)) {
                best = k;
            }
        }
        return best;
    }

    /** Returns the share of the voices that each class gets. Shape: [column] -> [class]. */
    public double[] votes(double[] row) {
        TreeMean.requireComplete(row, columns);
        double[] votes = new double[classes];
        for (Voter voter : voters) {
            votes[vote(voter.tree(), voter.tree().leaf(row))] += voter.voice() / voices;
        }
        return votes;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int classes() {
        return classes;
    }

    /**
     * Returns the probabilities under which the votes are the best fit to the exponential loss, exp(f_k / (K - 1)) with f_k
     * the voices for class k against the mean of those for the others: a good order, and rather too sure.
     */
    @Override
    public double[] probabilities(double[] row) {
        double[] shares = votes(row);
        if (classes == 1) {
            return shares;
        }
        double largest = 0;
        for (double share : shares) {
            largest = Math.max(largest, share);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) { // f_k / (K - 1) is voices x share K / (K - 1)^2, up to a constant
            double exponent = voices * (shares[k] - largest) * classes / ((classes - 1.0) * (classes - 1.0));
            shares[k] = Math.exp(exponent);
            sum += shares[k];
        }
        for (int k = 0; k < classes; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}

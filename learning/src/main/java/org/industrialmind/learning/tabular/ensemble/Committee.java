package org.industrialmind.learning.tabular.ensemble;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;

/**
 * Classifiers that answer together, each with its weight.
 *
 * @param members of the same columns and classes; at least one
 * @param weights of the members; they sum to 1
 */
public record Committee(List<Classifier> members, List<Double> weights, Vote vote) implements Classifier {
    public Committee {
        members = List.copyOf(members);
        weights = shares(weights, members.size());
        Classifier first = members.getFirst();
        for (Classifier member : members) {
            if (member.columns() != first.columns() || member.classes() != first.classes()) {
                throw new IllegalArgumentException("a member knows " + member.columns() + " columns and "
                        + member.classes() + " classes: expected " + first.columns() + " and " + first.classes()
                        + ", as the first has");
            }
        }
    }

    static List<Double> shares(List<Double> weights, int members) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (members == 0 || weights.size() != members || weights.stream().anyMatch(w -> !(w >= 0)) || !(sum > 0)) {
            throw new IllegalArgumentException("seen the weights " + weights + " for " + members
                    + " members: expected at least one member, one weight for each, none negative, not all 0");
        }
        return weights.stream().map(weight -> weight / sum).toList();
    }

    @Override
    public int columns() {
        return members.getFirst().columns();
    }

    @Override
    public int classes() {
        return members.getFirst().classes();
    }

    @Override
    public double[] probabilities(double[] row) {
        double[] together = new double[classes()];
        for (int m = 0; m < members.size(); m++) {
            switch (vote) {
                case HARD -> together[members.get(m).predict(row)] += weights.get(m);
                case SOFT -> add(together, members.get(m).probabilities(row), weights.get(m));
            }
        }
        return together;
    }

    @Override
    public Matrix probabilities(Matrix rows) {
        double[][] together = new double[rows.rows()][classes()];
        for (int m = 0; m < members.size(); m++) {
            if (weights.get(m) == 0) {
                continue;
            }
            if (vote == Vote.HARD) {
                int[] voted = members.get(m).predict(rows);
                for (int r = 0; r < voted.length; r++) {
                    together[r][voted[r]] += weights.get(m);
                }
                continue;
            }
            Matrix said = members.get(m).probabilities(rows);
            for (int r = 0; r < together.length; r++) {
                add(together[r], said.row(r), weights.get(m));
            }
        }
        return Matrix.ofRows(together);
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += weight * values[k];
        }
    }
}
